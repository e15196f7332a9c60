import type { Edge, Gate } from '../edge.ts'
import { durationText } from './limitText.ts'
import type { Entries, Sections, Teller } from './teller.ts'
import { edgeKind, pointName } from './terms.ts'

/** What comes before a matter, what waits for it, and the gates and invariants that speak of it. */
export function orderSections(teller: Teller, id: string): Sections {
  const { catalogue, word, say, entry, section } = teller
  const { edges, gates, conversion, landDay } = catalogue
  return [
    ...section(
      word('先要有', 'What comes first'),
      edges.filter((edge) => edge.to === id).map((edge) => edgeEntries(teller, edge)),
    ),
    ...section(
      word('之后才能', 'What waits for it'),
      edges.filter((edge) => fromMatters(edge).includes(id)).map((edge) => edgeEntries(teller, edge)),
    ),
    ...section(
      word('闸门', 'Gates'),
      gates.flatMap((gate) => [
        ...(gate.opens.some((o) => o.matter === id)
          ? [entry(`${gate.id} ${say(gate.name)}${word('：由此开启', ': opens this')}`)]
          : []),
        ...gate.requires.filter((r) => r.matter === id).map((r) => requirementEntries(teller, gate, r)),
      ]),
    ),
    ...section(
      word('发证先后不可颠倒', 'Invariants of issue'),
      conversion.invariants
        .filter(({ later, earlier }) => later.matter === id || earlier.some((e) => e.matter === id))
        .map((rule) => entry(say(rule.says), rule)),
    ),
    ...section(
      word('拿地日前后', 'Around the land day'),
      landDay.steps
        .filter(({ matters }) => (matters as readonly string[]).includes(id))
        .map((s) => entry(say(s.says), s)),
    ),
  ]
}

const fromMatters = ({ from }: Edge): readonly string[] =>
  typeof from === 'string' ? [from] : from.map(({ matter }) => matter)

/** `A03 → C07（法定）：…`, with points, lags and conditions where they are not the usual ones. */
export function edgeEntries(teller: Teller, edge: Edge): Entries {
  const { word, say, entry } = teller
  const from =
    typeof edge.from === 'string'
      ? edge.from
      : edge.from.map(({ matter, when }) => `${matter} (${teller.condition(when)})`).join(word(' 或 ', ' or '))
  const point = (at: string | undefined) => (at === undefined ? '' : `·${say(pointName(at))}`)
  return entry(
    teller.listed([
      `${from}${point(edge.fromPoint)} → ${edge.to}${point(edge.toPoint)}${word('（', ' (')}${say(edgeKind[edge.kind])}${word('）：', '): ')}${say(edge.says)}`,
      edge.when === undefined ? undefined : `${word('当', 'when ')}${teller.condition(edge.when)}`,
      edge.minLag === undefined ? undefined : `${word('至少隔', 'at least')} ${durationText(teller, edge.minLag)}`,
      edge.maxLag === undefined ? undefined : `${word('至多隔', 'at most')} ${durationText(teller, edge.maxLag)}`,
      edge.material === undefined ? undefined : `${word('经材料', 'by the material')} ${edge.material}`,
    ]),
    edge,
  )
}

function requirementEntries(teller: Teller, gate: Gate, required: Gate['requires'][number]): Entries {
  const { word, say, entry } = teller
  return entry(
    teller.listed([
      `${gate.id} ${say(gate.name)} ← ${required.matter}${word('（', ' (')}${say(edgeKind[required.kind])}${word('）：', '): ')}${say(required.says)}`,
      required.for === undefined ? undefined : `${word('只为', 'only for')} ${required.for.join(word('、', ', '))}`,
      required.when === undefined ? undefined : `${word('当', 'when ')}${teller.condition(required.when)}`,
    ]),
    required,
  )
}

/** The gates: each with what it opens and everything that it asks for. */
export const gateSections = (teller: Teller): Sections =>
  teller.catalogue.gates.flatMap((gate) => {
    const opens = gate.opens.map((o) => `${o.matter}·${teller.say(pointName(o.point))}`).join(teller.word('、', ', '))
    return teller.section(
      `${gate.id} ${teller.say(gate.name)} → ${opens}`,
      gate.requires.map((required) => requirementEntries(teller, gate, required)),
    )
  })
