import type { Catalogue } from './catalogue.ts'
import { checkPoint } from './checkPoint.ts'
import { type Edge, Gate } from './edge.ts'
import type { Matter } from './matter.ts'
import type { Path } from './place.ts'
import { findCircle, nationalArcs } from './pointCircle.ts'
import type { Say } from './say.ts'

const EDGES = 'national/edges.yaml'
const GATES = 'national/gates.yaml'

/** Edges and gates: matters and points that do not exist, materials of somebody else, gates that are missing, and circles. */
export function checkEdges(catalogue: Catalogue, say: Say) {
  const matters = new Map(catalogue.matters.map((m) => [m.id, m]))
  const point = (file: string, matter: Path, point: Path, id: string, p: Edge['fromPoint']) =>
    checkPoint(matters, file, { matter, point }, id, p, say)
  catalogue.edges.forEach((edge, i) => {
    if (typeof edge.from === 'string') point(EDGES, [i, 'from'], [i, 'fromPoint'], edge.from, edge.fromPoint)
    else edge.from.forEach((f, j) => point(EDGES, [i, 'from', j, 'matter'], [i, 'fromPoint'], f.matter, edge.fromPoint))
    point(EDGES, [i, 'to'], [i, 'toPoint'], edge.to, edge.toPoint)
    checkMaterial(matters, edge, i, say)
  })
  catalogue.gates.forEach((gate, i) => {
    gate.opens.forEach((o, j) => point(GATES, [i, 'opens', j, 'matter'], [i, 'opens', j, 'point'], o.matter, o.point))
    gate.requires.forEach((r, j) => {
      point(GATES, [i, 'requires', j, 'matter'], [i, 'requires', j, 'point'], r.matter, r.point)
      r.for?.forEach((id, k) => {
        if (!gate.opens.some((o) => o.matter === id))
          say(
            GATES,
            [i, 'requires', j, 'for', k],
            `闸门 ${gate.id} 并不放行 ${id}`,
            `gate ${gate.id} does not open ${id}`,
          )
      })
    })
  })
  for (const id of Gate.shape.id.options) {
    if (!catalogue.gates.some((g) => g.id === id)) say(GATES, [], `缺少闸门 ${id}`, `gate ${id} is missing`)
  }
  const circle = findCircle(catalogue.matters, nationalArcs(catalogue))
  if (circle) {
    const { arc, trail } = circle
    say(arc.file, arc.path, `先后关系成环：${trail}`, `the order of matters runs in a circle: ${trail}`)
  }
}

/** The material that carries an edge is one of the later matter's, and what the earlier one issues. */
function checkMaterial(matters: ReadonlyMap<string, Matter>, edge: Edge, i: number, say: Say) {
  if (edge.material === undefined) return
  const material = matters.get(edge.to)?.materials.find((m) => m.id === edge.material)
  if (!material) {
    say(
      EDGES,
      [i, 'material'],
      `材料“${edge.material}”不属于 ${edge.to}`,
      `material "${edge.material}" does not belong to ${edge.to}`,
    )
    return
  }
  const froms = typeof edge.from === 'string' ? [edge.from] : edge.from.map((f) => f.matter)
  if (material.issuedBy !== undefined && !froms.includes(material.issuedBy)) {
    say(
      EDGES,
      [i, 'material'],
      `材料“${edge.material}”是 ${material.issuedBy} 的结果，不是 ${froms.join('、')} 的`,
      `material "${edge.material}" is the result of ${material.issuedBy}, not of ${froms.join(', ')}`,
    )
  }
}
