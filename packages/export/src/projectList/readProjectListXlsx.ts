import type { CellValue, Sheet } from 'hucre'
import type { Text } from '../words.ts'
import { columns, type ListColumn } from './columns.ts'
import { letters } from './letters.ts'
import { type Heads, headsOf } from './heads.ts'
import type { CellFault, CodeChecks, FoundColumn, ProjectListRead, ProjectRow } from './projectRow.ts'
import { cellText, readCell } from './readCell.ts'
import { faultsBetweenRows } from './betweenRows.ts'
import { says } from './says.ts'
import { refusedBeforeUnpacking } from './unpacked.ts'

/** A district has some hundreds of projects; office programs leave formats down to row 1,048,576, which are not read. */
const MOST_ROWS = 20_000
const READ_RANGE = `A1:CV${MOST_ROWS + 1}`
const LONGEST_QUOTE = 100
/** A line under the table that sums it up or explains it. */
const NOT_A_PROJECT = /^(?:合计|总计|小计|total|注|备注|说明|填表人|填报人|制表|审核|联系人)/i

/**
 * The rows of a project list, in whatever order its columns stand, with every cell that cannot be read as it is. All visible
 * sheets that have a head "项目名称" are read. Never throws: a file that is no workbook is `unreadable`, and says what to do.
 * Unpacks up to 100 MB: call it in a worker with a memory limit.
 */
export async function readProjectListXlsx(
  bytes: Uint8Array,
  codes: CodeChecks,
): Promise<ProjectListRead | { readonly unreadable: Text }> {
  const refused = refusedBeforeUnpacking(bytes)
  if (refused !== undefined) return { unreadable: refused }
  const sheets = await visibleSheets(bytes)
  if (sheets === undefined) return { unreadable: says.refused.damaged }
  const read: ProjectListRead[] = []
  const skipped: Text[] = []
  for (const sheet of sheets) {
    const heads = headsOf(sheet.rows)
    if (heads === undefined) {
      if (!isEmpty(sheet) && !isInstructions(sheet.name)) skipped.push(says.noListInSheet(sheet.name))
      continue
    }
    if (sheet.rows.length > MOST_ROWS && sheet.rows.slice(MOST_ROWS).some(isFilled))
      return { unreadable: says.refused.tooLong(sheet.name, MOST_ROWS) }
    read.push(readSheet(sheet, heads, codes))
  }
  if (read.length === 0) return { unreadable: says.refused.noList }
  const whole: ProjectListRead = {
    rows: read.flatMap(({ rows }) => rows),
    columns: read.flatMap((each) => each.columns),
    faults: read.flatMap(({ faults }) => faults),
    warnings: [...read.flatMap(({ warnings }) => warnings), ...skipped],
  }
  return { ...whole, faults: [...whole.faults, ...faultsBetweenRows(whole)] }
}

async function visibleSheets(bytes: Uint8Array): Promise<readonly Sheet[] | undefined> {
  const { readXlsx } = await import('hucre')
  try {
    const { sheets } = await readXlsx(bytes, {
      range: READ_RANGE,
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
    })
    return sheets
  } catch {
    // Whatever the library stumbles over, the file is not one that can be imported.
    return undefined
  }
}

function readSheet(sheet: Sheet, { row: headRow, heads }: Heads, codes: CodeChecks): ProjectListRead {
  const known = heads.flatMap(({ known: column, ...head }) => (column === undefined ? [] : [{ ...head, column }]))
  const rows = withMergedCells(sheet)
  const found: FoundColumn[] = known.map(({ at, header, column }) => ({
    sheet: sheet.name,
    key: column.key,
    letter: letters(at),
    header,
  }))
  const faults: CellFault[] = []
  const read: ProjectListRead['rows'][number][] = []
  for (let row = headRow + 1; row < rows.length; row += 1) {
    const cells = rows[row] ?? []
    if (!known.some(({ at }) => cellText(cells[at] ?? null) !== '') || isUnderTheTable(cells)) continue
    const project: Record<string, string | number | boolean | null> = {}
    for (const { at, header, unit, column } of known) {
      const cell = cells[at] ?? null
      const result = readCell(column.kind, cell, { codes, unit })
      const message = 'fault' in result ? result.fault : missing(column, result.value)
      if (message !== undefined) {
        const value = cellText(cell).slice(0, LONGEST_QUOTE)
        faults.push({ sheet: sheet.name, row: row + 1, column: letters(at), header, value, message })
      } else if ('value' in result) project[column.key] = column.key === 'synthetic' ? result.value === true : result.value
    }
    read.push({ sheet: sheet.name, row: row + 1, project: project as Partial<ProjectRow> })
  }
  return {
    rows: read,
    columns: found,
    faults: [...missingColumns(sheet, headRow, found, read), ...faults],
    warnings: heads
      .filter((head) => head.known === undefined)
      .map(({ at, header }) => says.unknownColumn(sheet.name, letters(at), header)),
  }
}

const missing = ({ required, head }: ListColumn, value: string | number | boolean | null): Text | undefined =>
  required === true && value === null ? says.missing(head) : undefined

/** Only a new project needs every required column; of a registered one the others stay as they are. */
function missingColumns(
  sheet: Sheet,
  headRow: number,
  found: readonly FoundColumn[],
  rows: ProjectListRead['rows'],
): readonly CellFault[] {
  if (rows.every(({ project }) => typeof project.key === 'string')) return []
  const name = found.find(({ key }) => key === 'name')
  return columns
    .filter(({ required, key }) => required === true && found.every((each) => each.key !== key))
    .map(({ head }) => ({
      sheet: sheet.name,
      row: headRow + 1,
      column: name?.letter ?? 'A',
      header: name?.header ?? '',
      value: '',
      message: says.missingColumn(head),
    }))
}

/** A cell that is merged over several rows, a company over its projects, says the same for each of them. */
function withMergedCells({ rows, merges = [] }: Sheet): readonly (readonly CellValue[])[] {
  const filled = rows.map((row) => [...row])
  for (const { startRow, endRow, startCol } of merges) {
    const value = filled[startRow]?.[startCol] ?? null
    for (let row = startRow + 1; row <= Math.min(endRow, filled.length - 1); row += 1) {
      const cells = filled[row]
      if (cells !== undefined) cells[startCol] = value
    }
  }
  return filled
}

const isFilled = (cells: readonly CellValue[]): boolean => cells.some((cell) => cellText(cell) !== '')
const isEmpty = ({ rows }: Sheet): boolean => !rows.some(isFilled)
const isInstructions = (name: string): boolean => name === says.instructions.zh || name === says.instructions.en

/** Sums and notes begin the line, and few cells follow. */
function isUnderTheTable(cells: readonly CellValue[]): boolean {
  const texts = cells.map(cellText).filter((text) => text !== '')
  const first = texts[0]?.replaceAll(/\s/g, '') ?? ''
  return NOT_A_PROJECT.test(first) && !texts.some((text) => /^\d{4}-?\d{6}-?\d{2}-?\d{2}-?\d{6}$/.test(text))
}
