import type { CellValue, Sheet } from 'hucre'
import type { Text } from '../words.ts'
import { faultsBetweenRows } from './betweenRows.ts'
import { headsOf } from './heads.ts'
import type { CodeChecks, ProjectListRead } from './projectRow.ts'
import { cellText } from './readCell.ts'
import { readSheet } from './readSheet.ts'
import { says } from './says.ts'
import { refusedBeforeUnpacking } from './unpacked.ts'

/** A district has some hundreds of projects; office programs leave formats down to row 1,048,576, which are not read. */
const MOST_ROWS = 20_000
const READ_RANGE = `A1:CV${MOST_ROWS + 1}`
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

const isFilled = (cells: readonly CellValue[]): boolean => cells.some((cell) => cellText(cell) !== '')
const isEmpty = ({ rows }: Sheet): boolean => !rows.some(isFilled)
const isInstructions = (name: string): boolean => name === says.instructions.zh || name === says.instructions.en
