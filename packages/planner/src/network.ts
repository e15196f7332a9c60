import {
  type Conversion,
  type Duration,
  deferrable,
  type Edge,
  type EdgePoint,
  type Gate,
  type Project,
  type Text,
} from '@kaigong/catalogue'
import { type Chain, DELIVERY } from './draft.ts'
import type { Ground } from './ground.ts'
import { related } from './scopes.ts'

/** Why one activity waits for another. */
export type Why =
  | { readonly kind: 'step' }
  | {
      readonly kind: 'edge'
      readonly edge: Pick<Edge, 'id' | 'kind' | 'says' | 'source' | 'confidence'>
      readonly technical: boolean
    }
  | { readonly kind: 'gate'; readonly gate: Gate; readonly requirement: Gate['requires'][number] }
  | {
      readonly kind: 'rule'
      readonly says: Text
      readonly id: 'landWon' | 'planningConditions' | 'preReviewRequest' | 'margin'
    }
  | { readonly kind: 'validity'; readonly says: Text }
  /** A clock of the law, at the end of which the decision has to be there. */
  | { readonly kind: 'limit'; readonly says: Text }
  /** All certificates of the first phase within the usual window of the land event. */
  | { readonly kind: 'window'; readonly says: Text }

type Side = 'start' | 'finish'

/** `to` not before `min` (nothing when absent) after `from`, or not after `max`. Ids are those of drafts. */
export type Link = {
  readonly from: string
  readonly fromSide: Side
  readonly to: string
  readonly toSide: Side
  readonly min?: Duration | undefined
  readonly max?: Duration | undefined
  readonly why: Why
}

type End = { readonly id: string; readonly side: Side }

const idOf = (chain: Chain, step: string) => `${chain.occurrence.id}:${step}`

/** Where a chain is when this point of it has been reached. */
export function reached(chain: Chain, point: EdgePoint): End {
  const has = (step: string) => chain.drafts.some((d) => d.step === step)
  if (point.startsWith('step:') && has(point.slice(5))) return { id: idOf(chain, point.slice(5)), side: 'finish' }
  if (point === 'begun') return { id: idOf(chain, chain.begun), side: 'start' }
  if (point === 'submitted') return { id: idOf(chain, chain.submitted), side: 'start' }
  // In the usual chain the decision stands when its document goes out for delivery.
  const delivered = chain.decided === DELIVERY
  if (point === 'decided' && delivered) return { id: idOf(chain, chain.decided), side: 'start' }
  return { id: idOf(chain, chain.issued), side: 'finish' }
}

/** What may not happen before something else has, when this point of a chain waits for it. */
function held(chain: Chain, point: EdgePoint): readonly End[] {
  const has = (step: string) => chain.drafts.some((d) => d.step === step)
  if (point.startsWith('step:') && has(point.slice(5))) return [{ id: idOf(chain, point.slice(5)), side: 'start' }]
  if (point === 'begun')
    return chain.drafts.filter((d) => d.after.length === 0).map((d) => ({ id: d.id, side: 'start' }))
  if (point === 'issued') return [{ id: idOf(chain, chain.issued), side: 'finish' }]
  return [{ id: idOf(chain, point === 'decided' ? chain.decided : chain.submitted), side: 'start' }]
}

/** All that makes activities wait: the steps of each matter, the edges and gates of the law, and what pre-review adds. */
export function links(ground: Ground, project: Project, chains: readonly Chain[]): readonly Link[] {
  const byMatter = Map.groupBy(chains, (c) => c.occurrence.matter.id)
  const chainsOf = (matter: string) => byMatter.get(matter) ?? []
  const pairs = (from: string, to: string) =>
    chainsOf(to)
      .filter((y) => y.occurrence.doneOn === undefined)
      .flatMap((y) =>
        chainsOf(from)
          .filter((x) => related(project, x.occurrence.scope, y.occurrence.scope))
          .map((x) => [x, y] as const),
      )

  return [
    ...chains.flatMap(stepLinks),
    ...chains.flatMap((c) => clockLinks(c)),
    ...ground.catalogue.edges.flatMap((edge) => edgeLinks(ground, edge, pairs)),
    ...(ground.district.edges ?? []).flatMap((edge) =>
      pairs(edge.from, edge.to).flatMap(([x, y]) =>
        orderLinks(ground, { ...edge, toPoint: 'submitted', fromPoint: 'issued' }, x, y),
      ),
    ),
    ...ground.district.gateAt
      .filter((g) => g.gate === 'C07')
      .flatMap((g) =>
        pairs(g.matter, 'C07').flatMap(([x, y]) => {
          const says = {
            zh: '本区要求该项在施工许可前完成',
            en: 'this district wants it before the construction permit',
          }
          return orderLinks(
            ground,
            { ...g, id: `gateAt-${g.matter}`, kind: 'practice', says, fromPoint: 'issued', toPoint: 'submitted' },
            x,
            y,
          )
        }),
      ),
    ...ground.catalogue.gates.flatMap((gate) => gateLinks(project, gate, chainsOf)),
    ...ground.catalogue.conversion.invariants.flatMap((rule) => invariantLinks(project, rule, chainsOf)),
    ...chains.filter((c) => c.preReview).flatMap((c) => preReviewLinks(project, c, chainsOf)),
  ]
}

