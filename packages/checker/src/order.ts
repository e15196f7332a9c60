import type { Duration, Edge, EdgePoint, Source, Text } from '@kaigong/catalogue'
import { lagEnd } from './clock.ts'
import { deferrable } from './deferrable.ts'
import { landBound } from './landBound.ts'
import { entered, preReviewOf, type Reached, reached } from './points.ts'
import type { Occurrence, Reading } from './reading.ts'
import { basisOf, matterName, when } from './says.ts'
import type { Violation } from './violation.ts'

/** An order between two matters as it is held against a plan, whether the nation's or the district's. */
type Order = {
  readonly id: string
  readonly kind: 'hard' | 'practice'
  readonly from: string
  readonly fromPoint: EdgePoint
  readonly to: string
  readonly toPoint: EdgePoint
  readonly material?: string | undefined
  readonly minLag?: Duration | undefined
  readonly maxLag?: Duration | undefined
  readonly says: Text
  readonly source: Source | Source[]
  readonly confidence: Edge['confidence']
  /** Whether it holds for this occurrence of `to`. */
  readonly holdsFor: (to: Occurrence) => boolean
}

/** One order between two occurrences that meet. */
export type Pair = { readonly order: Order; readonly from: Occurrence; readonly to: Occurrence }

/** What comes before what: every pair of occurrences to which an order applies. What is done is not judged any more. */
export function pairs(reading: Reading): readonly Pair[] {
  return orders(reading).flatMap((order) =>
    reading
      .of(order.to)
      .filter((to) => to.doneOn === undefined && to.steps.length > 0 && order.holdsFor(to))
      .flatMap((to) =>
        reading
          .of(order.from)
          .filter((from) => from.steps.length > 0 && reading.meet(from, to))
          .map((from) => ({ order, from, to })),
      ),
  )
}

export function order(reading: Reading): readonly Violation[] {
  const bound = landBound(reading.catalogue)
  return pairs(reading).flatMap((pair) => {
    const { opinions, formal } = layers(reading, pair, bound)
    return [
      ...opinions.flatMap((o) => held(reading, pair, o, 'edge.opinion')),
      ...formal.flatMap((f) => held(reading, pair, f, 'edge.broken')),
    ]
  })
}

function orders({ catalogue, district }: Reading): readonly Order[] {
  const national = catalogue.edges.flatMap((edge): readonly Order[] => {
    const { kind } = edge
    if (kind === 'soft') return []
    const applies = (to: Occurrence) =>
      edge.when === undefined || to.usual.condition(edge.when, edge.to).holds !== false
    const common = { ...edge, kind, fromPoint: edge.fromPoint ?? 'issued', toPoint: edge.toPoint ?? 'submitted' }
    if (typeof edge.from === 'string') return [{ ...common, from: edge.from, holdsFor: applies }]
    // Of alternatives only the first counts whose condition holds; while the facts are silent, the first that may.
    const alternatives = edge.from
    const chosen = (to: Occurrence) => {
      const told = alternatives.map((a) => to.usual.condition(a.when, edge.to).holds)
      return told.includes(true) ? told.indexOf(true) : told.indexOf(undefined)
    }
    return alternatives.map(({ matter }, i) => ({
      ...common,
      from: matter,
      holdsFor: (to) => applies(to) && chosen(to) === i,
    }))
  })
  const always = { fromPoint: 'issued', toPoint: 'submitted', holdsFor: () => true } as const
  const local = (district.edges ?? []).flatMap((edge): readonly Order[] =>
    edge.kind === 'soft' ? [] : [{ ...edge, kind: edge.kind, ...always }],
  )
  const atPermit = district.gateAt
    .filter((g) => g.gate === 'C07')
    .map(
      (g): Order => ({
        ...always,
        id: `gateAt-${g.matter}`,
        kind: 'practice',
        from: g.matter,
        to: 'C07',
        says: { zh: '本区要求在施工许可前完成', en: 'this district asks for it before the construction permit' },
        source: g.source,
        confidence: g.confidence,
      }),
    )
  return [...national, ...local, ...atPermit]
}

type Held = { readonly earlier: Reached | undefined; readonly later: Reached | undefined }

/**
 * What has to be held: formal documents in the order of formal documents, and for what is reviewed ahead of the land opinions in the order
 * of opinions. An opinion is no permit, so that only what is mere practice may rest on it.
 */
function layers(
  reading: Reading,
  { order: o, from, to }: Pair,
  bound: ReadonlySet<string>,
): { opinions: readonly Held[]; formal: readonly Held[] } {
  const point = isDeferred(reading, o, to) ? 'decided' : o.toPoint
  const formal: Held = { earlier: reached(from, o.fromPoint), later: entered(to, point) }
  const opinion = preReviewOf(from)
  const ahead = preReviewOf(to)
  const given = opinion && { tick: opinion.review.until, step: opinion.review }
  if (ahead && point !== 'begun') {
    const request = { tick: ahead.request.from, step: ahead.request }
    if (given) return { opinions: [{ earlier: given, later: request }], formal: [formal] }
    // What does not hang on the land is there before the request; what does cannot be.
    return bound.has(from.matter.id)
      ? { opinions: [], formal: [formal] }
      : { opinions: [{ ...formal, later: request }], formal: [] }
  }
  if (given && o.kind === 'practice') return { opinions: [{ ...formal, earlier: given }], formal: [] }
  return { opinions: [], formal: [formal] }
}

/** Tolerance lets the material that carries an order come as late as the decision. */
export const isDeferred = (reading: Reading, o: Pick<Order, 'material' | 'toPoint'>, to: Occurrence): boolean =>
  to.said.track === 'tolerance' &&
  o.toPoint === 'submitted' &&
  o.material !== undefined &&
  deferrable(reading, to).includes(o.material)

function held(
  reading: Reading,
  { order: o, from, to }: Pair,
  { earlier, later }: Held,
  code: 'edge.broken' | 'edge.opinion',
): readonly Violation[] {
  // A step that is missing is said elsewhere.
  if (!earlier || !later) return []
  const { clock } = reading
  const [a, b] = [matterName(from), matterName(to)]
  const base = { activities: [earlier.step.id, later.step.id], basis: basisOf(reading, o, to) }
  const first = o.minLag ? lagEnd(clock, o.minLag, earlier.tick, 'minimum') : earlier.tick
  const last = o.maxLag ? lagEnd(clock, o.maxLag, earlier.tick, 'duty') : Number.POSITIVE_INFINITY
  if (later.tick < first) {
    return [
      {
        code,
        message: {
          zh: `${b.zh}的“${later.step.step}”（${when(later.tick)}）须在${a.zh}的“${earlier.step.step}”（${when(first)}）之后：${o.says.zh}`,
          en: `"${later.step.step}" of ${b.en} (${when(later.tick)}) comes before "${earlier.step.step}" of ${a.en} (${when(first)}): ${o.says.en}`,
        },
        ...base,
      },
    ]
  }
  if (later.tick > last) {
    return [
      {
        code: 'edge.tooLate',
        message: {
          zh: `${b.zh}的“${later.step.step}”（${when(later.tick)}）晚于最迟的 ${when(last)}：${o.says.zh}`,
          en: `"${later.step.step}" of ${b.en} (${when(later.tick)}) comes after the latest moment, ${when(last)}: ${o.says.en}`,
        },
        ...base,
      },
    ]
  }
  return []
}
