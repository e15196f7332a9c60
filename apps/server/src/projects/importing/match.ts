import { type DistrictCode, newIdentity, type ProjectBody, ProjectIdentity, type Text } from '@kaigong/contract'
import { type CellFault, cellFault, type ProjectListRead, type ProjectRow as SheetRow } from '@kaigong/export'
import type { Tx } from '../../platform/database/transaction.ts'
import { changedFields } from '../changedFields.ts'
import { type ProjectRow, withWholeAmounts } from '../identityColumns.ts'
import { bodyOf } from '../save.ts'
import { type CompanyMeant, companyOf } from './companyOf.ts'
import { type Duty, dutiesOf } from './dutiesOf.ts'
import { type Known, knownIn } from './known.ts'
import { meantBy } from './meantBy.ts'

type Line = ProjectListRead['rows'][number]

/** What a line of a sheet would do: to a project that is there, or to a new one. */
export type Intended = {
  readonly line: Line
  readonly what: 'added' | 'changed' | 'same'
  readonly existing: ProjectRow | undefined
  readonly body: ProjectBody
  readonly company: CompanyMeant
  readonly duties: readonly Duty[]
  /** Names of the fields that differ. */
  readonly changes: readonly string[]
}

export type Matched = {
  readonly intended: readonly Intended[]
  readonly faults: readonly CellFault[]
  readonly warnings: readonly Text[]
}

/** What a sheet would do line by line, held against what the district has now, with every cell that stands against it. */
export async function match(tx: Tx, district: DistrictCode, read: ProjectListRead): Promise<Matched> {
  const known = await knownIn(tx, district)
  const each = read.rows.map((line) => intentOf(read, line, known))
  const intended = each.flatMap((one) => ('line' in one ? [one] : []))
  return {
    intended,
    faults: [...read.faults, ...each.flatMap((one) => ('faults' in one ? one.faults : []))],
    warnings: [...read.warnings, ...intended.flatMap(({ company: { warning } }) => (warning ? [warning] : []))],
  }
}

function intentOf(
  read: ProjectListRead,
  line: Line,
  known: Known,
): Intended | { readonly faults: readonly CellFault[] } {
  const meant = meantBy(line, known)
  if ('message' in meant) return { faults: [cellFault(read, line, meant.key, meant.message)] }
  const { existing } = meant
  const company = companyOf(line, existing, known)
  const { duties, unknown } = dutiesOf(line, existing, known)
  const before = existing ? bodyOf(existing) : { identity: newIdentity, facts: { facts: {} }, parcels: [] }
  const stated = Object.fromEntries(
    Object.entries(line.project).filter(([key, value]) => value !== undefined && key in newIdentity),
  )
  const parsed = ProjectIdentity.safeParse({ ...before.identity, ...stated, companyId: company.id })
  const wrong: (readonly [keyof SheetRow, Text])[] = [
    ...(company.fault ? [['company', company.fault] as const] : []),
    ...unknown.map((duty) => [duty, stranger] as const),
    // A cell that could not be read has been told already, and leaves its field as it was.
    ...(parsed.error?.issues ?? [])
      .filter(({ path: [key] }) => line.project[key as keyof SheetRow] !== undefined)
      .map((issue) => [issue.path[0] as keyof SheetRow, sides(issue.message)] as const),
  ]
  if (wrong.length > 0 || !parsed.success)
    return { faults: wrong.map(([key, message]) => cellFault(read, line, key, message)) }
  const body = { ...before, identity: withWholeAmounts(parsed.data) }
  const fields = changedFields(before, body).map(({ field }) => field)
  const changes = [...fields, ...(company.fresh ? ['company'] : []), ...duties.map(({ duty }) => duty)]
  const what = existing === undefined ? 'added' : changes.length > 0 ? 'changed' : 'same'
  return { line, what, existing, body, company, duties, changes }
}

const stranger: Text = {
  zh: '没有这位在岗人员，或重名，请先在“人员”中登记',
  en: 'no such active person, or more than one; register them under People first',
}

const sides = (message: string): Text => {
  const [zh = message, en = zh] = message.split(' · ')
  return { zh, en }
}
