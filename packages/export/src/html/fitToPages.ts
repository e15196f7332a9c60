/** Printable height of A3 landscape inside its margins, and what a chart's caption takes, in pixels at 96 dpi. */
const page = 1030
const caption = 110
/** Smaller than this share the articles under the bars could no longer be read on paper. */
const smallest = 0.82

/**
 * The scale at which a chart is printed, so that no page is left with only a few rows: its natural size, or somewhat
 * smaller where that saves a page. The head repeats on every page, and a row that does not fit moves to the next one whole.
 */
export function fitToPages({ head, rows }: { readonly head: number; readonly rows: readonly number[] }): number {
  const all = rows.reduce((sum, row) => sum + row, 0)
  const leftOver = Math.max(0, ...rows)
  const scaleOn = (pages: number) => (pages * page) / (caption + pages * head + all + (pages - 1) * leftOver)
  let pages = 1
  while (scaleOn(pages) < smallest && pages < rows.length) pages += 1
  return Math.max(smallest, Math.min(1, Math.floor(scaleOn(pages) * 100) / 100))
}
