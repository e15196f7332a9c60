import { type Child, html, type Markup, nothing } from './markup.ts'

export type Column = { readonly head: string; readonly className?: string }
/** Cells under the columns, or a line across them that names what follows. */
export type TableRow = { readonly cells: readonly Child[]; readonly id: string } | { readonly across: Child }

const cellsMarkup = (columns: readonly Column[], cells: readonly Child[]): readonly Markup[] =>
  cells.map(
    (cell, index) =>
      html`<td class="${columns[index]?.className ?? ''}" data-label="${columns[index]?.head ?? ''}"><div class="cell">${cell}</div></td>`,
  )

const tableMarkup = (columns: readonly Column[], rows: readonly Markup[], className: string): Markup => html`
<table class="data ${className}">
<thead><tr>${columns.map(({ head, className: look = '' }) => html`<th scope="col" class="${look}">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table>`

/**
 * A table whose head repeats on every printed page and whose rows become cards on a phone: each cell carries its
 * column's head for that.
 */
export const table = (columns: readonly Column[], rows: readonly (readonly Child[])[], className: string): Markup =>
  tableMarkup(
    columns,
    rows.map((cells) => html`\n<tr>${cellsMarkup(columns, cells)}</tr>`),
    className,
  )

/** A table in parts, whose rows can be referred to. */
export const tableInParts = (columns: readonly Column[], rows: readonly TableRow[], className: string): Markup =>
  tableMarkup(
    columns,
    rows.map((row) =>
      'across' in row
        ? html`\n<tr class="across"><th scope="rowgroup" colspan="${columns.length}">${row.across}</th></tr>`
        : html`\n<tr${row.id === '' ? nothing : html` id="${row.id}"`}>${cellsMarkup(columns, row.cells)}</tr>`,
    ),
    className,
  )