const stepLinks = (chain: Chain): readonly Link[] =>
  chain.drafts.flatMap((d) =>
    d.after.map(
      (step) =>
        ({ from: idOf(chain, step), fromSide: 'finish', to: d.id, toSide: 'start', why: { kind: 'step' } }) as const,
    ),
  )

/** The legal clock: the review is through within the limit, and so is the decision with everything that it waits for. */
function clockLinks(chain: Chain): readonly Link[] {
  const { clock } = chain
  if (!clock) return []
  const says = { zh: '法定时限内决定', en: 'decided within the legal limit' }
  const within = (to: string, toSide: Side): Link => ({
    from: idOf(chain, clock.from),
    fromSide: 'finish',
    to: idOf(chain, to),
    toSide,
    max: clock.limit,
    why: { kind: 'limit', says },
  })
  return [within('review', 'finish'), within(chain.decided, 'start')]
}

/** What must hold between the dates of formal documents, also where the facts of a phase and of its parcels choose different edges. */
function invariantLinks(project: Project, rule: Conversion['invariants'][number], chainsOf: ChainsOf): readonly Link[] {
  return chainsOf(rule.later.matter)
    .filter((y) => y.occurrence.doneOn === undefined)
    .flatMap((y) => {
      const lists = rule.earlier.map(({ matter, point }) =>
        chainsOf(matter)
          .filter((x) => related(project, x.occurrence.scope, y.occurrence.scope))
          .map((x) => reached(x, point)),
      )
      const counts = rule.combine === 'all' ? lists : lists.filter((l) => l.length > 0).slice(0, 1)
      const to = reached(y, rule.later.point)
      const why = { kind: 'edge', edge: { ...rule, kind: 'hard' }, technical: false } as const
      return counts
        .flat()
        .map((from): Link => ({ from: from.id, fromSide: from.side, to: to.id, toSide: to.side, why }))
    })
}

type ChainsOf = (matter: string) => readonly Chain[]
const AT_ONCE = { value: 0, unitAsWritten: '—', unitApplied: 'workday' } as const

type Pairs = (from: string, to: string) => readonly (readonly [Chain, Chain])[]

function edgeLinks(ground: Ground, edge: Edge, pairs: Pairs): readonly Link[] {
  const order = { ...edge, fromPoint: edge.fromPoint ?? 'issued', toPoint: edge.toPoint ?? 'submitted' } as const
  const applies = (y: Chain) =>
    edge.when === undefined || y.occurrence.judge.condition(edge.when, edge.to).holds !== false
  if (typeof edge.from === 'string') {
    return pairs(edge.from, edge.to).flatMap(([x, y]) => (applies(y) ? orderLinks(ground, order, x, y) : []))
  }
  // Of several alternatives the first that the facts choose counts; while they are silent, the first that may.
  const { from } = edge
  const chosen = (y: Chain) => {
    const told = from.map((f) => ({ matter: f.matter, holds: y.occurrence.judge.condition(f.when, edge.to).holds }))
    return (told.find((t) => t.holds === true) ?? told.find((t) => t.holds === undefined))?.matter
  }
  return from.flatMap(({ matter }) =>
    pairs(matter, edge.to).flatMap(([x, y]) =>
      applies(y) && chosen(y) === matter ? orderLinks(ground, order, x, y) : [],
    ),
  )
}

type Order = Pick<Edge, 'id' | 'kind' | 'says' | 'source' | 'confidence' | 'material' | 'minLag' | 'maxLag'> & {
  readonly fromPoint: EdgePoint
  readonly toPoint: EdgePoint
}

/**
 * An order between two occurrences. What is reviewed ahead of the land follows in two layers: opinions in the order of opinions,
 * formal documents in the order of formal documents; what is only practice is content with the opinion.
 */
