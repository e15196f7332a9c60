import { faultLine, type TextFile } from '@kaigong/catalogue'
import type { DistrictCode, PersonId } from '@kaigong/contract'
import { editionIdOf, editionInForce, keepTexts, textsOf } from '../platform/catalogue/store.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { append, headOf } from '../platform/events/append.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import type { Planning } from '../platform/planning/planning.ts'
import { type EditionRow, editionById } from './editionView.ts'
import { reachOfCatalogue } from './firstEdition.ts'

type Cause = 'catalogue' | 'calendar' | 'promise' | 'settings'
export type Proposal = { readonly name: string; readonly reason: string | null; readonly files: readonly TextFile[] }
type Doing = { readonly district: DistrictCode; readonly actor: PersonId; readonly at: Temporal.Instant }

/**
 * Keeps a proposed edition: the files handed in replace those of the edition in force, or are added. It is read and checked as a whole;
 * a faulty one is refused with file and line, and nothing of it is kept. The same texts again are the same edition.
 */
export async function propose(
  tx: Tx,
  planning: Planning,
  doing: Doing,
  { name, reason, files }: Proposal,
): Promise<EditionRow | Refused> {
  const { district, actor, at } = doing
  const strange = files.find(({ path }) => !ownPath(district).test(path))
  if (strange)
    return faulty([
      {
        zh: `${strange.path}：只能是 national/、calendars/ 或 districts/${district}/ 下的 .yaml 文件`,
        en: `${strange.path}: only .yaml files below national/, calendars/ or districts/${district}/`,
      },
    ])
  const inForce = await editionInForce(tx, district)
  const base = inForce && (await textsOf(tx, district, inForce))
  if (!base) return refuse('request.notFound')
  const texts = new Map([...base.files, ...files].map((file) => [file.path, file]))
  const whole = [...texts.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const id = editionIdOf(whole)
  const known = await editionById(tx, district, id)
  if (known && known.status !== 'dropped') return known
  const read = await planning.readCatalogue({ id, files: whole })
  if ('faults' in read)
    return faulty(read.faults.slice(0, 50).map((fault) => ({ zh: faultLine(fault, 'zh'), en: faultLine(fault, 'en') })))
  const changed = files
    .filter(({ path, text }) => base.files.find((f) => f.path === path)?.text !== text)
    .map((f) => f.path)
  const row = {
    district_code: district,
    edition_id: id,
    version: (known?.version ?? 0) + 1,
    name,
    status: 'proposed',
    cause: causeOf(changed),
    files: JSON.stringify(await keepTexts(tx, whole)),
    based_on: base.id,
    ...reachOfCatalogue(read.catalogue),
    reason,
    proposed_by: actor,
    proposed_at: at.toString(),
    adopted_at: null,
    trial: null,
  } as const
  await tx
    .insertInto('edition')
    .values(row)
    .onConflict((c) => c.columns(['district_code', 'edition_id']).doUpdateSet(row))
    .execute()
  const stream = `edition/${id}`
  const data = { edition: id, basedOn: base.id, cause: row.cause, name, files: changed, reason }
  await append(tx, { district, stream, actor, at }, await headOf(tx, district, stream), [
    { type: 'editionProposed', data },
  ])
  return (await editionById(tx, district, id)) ?? refuse('request.notFound')
}

const ownPath = (district: string): RegExp =>
  new RegExp(`^(national|calendars|districts/${district})/[a-z0-9][a-z0-9/._-]*\\.ya?ml$`)

/** The weightiest thing that changes names the proposal: the law before the calendar, a promise before other settings. */
function causeOf(paths: readonly string[]): Cause {
  if (paths.some((p) => p.startsWith('national/'))) return 'catalogue'
  if (paths.some((p) => p.startsWith('calendars/'))) return 'calendar'
  return paths.some((p) => p.endsWith('/promises.yaml')) ? 'promise' : 'settings'
}

const faulty = (lines: readonly { readonly zh: string; readonly en: string }[]): Refused =>
  refuse('edition.faulty', {
    errors: lines.map((detail) => ({ pointer: `/files/${detail.en.split(':')[0] ?? ''}`, detail })),
  })
