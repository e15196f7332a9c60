import { type Child, html, type Markup } from './markup.ts'

export type Column = { readonly head: string; readonly className?: string }

/**
 * A table whose head repeats on every printed page and whose rows become cards on a phone: each cell carries its
 * column's head for that.
 */
export const table = (
  columns: readonly Column[],
  rows: readonly (readonly Child[])[],
  className = '',
  ids: readonly string[] = [],
): Markup => html`
<table class="data ${className}">
<thead><tr>${columns.map(({ head, className: look = '' }) => html`<th scope="col" class="${look}">${head}</th>`)}</tr></thead>
<tbody>${rows.map((cells, row) => {
  const id = ids[row]
  return html`
<tr${id === undefined ? '' : html` id="${id}"`}>${cells.map((cell, index) => html`<td class="${columns[index]?.className ?? ''}" data-label="${columns[index]?.head ?? ''}"><div class="cell">${cell}</div></td>`)}</tr>`
})}</tbody>
</table>`
