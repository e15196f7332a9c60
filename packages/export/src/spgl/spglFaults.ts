import type { Text } from '../words.ts'
import { SPGL_TABLES, type SpglColumn, type SpglRow, type SpglRows, type SpglTable } from './spglTables.ts'

/** What is wrong with a row (the first is 1), and in which column where it is one. */
export type SpglFault = {
  readonly table: string
  readonly row: number
  readonly column: string | null
  readonly says: Text
}

/** Faults of the status flow of one case, by the place of the row in the flow. */
type FlowFaults = (rows: readonly { readonly code: number; readonly on: string; readonly id?: string }[]) => readonly {
  readonly row: number
  readonly says: Text
}[]

/**
 * Everything in exchange rows that breaks their rules: what is missing, of the wrong form, there twice, or points at nothing; and of the flow
 * of each case what `flowFaults` finds. A row that another system would refuse is shown before it is sent.
 * @param spanOf which supplement or procedure a row of the flow belongs to, by its local key.
 */
export function spglFaults(
  rows: SpglRows,
  flowFaults: FlowFaults,
  spanOf: (key: string) => string | undefined,
): readonly SpglFault[] {
  const known = lookedUp(rows)
  return [
    ...SPGL_TABLES.flatMap((table) => [
      ...(rows[table.name] ?? []).flatMap((row, i) => rowFaults(table, row, i, known)),
      ...twice(table, rows[table.name] ?? [], 'LSH'),
      ...twice(table, rows[table.name] ?? [], 'DFSJZJ'),
    ]),
    ...flowsIn(rows.SPGL_XMSPSXBLXXXXB ?? [], flowFaults, spanOf),
  ]
}

/** The values that stand in a column of a table. */
type Known = (table: string, column: string) => ReadonlySet<unknown>

function lookedUp(rows: SpglRows): Known {
  const sets = new Map<string, ReadonlySet<unknown>>()
  return (table, column) => {
    const key = `${table} ${column}`
    const set = sets.get(key) ?? new Set((rows[table] ?? []).map((row) => row[column]))
    sets.set(key, set)
    return set
  }
}

function rowFaults({ name, columns }: SpglTable, row: SpglRow, i: number, known: Known): readonly SpglFault[] {
  const strangers = Object.keys(row).filter((key) => !columns.some((c) => c.name === key))
  return [
    ...strangers.map((key) => ({
      table: name,
      row: i + 1,
      column: key,
      says: { zh: '该表没有这一列。', en: 'The table has no such column.' },
    })),
    ...columns.flatMap((column) => {
      const says = cellFault(column, row[column.name] ?? null, known)
      return says === undefined ? [] : [{ table: name, row: i + 1, column: column.name, says }]
    }),
  ]
}

function cellFault(column: SpglColumn, value: string | number | null, known: Known): Text | undefined {
  const { says, kind, required, of } = column
  if (value === null || value === '')
    return required ? { zh: `缺少${says.zh}。请补充。`, en: `${says.en} is missing. Add it.` } : undefined
  const wrong = {
    zh: `${says.zh}“${value}”不合格式。请核对。`,
    en: `${says.en} “${value}” has the wrong form. Check it.`,
  }
  if (!fits(kind, value)) return wrong
  if (of !== undefined && !known(of, column.name).has(value))
    return { zh: `${says.zh}“${value}”在 ${of} 中没有。`, en: `${says.en} “${value}” does not stand in ${of}.` }
  return undefined
}

function fits(kind: SpglColumn['kind'], value: string | number): boolean {
  switch (kind.is) {
    case 'text':
      return typeof value === 'string' && [...value].length <= kind.max && (kind.pattern?.test(value) ?? true)
    case 'whole':
      return (
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= (kind.from ?? value) &&
        value <= (kind.to ?? value)
      )
    case 'day':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    case 'amount':
      return /^\d+(\.\d{1,6})?$/.test(String(value))
  }
}

function twice({ name }: SpglTable, rows: readonly SpglRow[], column: string): readonly SpglFault[] {
  const seen = new Set<unknown>()
  return rows.flatMap((row, i) => {
    const size = seen.size
    seen.add(row[column])
    if (seen.size > size) return []
    return [{ table: name, row: i + 1, column, says: { zh: '与前面的行重复。', en: 'A row above has the same.' } }]
  })
}

function flowsIn(rows: readonly SpglRow[], flowFaults: FlowFaults, spanOf: (key: string) => string | undefined) {
  const flows = Map.groupBy(
    rows.map((row, i) => ({ row, i })),
    ({ row }) => row.SPSXSLBM,
  )
  return [...flows.values()].flatMap((flow) =>
    flowFaults(
      flow.map(({ row }) => {
        const id = spanOf(String(row.DFSJZJ))
        return { code: Number(row.BLZT), on: String(row.BLSJ), ...(id === undefined ? {} : { id }) }
      }),
    ).map(({ row, says }) => ({
      table: 'SPGL_XMSPSXBLXXXXB',
      row: (flow[row]?.i ?? 0) + 1,
      column: 'BLZT',
      says,
    })),
  )
}
