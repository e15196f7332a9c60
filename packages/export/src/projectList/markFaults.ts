import type { Cell, CellStyle, Sheet } from 'hucre'
import type { CellFault } from './projectRow.ts'

const RED: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF9999' } } }
const AUTHOR = 'Kaigong'

/**
 * The uploaded workbook with every faulty cell red and a note in it, in Chinese and English; a note of an earlier marking is
 * replaced. Values, fonts, borders, number formats, merged cells, drop-downs, filters and hidden sheets stay; charts and
 * pivot tables do not. For bytes that `readProjectListXlsx` could read.
 */
export async function markFaults(bytes: Uint8Array, faults: readonly CellFault[]): Promise<Uint8Array> {
  const { letterToCol, readXlsx, writeXlsx } = await import('hucre')
  const { sheets, properties, namedRanges, defaultFont, dateSystem, activeSheet } = await readXlsx(bytes, {
    readStyles: true,
  })
  return await writeXlsx({
    sheets: sheets.map(({ charts, pivotTables, ...sheet }) => ({
      ...sheet,
      cells: marked(
        sheet,
        faults.filter((each) => each.sheet === sheet.name),
        letterToCol,
      ),
    })),
    ...(properties === undefined ? {} : { properties }),
    ...(namedRanges === undefined ? {} : { namedRanges }),
    ...(defaultFont === undefined ? {} : { defaultFont }),
    ...(dateSystem === undefined ? {} : { dateSystem }),
    ...(activeSheet === undefined ? {} : { activeSheet }),
  })
}

function marked(
  sheet: Pick<Sheet, 'cells'>,
  faults: readonly CellFault[],
  columnOf: (letter: string) => number,
): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>([...(sheet.cells ?? [])].map(([at, cell]) => [at, unmarked(cell)]))
  for (const { row, column, message } of faults) {
    const at = `${row - 1},${columnOf(column)}`
    const cell = cells.get(at) ?? {}
    const before = cell.comment?.author === AUTHOR ? `${cell.comment.text}\n` : ''
    cells.set(at, {
      ...cell,
      style: { ...cell.style, ...RED },
      comment: { author: AUTHOR, text: `${before}${message.zh}\n${message.en}` },
    })
  }
  return cells
}

function unmarked({ comment, ...cell }: Cell): Partial<Cell> {
  if (comment === undefined) return cell
  if (comment.author !== AUTHOR) return { ...cell, comment }
  const { fill, ...style } = cell.style ?? {}
  return { ...cell, style }
}
