import { cellFault } from './cellFault.ts'
import type { CellFault, ProjectListRead } from './projectRow.ts'
import { says } from './says.ts'

/** What is wrong only when cells are compared: codes and projects that stand there twice, and what goes only together. */
export function faultsBetweenRows(read: ProjectListRead): readonly CellFault[] {
  return [...twice(read, 'code', says.sameCode), ...twice(read, 'key', says.sameKey), ...apart(read)]
}

function twice(read: ProjectListRead, key: 'code' | 'key', message: typeof says.sameCode): readonly CellFault[] {
  const first = new Map<string, ProjectListRead['rows'][number]>()
  return read.rows.flatMap((row) => {
    const value = row.project[key]
    if (typeof value !== 'string') return []
    const before = first.get(value)
    if (before !== undefined) return [cellFault(read, row, key, message(before.sheet, before.row))]
    first.set(value, row)
    return []
  })
}

const apart = (read: ProjectListRead): readonly CellFault[] =>
  read.rows.flatMap((row) => {
    const { creditCode, company, key, version } = row.project
    return [
      ...(typeof creditCode === 'string' && company === null
        ? [cellFault(read, row, 'creditCode', says.companyMissing)]
        : []),
      ...(typeof key === 'string' && (version === null || version === undefined)
        ? [cellFault(read, row, 'key', says.versionMissing)]
        : []),
    ]
  })
