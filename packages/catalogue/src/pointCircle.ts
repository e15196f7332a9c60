import type { Catalogue } from './catalogue.ts'
import type { EdgePoint } from './edge.ts'
import type { Matter } from './matter.ts'
import type { Path } from './place.ts'

/** One order between points of two matters, and where it is written. */
export type Arc = {
  readonly from: string
  readonly fromPoint: EdgePoint
  readonly to: string
  readonly toPoint: EdgePoint
  readonly file: string
  readonly path: Path
}

/** The order that edges and gates give, whatever the facts; of alternatives each. */
export function nationalArcs({ edges, gates }: Catalogue): readonly Arc[] {
  const fromEdges = edges.flatMap((edge, i) => {
    const { to, fromPoint = 'issued', toPoint = 'submitted' } = edge
    const froms = typeof edge.from === 'string' ? [edge.from] : edge.from.map((f) => f.matter)
    return froms.map((from) => ({ from, fromPoint, to, toPoint, file: 'national/edges.yaml', path: [i] }))
  })
  const fromGates = gates.flatMap((gate, i) =>
    gate.requires.flatMap(({ matter: from, point: fromPoint = 'issued', for: only }, j) =>
      gate.opens
        .filter((o) => only?.includes(o.matter) ?? true)
        .map(({ matter: to, point: toPoint }) => {
          return { from, fromPoint, to, toPoint, file: 'national/gates.yaml', path: [i, 'requires', j] }
        }),
    ),
  )
  return [...fromEdges, ...fromGates]
}

/** The matters that come round to themselves, and the last written of the arcs that make them do so. */
export type Circle = { readonly trail: string; readonly arc: Arc }

type Hop = { readonly to: string; readonly arc: number }
/** Of the order inside a matter. */
const INNER = -1

/**
 * A circle in the order of points, if there is one. Within a matter begun, submitted, decided, issued follow one another, and its steps
 * stand between begun and issued in their own order: a step's start when it comes after something, its finish when it comes before.
 */
export function findCircle(matters: readonly Matter[], arcs: readonly Arc[]): Circle | undefined {
  const hops = hopsOf(matters, arcs)
  const state = new Map<string, 'open' | 'done'>()
  const trail: { node: string; arc: number }[] = []
  const visit = (node: string): Circle | undefined => {
    state.set(node, 'open')
    for (const { to, arc } of hops.get(node) ?? []) {
      trail.push({ node, arc })
      const found =
        state.get(to) === 'open'
          ? told(trail.slice(trail.findIndex((t) => t.node === to)), arcs)
          : state.get(to) === undefined
            ? visit(to)
            : undefined
      if (found) return found
      trail.pop()
    }
    state.set(node, 'done')
    return undefined
  }
  for (const node of hops.keys()) {
    const found = state.get(node) === undefined ? visit(node) : undefined
    if (found) return found
  }
  return undefined
}

function told(circle: readonly { node: string; arc: number }[], arcs: readonly Arc[]): Circle | undefined {
  const arc = arcs[Math.max(...circle.map((t) => t.arc))]
  const named = [...circle, ...circle.slice(0, 1)].map((t) => t.node.split(' ')[0])
  return arc && { arc, trail: named.filter((n, i) => n !== named[i - 1]).join(' → ') }
}

function hopsOf(matters: readonly Matter[], arcs: readonly Arc[]): ReadonlyMap<string, readonly Hop[]> {
  const hops = new Map<string, Hop[]>()
  const add = (from: string, to: string, arc: number) => hops.set(from, [...(hops.get(from) ?? []), { to, arc }])
  for (const { id, steps } of matters) {
    add(`${id} begun`, `${id} submitted`, INNER)
    add(`${id} submitted`, `${id} decided`, INNER)
    add(`${id} decided`, `${id} issued`, INNER)
    steps?.forEach((step, i) => {
      add(`${id} begun`, `${id} start:${step.id}`, INNER)
      add(`${id} start:${step.id}`, `${id} end:${step.id}`, INNER)
      add(`${id} end:${step.id}`, `${id} issued`, INNER)
      const above = steps.slice(Math.max(0, i - 1), i).map((s) => s.id)
      for (const before of step.after ?? above) add(`${id} end:${before}`, `${id} start:${step.id}`, INNER)
    })
  }
  const point = (id: string, p: EdgePoint, side: 'start' | 'end') =>
    p.startsWith('step:') ? `${id} ${side}:${p.slice(5)}` : `${id} ${p}`
  for (const [i, a] of arcs.entries()) add(point(a.from, a.fromPoint, 'end'), point(a.to, a.toPoint, 'start'), i)
  return hops
}
