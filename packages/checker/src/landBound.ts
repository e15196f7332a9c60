import type { Catalogue } from '@kaigong/catalogue'

/** P10, by which the land is won, and every matter that some chain of orders puts after it. */
export function landBound({ edges }: Catalogue): ReadonlySet<string> {
  const bound = new Set(['P10'])
  for (let before = 0; before !== bound.size; ) {
    before = bound.size
    for (const { from, to } of edges) {
      const froms = typeof from === 'string' ? [from] : from.map((f) => f.matter)
      if (froms.some((f) => bound.has(f))) bound.add(to)
    }
  }
  return bound
}
