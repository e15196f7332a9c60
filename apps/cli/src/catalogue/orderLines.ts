import type { Edge, Gate } from '@kaigong/catalogue'
import { durationText } from './limitText.ts'
import type { Lines, Reader } from './reader.ts'
import { edgeKind, pointName } from './terms.ts'

/** What comes before a matter, what waits for it, and the gates and invariants that speak of it. */
export function orderSections(reader: Reader, id: string): Lines {
  const { catalogue, word, say, entry, section } = reader
  const { edges, gates, conversion, landDay } = catalogue
  return [
    ...section(
      word('先要有', 'What comes first'),
      edges.filter((edge) => edge.to === id).map((edge) => edgeLine(reader, edge)),
    ),
    ...section(
      word('之后才能', 'What waits for it'),
      edges.filter((edge) => fromMatters(edge).includes(id)).map((edge) => edgeLine(reader, edge)),
    ),
    ...section(
      word('闸门', 'Gates'),
      gates.flatMap((gate) => [
        ...(gate.opens.some((o) => o.matter === id)
          ? [entry(`${gate.id} ${say(gate.name)}${word('：由此开启', ': opens this')}`)]
          : []),
        ...gate.requires.filter((r) => r.matter === id).map((r) => requirementLine(reader, gate, r)),
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
export function edgeLine(reader: Reader, edge: Edge): Lines {
  const { word, say, entry } = reader
  const from =
    typeof edge.from === 'string'
      ? edge.from
      : edge.from.map(({ matter, when }) => `${matter} (${reader.condition(when)})`).join(word(' 或 ', ' or '))
  const point = (at: string | undefined) => (at === undefined ? '' : `·${say(pointName(at))}`)
  return entry(
    reader.listed([
      `${from}${point(edge.fromPoint)} → ${edge.to}${point(edge.toPoint)}${word('（', ' (')}${say(edgeKind[edge.kind])}${word('）：', '): ')}${say(edge.says)}`,
      edge.when === undefined ? undefined : `${word('当', 'when ')}${reader.condition(edge.when)}`,
      edge.minLag === undefined ? undefined : `${word('至少隔', 'at least')} ${durationText(reader, edge.minLag)}`,
      edge.maxLag === undefined ? undefined : `${word('至多隔', 'at most')} ${durationText(reader, edge.maxLag)}`,
      edge.material === undefined ? undefined : `${word('经材料', 'by the material')} ${edge.material}`,
    ]),
    edge,
  )
}

function requirementLine(reader: Reader, gate: Gate, required: Gate['requires'][number]): Lines {
  const { word, say, entry } = reader
  return entry(
    reader.listed([
      `${gate.id} ${say(gate.name)} ← ${required.matter}${word('（', ' (')}${say(edgeKind[required.kind])}${word('）：', '): ')}${say(required.says)}`,
      required.for === undefined ? undefined : `${word('只为', 'only for')} ${required.for.join(word('、', ', '))}`,
      required.when === undefined ? undefined : `${word('当', 'when ')}${reader.condition(required.when)}`,
    ]),
    required,
  )
}

/** The gates with what each opens and everything that it asks for. */
export const gateLines = (reader: Reader): Lines => {
  const { catalogue, word, say, entry, paint } = reader
  return catalogue.gates.flatMap((gate, i) => {
    const opens = gate.opens.map((o) => `${o.matter}·${say(pointName(o.point))}`).join(word('、', ', '))
    return [
      ...(i === 0 ? [] : ['']),
      ...entry(`${gate.id} ${say(gate.name)} → ${opens}`, undefined, '').map((line) => paint('strong', line)),
      ...gate.requires.flatMap((required) => requirementLine(reader, gate, required)),
    ]
  })
}
