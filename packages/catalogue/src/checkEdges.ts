import type { Catalogue } from './catalogue.ts'
import { checkComparison } from './checkMatters.ts'
import type { Condition } from './condition.ts'
import type { EdgePoint } from './edge.ts'
import type { Matter } from './matter.ts'
import { nearest } from './nearest.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'

/** Edges and gates: matters and points that do not exist, materials of somebody else, conditions on no fact, and circles. */
export function checkEdges(catalogue: Catalogue, say: Say) {
  const matters = new Map(catalogue.matters.map((m) => [m.id, m]))
  const names = (file: string, at: Path, id: string, point: EdgePoint | undefined) => {
    const matter = matters.get(id)
    if (!matter) {
      const near = nearest(id, [...matters.keys()])
      say(
        file,
        at,
        `事项“${id}”不存在${near ? `，是否想写 ${near}？` : ''}`,
        `matter "${id}" does not exist${near ? `; did you mean ${near}?` : ''}`,
      )
    } else if (point?.startsWith('step:') && !matter.steps?.some((s) => `step:${s.id}` === point)) {
      say(
        file,
        at,
        `${id} 没有环节“${point.slice(5)}”；现有：${matter.steps?.map((s) => s.id).join('、') ?? '（通用流程）'}`,
        `${id} has no step "${point.slice(5)}"; it has: ${matter.steps?.map((s) => s.id).join(', ') ?? '(the usual chain)'}`,
      )
    }
  }
  const file = 'national/edges.yaml'
  catalogue.edges.forEach((edge, i) => {
    const froms = typeof edge.from === 'string' ? [edge.from] : edge.from.map((f) => f.matter)
    for (const from of froms) names(file, [i, 'from'], from, edge.fromPoint)
    names(file, [i, 'to'], edge.to, edge.toPoint)
    if (edge.material !== undefined && !matters.get(edge.to)?.materials.some((m) => m.id === edge.material)) {
      say(
        file,
        [i, 'material'],
        `材料“${edge.material}”不属于 ${edge.to}`,
        `material "${edge.material}" does not belong to ${edge.to}`,
      )
    }
    if (edge.when) walkComparisons(edge.when, [i, 'when'], (c, at) => checkComparison(catalogue, c, at, file, say))
    if (typeof edge.from !== 'string') {
      edge.from.forEach((f, j) =>
        walkComparisons(f.when, [i, 'from', j, 'when'], (c, at) => checkComparison(catalogue, c, at, file, say)),
      )
    }
  })
  catalogue.gates.forEach((gate, i) => {
    gate.opens.forEach((o, j) => names('national/gates.yaml', [i, 'opens', j, 'matter'], o.matter, o.point))
    gate.requires.forEach((r, j) => names('national/gates.yaml', [i, 'requires', j, 'matter'], r.matter, r.point))
  })
  const circle = findCircle(catalogue.matters, arcs(catalogue))
  if (circle)
    say(file, [circle.edge], `先后关系成环：${circle.trail}`, `the order of matters runs in a circle: ${circle.trail}`)
}

function walkComparisons(c: Condition, at: Path, visit: (c: Extract<Condition, { fact: string }>, at: Path) => void) {
  if ('all' in c) c.all.forEach((x, i) => walkComparisons(x, [...at, 'all', i], visit))
  else if ('any' in c) c.any.forEach((x, i) => walkComparisons(x, [...at, 'any', i], visit))
  else if ('not' in c) walkComparisons(c.not, [...at, 'not'], visit)
  else if ('fact' in c) visit(c, at)
}

/** One arc of the order between points of matters; `edge` is its row in edges.yaml, or 0 for a gate. */
export type Arc = {
  readonly from: string
  readonly fromPoint: EdgePoint
  readonly to: string
  readonly toPoint: EdgePoint
  readonly edge: number
}

function arcs(catalogue: Catalogue): readonly Arc[] {
  const fromEdges = catalogue.edges.flatMap((edge, i) => {
    const froms = typeof edge.from === 'string' ? [edge.from] : edge.from.map((f) => f.matter)
    return froms.map(
      (from) =>
        ({
          from,
          fromPoint: edge.fromPoint ?? 'issued',
          to: edge.to,
          toPoint: edge.toPoint ?? 'submitted',
          edge: i,
        }) as const,
    )
  })
  const fromGates = catalogue.gates.flatMap((gate) =>
    gate.opens.flatMap((o) =>
      gate.requires.map(
        (r) => ({ from: r.matter, fromPoint: r.point ?? 'issued', to: o.matter, toPoint: o.point, edge: 0 }) as const,
      ),
    ),
  )
  return [...fromEdges, ...fromGates]
}

/**
 * A circle in the order of points, if there is one. Within a matter begun, submitted, decided, issued follow one another, and its steps
 * stand between begun and issued in their own order: a step's start when it comes after something, its finish when it comes before.
 */
export function findCircle(
  matters: readonly Matter[],
  all: readonly Arc[],
): { edge: number; trail: string } | undefined {
  const next = new Map<string, { to: string; edge: number }[]>()
  const add = (from: string, to: string, edge: number) => {
    const list = next.get(from) ?? []
    list.push({ to, edge })
    next.set(from, list)
  }
  for (const m of matters) {
    const usual = [`${m.id} begun`, `${m.id} submitted`, `${m.id} decided`, `${m.id} issued`]
    usual.slice(1).forEach((to, i) => add(usual[i] ?? '', to, -1))
    m.steps?.forEach((step, i) => {
      add(`${m.id} begun`, `${m.id} start:${step.id}`, -1)
      add(`${m.id} start:${step.id}`, `${m.id} end:${step.id}`, -1)
      add(`${m.id} end:${step.id}`, `${m.id} issued`, -1)
      const before = step.after ?? (i > 0 ? [m.steps?.[i - 1]?.id ?? ''] : [])
      for (const b of before) add(`${m.id} end:${b}`, `${m.id} start:${step.id}`, -1)
    })
  }
  const source = (id: string, p: EdgePoint) => (p.startsWith('step:') ? `${id} end:${p.slice(5)}` : `${id} ${p}`)
  const target = (id: string, p: EdgePoint) => (p.startsWith('step:') ? `${id} start:${p.slice(5)}` : `${id} ${p}`)
  for (const a of all) add(source(a.from, a.fromPoint), target(a.to, a.toPoint), a.edge)

  const state = new Map<string, 'open' | 'done'>()
  const trail: { node: string; edge: number }[] = []
  const visit = (node: string): { edge: number; trail: string } | undefined => {
    state.set(node, 'open')
    for (const { to, edge } of next.get(node) ?? []) {
      trail.push({ node, edge })
      if (state.get(to) === 'open') {
        const circle = trail.slice(trail.findIndex((t) => t.node === to))
        const named = [...circle.map((t) => t.node), to].map((n) => n.split(' ')[0] ?? n)
        return {
          edge: Math.max(0, ...circle.map((t) => t.edge)),
          trail: named.filter((n, i) => n !== named[i - 1]).join(' → '),
        }
      }
      if (state.get(to) === undefined) {
        const found = visit(to)
        if (found) return found
      }
      trail.pop()
    }
    state.set(node, 'done')
    return undefined
  }
  for (const node of next.keys()) {
    if (state.get(node) !== undefined) continue
    const found = visit(node)
    if (found) return found
  }
  return undefined
}

/** The arcs of the national edges and gates, for a district that adds its own. */
export const nationalArcs = arcs
