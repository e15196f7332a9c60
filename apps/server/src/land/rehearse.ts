import { isoDate } from '@kaigong/calendar'
import type { LandEventKind, ProjectId, Rehearsal } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused } from '../platform/http/answer.ts'
import { convert } from './convert.ts'
import { keepLandEvent, tellOfLand } from './landEvents.ts'
import { namedMissing } from './missing.ts'
import type { Doing } from './preReviews.ts'
import { type Standing, standingOf } from './standing.ts'

/** What the land needs before anything can be issued on it. */
const NEEDED: readonly LandEventKind[] = ['deal', 'contract', 'payment', 'handover']

/**
 * Rehearses the land day (演练): the very conversion runs, numbers and cases and all, and is undone to the savepoint before it; only the note
 * that it was rehearsed stays. What has not happened to the land may be assumed, with the parcel and the conditions as they were pre-reviewed.
 */
export async function rehearse(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  project: ProjectId,
  assumeLand: boolean,
): Promise<Rehearsal | Refused> {
  const standing = await standingOf(tx, deps, actor.district, project)
  if (isRefused(standing)) return standing
  const doing: Doing = { district: actor.district, actor: actor.person, at: deps.now() }
  await sql.raw('savepoint rehearsal').execute(tx)
  const assumed = assumeLand && !standing.events.has('notWon') ? await assume(tx, doing, standing) : []
  const done = await convert(tx, deps, actor, project)
  await sql.raw('rollback to savepoint rehearsal').execute(tx)
  if (isRefused(done)) return done
  const missing = 'missing' in done ? namedMissing(standing, done.missing) : []
  const found: Rehearsal = {
    ready: 'issued' in done,
    on: isoDate(standing.today),
    assumed: [...assumed],
    wouldIssue: 'issued' in done ? done.issued.issued.map((one) => ({ ...one, certificateId: null })) : [],
    missing,
  }
  const data = { ready: found.ready, missing: missing.length, assumed }
  await tellOfLand(tx, doing, project, { type: 'landDayRehearsed', data })
  return found
}

/** Lets what has not happened to the land happen today, to the company that the project names. */
async function assume(tx: Tx, doing: Doing, standing: Standing): Promise<readonly LandEventKind[]> {
  const { events, project, preReviews, row, today } = standing
  const [reviewed] = preReviews.filter(({ stage }) => stage === 'agreed' || stage === 'open')
  const absent = NEEDED.filter((kind) => !events.has(kind))
  for (const kind of absent) {
    await keepLandEvent(tx, doing, project, kind, {
      happened_on: isoDate(today),
      reference: '演练',
      winner_id: kind === 'deal' ? row.company_id : null,
      parcel_sha256: kind === 'contract' ? (reviewed?.state.parcelSha256 ?? null) : null,
      conditions_sha256: kind === 'contract' ? (reviewed?.state.conditionsSha256 ?? null) : null,
    })
  }
  return absent
}
