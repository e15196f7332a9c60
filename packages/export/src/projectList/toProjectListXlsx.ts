import type { CellStyle, DataValidation, WriteSheet } from 'hucre'
import type { Lang, Text } from '../words.ts'
import { serialOfDay, type Value } from '../xlsx/cell.ts'
import { letters, sheetOf } from '../xlsx/layout.ts'
import { defaultFont, styleOf } from '../xlsx/styles.ts'
import { yesNo } from './choices.ts'
import { columns, type Kind, type ListColumn, wordsOf } from './columns.ts'
import { instructions } from './instructions.ts'
import type { ProjectRow } from './projectRow.ts'
import { says } from './says.ts'

export type ProjectListOptions = { readonly title: string; readonly asOf: string; readonly lang: Lang }

/** Title, subtitle, common heads, heads. */
const ROWS_ABOVE = 4
/** Empty lines under the list that have its formats and drop-downs: somebody will add projects there. */
const ROWS_TO_ADD = 100
const LINE_NUMBER_WIDTH = 6

/**
 * The project list as a workbook that offices fill in and `readProjectListXlsx` takes back unchanged: drop-downs, real
 * dates, codes as text, amounts in 万元, a sheet of instructions, and hidden columns that say which project in which version
 * a line is. Without rows it is the template. The same rows give the same bytes.
 */
export async function toProjectListXlsx(
  rows: readonly ProjectRow[],
  { title, asOf, lang }: ProjectListOptions,
): Promise<Uint8Array> {
  const { serialToDate, writeXlsx } = await import('hucre')
  const say = (text: Text) => text[lang]
  const synthetic = rows.some((row) => row.synthetic)
  const list = sheetOf(
    {
      name: say(says.sheet),
      title,
      subtitle: say(says.subtitle(asOf)) + (synthetic ? say(says.synthetic) : ''),
      paper: 'a3',
      widths: [LINE_NUMBER_WIDTH, ...columns.map(({ width }) => width)],
      blocks: [
        {
          columns: [
            { head: say(says.lineNumber), align: 'center' },
            ...columns.map(({ head, group, kind }) => ({
              head: kind.is === 'money' ? `${say(head)}\n${say(says.wan)}` : say(head),
              ...(group === undefined ? {} : { group: say(group) }),
            })),
          ],
          rows: rows.map((row, i) => [i + 1, ...columns.map(({ key, kind }) => cellOf(kind, row[key], lang))]),
        },
      ],
      list: { frozenColumns: 2 },
      footer: say(says.footer(asOf, synthetic)),
    },
    lang,
  )
  const made = serialToDate(serialOfDay(asOf))
  return await writeXlsx({
    sheets: [toFillIn(list, rows.length, synthetic, lang), sheetOf(instructions(asOf, lang), lang), versionSheet(asOf)],
    defaultFont: defaultFont(lang),
    properties: { title, creator: 'Kaigong', created: made, modified: made },
  })
}

function cellOf(kind: Kind, value: ProjectRow[keyof ProjectRow], lang: Lang): Value {
  if (typeof value === 'boolean') return yesNo[value ? 'yes' : 'no'][lang]
  if (value === null || typeof value === 'number') return value
  switch (kind.is) {
    case 'money':
      return Number(value)
    case 'day':
      return { day: value }
    case 'choice':
      return kind.words[value]?.[lang] ?? value
    case 'code':
    case 'key':
      return { code: value }
    case 'line':
    case 'lines':
    case 'yesNo':
    case 'year':
    case 'version':
      return value
  }
}

/** What a list needs that people write in: formats for lines to come, drop-downs, and no sight of what only the way back needs. */
function toFillIn(sheet: WriteSheet, count: number, synthetic: boolean, lang: Lang): WriteSheet {
  const cells = new Map(sheet.cells)
  // The library writes no style for a whole column: each empty cell below has its own, so that a code typed there stays text.
  const { font, alignment } = styleOf('text', lang)
  const empty: CellStyle = { ...(font && { font }), ...(alignment && { alignment }) }
  columns.forEach(({ kind }, i) => {
    for (let row = ROWS_ABOVE; row < ROWS_ABOVE + count + ROWS_TO_ADD; row += 1) {
      const at = `${row},${i + 1}`
      const cell = cells.get(at)
      cells.set(at, { ...cell, style: { ...(cell?.style ?? empty), ...formatOf(kind) } })
    }
  })
  // A title in the middle of so wide a sheet would be out of sight, and be cut between two printed pages.
  for (const at of ['0,0', '1,0']) {
    const cell = cells.get(at)
    cells.set(at, { ...cell, style: { ...cell?.style, alignment: { horizontal: 'left', vertical: 'center' } } })
  }
  const hidden = ({ key, hidden: always }: ListColumn) => always === true || (key === 'synthetic' && !synthetic)
  return {
    ...sheet,
    rows: [...(sheet.rows ?? []), ...Array.from({ length: ROWS_TO_ADD }, () => columns.map(() => null))],
    cells,
    columns: [
      { width: LINE_NUMBER_WIDTH },
      ...columns.map((column) => ({ width: column.width, ...(hidden(column) ? { hidden: true } : {}) })),
    ],
    dataValidations: columns.flatMap(({ kind }, i) => dropDown(kind, i + 1, count, lang)),
    pageSetup: {
      ...sheet.pageSetup,
      fitToWidth: 2,
      printTitlesColumn: '$A:$B',
      printArea: `$A$1:$${letters(columns.length)}$${ROWS_ABOVE + Math.max(1, count)}`,
    },
  }
}

/** Short texts are text throughout, so that neither a code nor a name that begins with `=` changes when it is edited. */
function formatOf(kind: Kind): CellStyle {
  switch (kind.is) {
    case 'money':
      return { numFmt: '#,##0.00', alignment: { horizontal: 'right', vertical: 'center' } }
    case 'day':
      return { numFmt: 'yyyy-mm-dd' }
    case 'line':
    case 'code':
    case 'key':
      return { numFmt: '@' }
    case 'lines':
    case 'choice':
    case 'yesNo':
    case 'year':
    case 'version':
      return {}
  }
}

function dropDown(kind: Kind, column: number, count: number, lang: Lang): readonly DataValidation[] {
  const words = wordsOf(kind)
  if (words === undefined) return []
  const all = Object.values(words).map((word) => word[lang])
  return [
    {
      type: 'list',
      values: all,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: says.instructions[lang],
      errorMessage: all.join(lang === 'zh' ? '、' : ', '),
      range: `${letters(column)}${ROWS_ABOVE + 1}:${letters(column)}${ROWS_ABOVE + count + ROWS_TO_ADD}`,
    },
  ]
}

const versionSheet = (asOf: string): WriteSheet => ({
  name: '_kaigong',
  hidden: true,
  rows: [
    ['format', 'kaigong-projects/1'],
    ['asOf', asOf],
  ],
})
