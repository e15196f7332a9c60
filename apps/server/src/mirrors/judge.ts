import { type CaseState, NO_CASE, type Required, type Role, requiredMaterials } from '@kaigong/casework'
import { deferrable } from '@kaigong/catalogue'
import type { CaseId, Text } from '@kaigong/contract'
import { holdsFor } from '../cases/holds.ts'
import { beijingMoment, type CaseLaw, contextOf, lawOf } from '../cases/law.ts'
import { lawOfCase } from '../cases/lawOfCase.ts'
import { type CaseRow, caseById } from '../cases/rows.ts'
import type { OpenEdition } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused } from '../platform/http/answer.ts'
import { type Folded, fold, type Kept, type Step } from './fold.ts'
import { bySource } from './rowKey.ts'
import { dayOf, type Receiving } from './statusCommand.ts'
import type { Subject, subjects } from './subject.ts'
import './tables.ts'

export type Source = { readonly system: string; readonly sourceId: string }

/** What all rows of one case of the other system come to, before anything of it is kept. */
export type Judged = {
  /** Why a row waits, by its key; whatever is not in here is placed. */
  readonly waiting: ReadonlyMap<string, Text>
  /** What is to be written; null where no row changes anything. */
  readonly change: Change | null
}

export type Change = { readonly law: CaseLaw; readonly steps: readonly Step[] } & (
  | { readonly kind: 'open'; readonly subject: Subject; readonly edition: string }
  /** Behind what stands, or anew from the beginning, because an earlier row came late. */
  | { readonly kind: 'append' | 'anew'; readonly row: CaseRow; readonly placed: readonly string[] }
)

export type Asked = {
  readonly tx: Tx
  readonly deps: Deps
  readonly actor: Actor
  readonly edition: OpenEdition
  readonly subjectOf: ReturnType<typeof subjects>
}

/** Judges the rows of one case there, all that are known of it together. */
export async function judge(asked: Asked, source: Source, known: readonly Kept[]): Promise<Judged> {
  const rows = known.toSorted(bySource)
  const mirror = await mirrorOf(asked, source)
  return mirror ? await continued(asked, mirror, rows) : await begun(asked, rows)
}

type Mirror = { readonly row: CaseRow; readonly placed: readonly string[]; readonly version: number }

async function mirrorOf({ tx, actor: { district } }: Asked, { system, sourceId }: Source): Promise<Mirror | undefined> {
  const found = await tx
    .selectFrom('mirror_case')
    .where('district_code', '=', district)
    .where('system', '=', system)
    .where('source_id', '=', sourceId)
    .select(['case_id', 'placed', 'case_version'])
    .executeTakeFirst()
  const row = found && (await caseById(tx, district, found.case_id as CaseId))
  return row && { row, placed: found.placed, version: found.case_version }
}

/** Rows of a case that is mirrored already. What somebody continued by hand is only ever continued, never told anew. */
async function continued(asked: Asked, { row, placed, version }: Mirror, rows: readonly Kept[]): Promise<Judged> {
  const { tx, deps, actor } = asked
  const law = await lawOfCase(tx, deps.catalogues, actor.district, row)
  const waiting = new Map<string, Text>()
  const ours: Kept[] = []
  for (const kept of rows) {
    const stranger = placed.includes(kept.key) ? null : await strangerTo(asked, row, kept)
    if (stranger) waiting.set(kept.key, stranger)
    else ours.push(kept)
  }
  const { required } = row.state
  const receiving = receivingOf(row.agency_id, row.company_id, required)
  const come = (before: CaseState, some: readonly Kept[]) =>
    fold(before, some, lawFor(asked, law, row.agency_id, receiving))
  const isNew = ({ key }: Kept) => !placed.includes(key)
  if (version !== row.version) return appended(law, row, placed, merged(waiting, come(row.state, ours.filter(isNew))))
  const whole = merged(waiting, come(NO_CASE, ours))
  if (!placed.every((key, i) => whole.steps[i]?.key === key))
    return { waiting: whole.waiting, change: { kind: 'anew', law, row, placed: [], steps: whole.steps } }
  // The same steps once more from the state that stands, in which whoever did the former ones is named.
  return appended(law, row, placed, { ...whole, steps: come(row.state, whole.steps.filter(isNew)).steps })
}

const merged = (waiting: ReadonlyMap<string, Text>, folded: Folded): Folded => ({
  ...folded,
  waiting: new Map([...waiting, ...folded.waiting]),
})

