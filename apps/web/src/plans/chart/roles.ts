/**
 * The roles of a tree of rows. A table element would carry the roles of a plain table, and its rows cannot stand where a virtual list puts
 * them; so the chart's elements name their roles themselves (WAI-ARIA treegrid), the chart takes the keys and points at the chosen row.
 */
export const roles = {
  head: { role: 'row', 'aria-rowindex': 1 },
  columnHead: { role: 'columnheader' },
  body: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'gridcell' },
} as const
