import type { CellValue, Sheet } from 'hucre'
import type { Text } from '../words.ts'
import { letters } from '../xlsx/layout.ts'
import { columns, type ListColumn } from './columns.ts'
import type { Head, Heads } from './heads.ts'
import type { CellFault, CodeChecks, FoundColumn, ProjectListRead, ProjectRow } from './projectRow.ts'
import { cellText, type Read, readCell } from './readCell.ts'
import { says } from './says.ts'

const LONGEST_QUOTE = 100
/** Sums, notes and who signed, under the table. */
const UNDER_THE_TABLE =
  /^(?:(?:合计|总计|小计|total)(?:[:(\d]|$)|(?:注|备注|说明|填表人|填报人|制表人?|审核人?|联系人|填报单位|制表单位):)/i
/** `一、省重大项目（4 个）`, alone in its row, between the projects. */
const HEADING = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/

type Known = Omit<Head, 'known'> & { readonly column: ListColumn }

/** The projects below the heads of one sheet, and what is wrong with their cells. */
export function readSheet(sheet: Sheet, { row: headRow, heads }: Heads, codes: CodeChecks): ProjectListRead {
  const known = heads.flatMap(({ known: column, ...head }) => (column === undefined ? [] : [{ ...head, column }]))
  const found: FoundColumn[] = known.map(({ at, header, column }) => ({
    sheet: sheet.name,
    key: column.key,
    letter: letters(at),
    header,
  }))
  const read = withMergedCells(sheet).flatMap((cells, row) =>
    row <= headRow || !isProject(cells, known) ? [] : [readRow(sheet.name, row + 1, cells, known, codes)],
  )
  const rows = read.map(({ faults, ...row }) => row)
  return {
    rows,
    columns: found,
    faults: [...missingColumns(sheet, headRow, found, rows), ...read.flatMap(({ faults }) => faults)],
    warnings: heads
      .filter((head) => head.known === undefined)
      .map(({ at, header }) => says.unknownColumn(sheet.name, letters(at), header)),
  }
}

function readRow(
  sheet: string,
  row: number,
  cells: readonly CellValue[],
  known: readonly Known[],
  codes: CodeChecks,
): ProjectListRead['rows'][number] & { readonly faults: readonly CellFault[] } {
  const read = known.map((head) => {
    const cell = cells[head.at] ?? null
    return {
      ...head,
      cell,
      result: orMissing(head.column, readCell(head.column.kind, cell, { codes, unit: head.unit })),
    }
  })
  const project: Partial<ProjectRow> = Object.fromEntries(
    read.flatMap(({ column, result }) => ('value' in result ? [[column.key, result.value]] : [])),
  )
  const faults = read.flatMap(({ at, header, cell, result }) =>
    'fault' in result
      ? [
          {
            sheet,
            row,
            column: letters(at),
            header,
            value: cellText(cell).slice(0, LONGEST_QUOTE),
            message: result.fault,
          },
        ]
      : [],
  )
  return { sheet, row, project, faults }
}

/** An empty cell is a fault where every project has to say something, and says no where the answer is yes or no. */
function orMissing({ required, head, kind }: ListColumn, read: Read): Read {
  if (!('value' in read) || read.value !== null) return read
  if (required === true) return { fault: says.missing(head) }
  return kind.is === 'yesNo' ? { value: false } : read
}

/** Only a new project needs every required column; of a registered one the others stay as they are. */
function missingColumns(
  sheet: Sheet,
  headRow: number,
  found: readonly FoundColumn[],
  rows: ProjectListRead['rows'],
): readonly CellFault[] {
  if (rows.every(({ project }) => typeof project.key === 'string')) return []
  const name = found.find(({ key }) => key === 'name')
  const fault = (message: Text): CellFault => ({
    sheet: sheet.name,
    row: headRow + 1,
    column: name?.letter ?? 'A',
    header: name?.header ?? '',
    value: '',
    message,
  })
  return columns
    .filter(({ required, key }) => required === true && found.every((each) => each.key !== key))
    .map(({ head }) => fault(says.missingColumn(head)))
}

/** A cell that is merged over several rows, a company over its projects, says the same for each of them. */
function withMergedCells({ rows, merges = [] }: Sheet): readonly (readonly CellValue[])[] {
  const filled = rows.map((row) => [...row])
  for (const { startRow, endRow, startCol } of merges) {
    const value = filled[startRow]?.[startCol] ?? null
    for (const cells of filled.slice(startRow + 1, endRow + 1)) cells[startCol] = value
  }
  return filled
}

function isProject(cells: readonly CellValue[], known: readonly Known[]): boolean {
  if (known.every(({ at }) => cellText(cells[at] ?? null) === '')) return false
  const [first = '', ...others] = cells.map(cellText).filter((text) => text !== '')
  const text = first.normalize('NFKC').replaceAll(/\s/g, '')
  return !UNDER_THE_TABLE.test(text) && (others.length > 0 || !HEADING.test(text))
}
