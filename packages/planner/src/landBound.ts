import type { Catalogue } from '@kaigong/catalogue'

/** Matters that come after the land transaction (P10) by any chain of edges; P10 among them. */
export function landBoundMatters({ edges }: Catalogue): ReadonlySet<string> {
  const bound = new Set(['P10'])
  const queue = ['P10']
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const edge of edges) {
      const froms = typeof edge.from === 'string' ? [edge.from] : edge.from.map((f) => f.matter)
      if (froms.includes(id) && !bound.has(edge.to)) {
        bound.add(edge.to)
        queue.push(edge.to)
      }
    }
  }
  return bound
}
