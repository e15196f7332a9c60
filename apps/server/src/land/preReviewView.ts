import { type Day, day, isoDate } from '@kaigong/calendar'
import type { AgencyId, PreReviewId, PreReviewView, ProjectId } from '@kaigong/contract'
import { reachOf } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import { namesOf } from '../cases/rows.ts'
import { agencyName } from '../plans/view.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { type FileAtHand, filesAtHand } from './filesAtHand.ts'
import type { PreReviewRow } from './standing.ts'

type Seen = {
  readonly ground: Ground
  readonly today: Day
  readonly files: readonly FileAtHand[]
  readonly actor: Actor
  /** Names of whoever signed something, as far as the asker may know them. */
  readonly names: ReadonlyMap<string, string>
}

/** People who signed opinions of these pre-reviews, by name. */
export const signersOf = (tx: Tx, actor: Actor, rows: readonly PreReviewRow[]) =>
  namesOf(
    tx,
    actor.district,
    rows.flatMap(({ state, insubstantial_by }) => [
      ...state.opinions.map(({ signedBy }) => signedBy),
      ...(insubstantial_by === null ? [] : [insubstantial_by]),
    ]),
  )

/** A pre-review as a page shows it to somebody. */
export function preReviewView(row: PreReviewRow, { ground, today, files, actor, names }: Seen): PreReviewView {
  const { state } = row
  const file = files.find(({ id }) => id === row.drawings_id)
  return {
    id: row.pre_review_id as PreReviewId,
    version: row.version,
    number: row.number,
    occurrence: row.occurrence,
    matter: row.matter,
    matterName: row.matter_name,
    agencyId: row.agency_id as AgencyId,
    agencyName: agencyName(ground, row.agency_id),
    stage: row.stage,
    requestedOn: row.requested_on,
    versions: [...state.versions],
    drawings: file ? { materialId: file.id, name: file.name, sha256: file.sha256 } : null,
    opinions: state.opinions.map(({ signedBy, on, drawingsSha256, verdict, text }) => ({
      signedBy: names.get(signedBy) ?? null,
      on: isoDate(on),
      drawingsSha256,
      verdict,
      text,
    })),
    validUntilOn: row.valid_until,
    isExpired: row.stage === 'agreed' && row.valid_until !== null && row.valid_until < isoDate(today),
    insubstantialBy: row.insubstantial_by === null ? null : (names.get(row.insubstantial_by) ?? '—'),
    mine: row.agency_id === actor.agency && reachOf(actor.roles, 'preReview.opine') !== undefined,
  }
}

/** One pre-review as the body of an answer, with its version. */
export async function answerWithPreReview(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  project: ProjectId,
  id: PreReviewId,
): Promise<{ readonly body: PreReviewView; readonly etag: number } | Refused> {
  const { district } = actor
  const row = await tx
    .selectFrom('pre_review')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('pre_review_id', '=', id)
    .selectAll()
    .executeTakeFirst()
  if (!row) return refuse('request.notFound')
  const { ground } = await deps.catalogues.inForce(tx, district)
  const today = day(deps.legalToday().toString())
  const files = await filesAtHand(tx, district, project)
  const names = await signersOf(tx, actor, [row])
  return { body: preReviewView(row, { ground, today, files, actor, names }), etag: row.version }
}
