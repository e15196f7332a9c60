import type { Text } from '../words.ts'
import type { CellFault, ProjectListRead, ProjectRow } from './projectRow.ts'

/**
 * A fault of a cell whose row was read: for what only the caller can find, such as a code that another project has. Where the
 * sheet has no such column the fault lies with the name.
 */
export function cellFault(
  read: Pick<ProjectListRead, 'columns'>,
  { sheet, row, project }: ProjectListRead['rows'][number],
  key: keyof ProjectRow,
  message: Text,
): CellFault {
  const inSheet = read.columns.filter((column) => column.sheet === sheet)
  const column = inSheet.find((each) => each.key === key) ?? inSheet.find((each) => each.key === 'name')
  const value = column === undefined ? null : project[column.key]
  return {
    sheet,
    row,
    column: column?.letter ?? 'A',
    header: column?.header ?? '',
    value: value === null || value === undefined ? '' : String(value),
    message,
  }
}