function orderLinks(ground: Ground, order: Order, x: Chain, y: Chain): readonly Link[] {
  const link = (from: End, to: End, technical: boolean): Link => ({
    from: from.id,
    fromSide: from.side,
    to: to.id,
    toSide: to.side,
    // However long it may take, what comes after comes after.
    min: order.minLag ?? AT_ONCE,
    max: order.maxLag,
    why: { kind: 'edge', edge: order, technical },
  })
  const point = deferred(ground, order, y) ? 'decided' : order.toPoint
  const plain = () => held(y, point).map((to) => link(reached(x, order.fromPoint), to, false))
  const opinion = x.preReview && ({ id: idOf(x, x.preReview.review), side: 'finish' } as const)
  if (y.preReview && point !== 'begun') {
    const request = { id: idOf(y, y.preReview.request), side: 'start' } as const
    if (opinion) return [link(opinion, request, true), ...plain()]
    // What does not hang on the land comes before the request; what does, before the conversion.
    return ground.landBound.has(x.occurrence.matter.id) ? plain() : [link(reached(x, order.fromPoint), request, true)]
  }
  if (opinion && order.kind !== 'hard') return held(y, point).map((to) => link(opinion, to, true))
  return plain()
}

/** Tolerance lets a deferrable material, and so the matter that issues it, come as late as the decision. */
const deferred = (ground: Ground, order: Order, y: Chain): boolean =>
  y.track === 'tolerance' &&
  order.material !== undefined &&
  order.toPoint === 'submitted' &&
  deferrable(ground.district, y.occurrence.matter).includes(order.material)

/** What a gate asks of one of the things that it opens: the requirements that concern it and hold under its facts. */
export function requirementsOf(gate: Gate, opened: Chain): Gate['requires'] {
  const { matter, judge } = opened.occurrence
  return gate.requires.filter(
    (r) =>
      (r.for?.includes(matter.id) ?? true) &&
      (r.when === undefined || judge.condition(r.when, r.matter).holds !== false),
  )
}

function gateLinks(project: Project, gate: Gate, chainsOf: ChainsOf): readonly Link[] {
  return gate.opens.flatMap((opens) =>
    chainsOf(opens.matter)
      .filter((y) => y.occurrence.doneOn === undefined)
      .flatMap((y) =>
        requirementsOf(gate, y).flatMap((requirement) =>
          chainsOf(requirement.matter)
            .filter((x) => related(project, x.occurrence.scope, y.occurrence.scope))
            .flatMap((x) => {
              const from = reached(x, requirement.point ?? 'issued')
              return held(y, opens.point).map(
                (to) =>
                  ({
                    from: from.id,
                    fromSide: from.side,
                    to: to.id,
                    toSide: to.side,
                    why: { kind: 'gate', gate, requirement },
                  }) as const,
              )
            }),
        ),
      ),
  )
}

/** Pre-review may be asked for once planning conditions exist, is converted after the land is won and lapses. */
function preReviewLinks(project: Project, chain: Chain, chainsOf: ChainsOf): readonly Link[] {
  const { preReview, occurrence } = chain
  const rule = occurrence.matter.tracks.preReview
  if (!preReview || !rule) return []
  const near = (matter: string) =>
    chainsOf(matter).filter((c) => related(project, c.occurrence.scope, occurrence.scope))
  const request = { to: idOf(chain, preReview.request), toSide: 'start' } as const
  const conversion = { to: idOf(chain, chain.submitted), toSide: 'start' } as const
  const review = { from: idOf(chain, preReview.review), fromSide: 'finish' } as const
  const after = (c: Chain, point: EdgePoint) => {
    const end = reached(c, point)
    return { from: end.id, fromSide: end.side }
  }
  return [
    ...near('P02').map(
      (c) =>
        ({
          ...after(c, 'issued'),
          ...request,
          why: { kind: 'rule', id: 'planningConditions', says: rules.planningConditions },
        }) as const,
    ),
    ...near('P13').map(
      (c) =>
        ({
          ...after(c, 'issued'),
          ...request,
          why: { kind: 'rule', id: 'preReviewRequest', says: rules.preReviewRequest },
        }) as const,
    ),
    ...near('P10').map(
      (c) =>
        ({
          ...after(c, 'step:deal'),
          ...conversion,
          why: { kind: 'rule', id: 'landWon', says: rules.landWon },
        }) as const,
    ),
    { ...review, ...conversion, max: rule.validity, why: { kind: 'validity', says: rules.validity } },
  ]
}

const rules = {
  planningConditions: { zh: '有规划条件才能预审', en: 'pre-review needs the planning conditions' },
  preReviewRequest: { zh: '先提交自愿申请模拟审批承诺书', en: 'the voluntary request for pre-review comes first' },
  landWon: { zh: '竞得土地后才能转正式', en: 'converted only once the land is won' },
  validity: { zh: '预审意见在有效期内使用', en: 'the pre-review opinion is used while it is valid' },
} as const