const appended = (law: CaseLaw, row: CaseRow, placed: readonly string[], { waiting, steps }: Folded): Judged => ({
  waiting,
  change: steps.length === 0 ? null : { kind: 'append', law, row, placed, steps },
})

/** Why a row does not belong to the case that its source number means here; null where it does. The plan may have gone on since. */
async function strangerTo({ subjectOf }: Asked, row: CaseRow, kept: Kept): Promise<Text | null> {
  const subject = await subjectOf(kept.row)
  if ('zh' in subject) return subject
  return isOf(subject, { project: row.project_id, occurrence: row.occurrence }) ? null : OTHER_SUBJECT
}

const isOf = ({ project, planned }: Subject, of: { readonly project: string; readonly occurrence: string }): boolean =>
  project === of.project && planned.id === of.occurrence

/** Rows of a case that is not here yet: the first that can be placed says of what it is. */
async function begun(asked: Asked, rows: readonly Kept[]): Promise<Judged> {
  const waiting = new Map<string, Text>()
  const ours: Kept[] = []
  let of: Subject | undefined
  for (const kept of rows) {
    const subject = await asked.subjectOf(kept.row)
    if ('zh' in subject) waiting.set(kept.key, subject)
    else if (of && !isOf(subject, { project: of.project, occurrence: of.planned.id }))
      waiting.set(kept.key, OTHER_SUBJECT)
    else {
      of ??= subject
      ours.push(kept)
    }
  }
  const [first] = ours
  if (!of || !first) return { waiting, change: null }
  const there = await standingCase(asked, of)
  const law = lawOf(asked.edition.ground, of.planned.matter, of.planned.variant?.id ?? null)
  const required = (there ?? !law) ? null : await requiredOf(asked, of, dayOf(first.row))
  if (there !== undefined || !law || required === null) {
    const reason = there === undefined ? NO_LAW : alreadyOpen(there)
    return { waiting: new Map([...waiting, ...ours.map(({ key }) => [key, reason] as const)]), change: null }
  }
  const { agency } = of.planned
  const receiving = receivingOf(agency, of.company, required)
  const folded = merged(waiting, fold(NO_CASE, ours, lawFor(asked, law, agency, receiving)))
  const { steps } = folded
  const change = { kind: 'open', law, steps, subject: of, edition: asked.edition.id } as const
  return { waiting: folded.waiting, change: steps.length === 0 ? null : change }
}

/** Number of the case that there is of the same matter. */
async function standingCase(
  { tx, actor: { district } }: Asked,
  { project, planned }: Subject,
): Promise<string | undefined> {
  const live = await tx
    .selectFrom('case_file')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('occurrence', '=', planned.id)
    .where('stage', '<>', 'ended')
    .select('number')
    .executeTakeFirst()
  return live?.number
}

async function requiredOf(
  { tx, actor, edition }: Asked,
  { project, planned }: Subject,
  on: string,
): Promise<Required | null> {
  const { ground } = edition
  const matter = ground.matters.get(planned.matter)
  const question = { district: actor.district, project, scope: planned.scope, matter: planned.matter, on }
  const holds = await holdsFor(tx, ground, question)
  if (isRefused(holds) || !matter) return null
  return requiredMaterials(matter, planned.variant?.id ?? null, deferrable(ground.district, matter), holds.usual)
}

/** The other system has received what it accepts: which papers, it does not say. */
const receivingOf = (agency: string, applicant: string, required: Required): Receiving => ({
  agency,
  applicant,
  required,
  handedIn: [...required.essential, ...required.deferrable],
})

const lawFor = ({ deps, actor }: Asked, law: CaseLaw, agency: string, receiving: Receiving) => ({
  receiving,
  contextAs: (role: Role) =>
    contextOf(law, beijingMoment(deps.now()).on, { role, person: actor.person, agency }, () => undefined),
})

const OTHER_SUBJECT: Text = {
  zh: '同一来源办件号先前对应的是另一个项目或事项。请核对来源。',
  en: 'Under the same number the source reported another project or matter before. Check with the source.',
}
const NO_LAW: Text = {
  zh: '现行目录里没有这个事项，或项目情况读不出。',
  en: 'The edition in force lacks this matter, or the project cannot be read.',
}
const alreadyOpen = (number: string): Text => ({
  zh: `这个事项已有办件 ${number}。原件办结无效后可重新对应，否则请不再处理本行。`,
  en: `This matter has the case ${number} already. Try again once that has ended, or dismiss the row.`,
})
