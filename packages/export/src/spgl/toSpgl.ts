import type { Lang } from '../words.ts'
import { serialOfDay } from '../xlsx/cell.ts'
import { sheetOf } from '../xlsx/layout.ts'
import { defaultFont } from '../xlsx/styles.ts'
import { SPGL_TABLES, type SpglRows, type SpglTable, type SpglValue } from './spglTables.ts'

/** All tables as one document, each a list of rows. */
export const toSpglJson = (rows: SpglRows): string => `${JSON.stringify(rows)}\n`

/**
 * A table as CSV (RFC 4180, UTF-8 with the mark by which Excel knows it), its columns by their national names. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
export function toSpglCsv({ name, columns }: SpglTable, rows: SpglRows): string {
  const lines = (rows[name] ?? []).map((row) => columns.map((c) => csvCell(row[c.name] ?? null)).join(','))
  return `\uFEFF${[columns.map((c) => c.name).join(','), ...lines].join('\r\n')}\r\n`
}

function csvCell(value: SpglValue): string {
  if (value === null) return ''
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** All tables as a workbook, a sheet each. The same rows give the same bytes. */
export async function toSpglXlsx(
  rows: SpglRows,
  { asOf, lang }: { readonly asOf: string; readonly lang: Lang },
): Promise<Uint8Array> {
  const { serialToDate, writeXlsx } = await import('hucre')
  const made = serialToDate(serialOfDay(asOf))
  return await writeXlsx({
    sheets: SPGL_TABLES.map((table) =>
      sheetOf(
        {
          name: table.says[lang],
          title: `${table.says[lang]} ${table.name}`,
          subtitle: asOf,
          paper: 'a3',
          widths: table.columns.map(({ says }) => Math.max(14, says.zh.length * 2 + 4)),
          blocks: [
            {
              columns: table.columns.map(({ name, says }) => ({ head: `${says[lang]}\n${name}` })),
              rows: (rows[table.name] ?? []).map((row) =>
                table.columns.map(({ name }) => {
                  const value = row[name] ?? null
                  return value === null ? '' : String(value)
                }),
              ),
            },
          ],
          list: { frozenColumns: 2 },
          footer: asOf,
        },
        lang,
      ),
    ),
    defaultFont: defaultFont(lang),
    properties: { title: 'SPGL', creator: 'Kaigong', created: made, modified: made },
  })
}
