import { agencyOf, type Duration, type Matter, type Text, type Track } from '@kaigong/catalogue'
import { type Chain, DELIVERY, type Draft, titleOf } from './draft.ts'
import type { Ground } from './ground.ts'
import { decisionLength, lengthOf, longestHandling, usualLength } from './lengths.ts'
import type { Occurrence } from './occurrences.ts'
import type { PlanLength } from './plan.ts'

type Steps = { readonly drafts: readonly Draft[]; readonly last: readonly string[] }
type Make = {
  readonly ground: Ground
  readonly occurrence: Occurrence
  readonly track: Track
  readonly day: string
  readonly draft: (
    d: Omit<Draft, 'id' | 'occurrence' | 'track' | 'agency' | 'reviewers'> & { readonly reviewers?: number },
  ) => Draft
}

/** An hour or so of the company's: filling in the request for a pre-review once everything else is there. */
const REQUEST: Duration = { value: 0.1, unitAsWritten: '工作日', unitApplied: 'workday' }

/**
 * The activities of one occurrence on its track. The usual chain is preparation, completeness check, the special procedures that stop
 * the clock, review for the promised limit with the others beside it, delivery. A matter with steps of its own in the catalogue follows those.
 */
export function chainOf(ground: Ground, occurrence: Occurrence, track: Track, day: string): Chain | undefined {
  if (track === 'exempt') return undefined
  const agency = handledBy(ground, occurrence)
  const draft: Make['draft'] = ({ reviewers = 0, ...rest }) => {
    const byAgency = rest.owner === 'government' || rest.owner === 'land' || rest.owner === 'utility'
    return {
      ...rest,
      name: titleOf(occurrence, rest.name),
      id: `${occurrence.id}:${rest.step}`,
      occurrence,
      track,
      reviewers,
      agency: byAgency ? agency : null,
    }
  }
  const make: Make = { ground, occurrence, track, day, draft }
  if (occurrence.matter.steps) return ownSteps(make, occurrence.matter.steps)
  if (track === 'preReview') return preReviewChain(make)
  if (track === 'commitment') return commitmentChain(make)
  return usualChain(make)
}

/** The agency of the district that handles an occurrence, in its variant; null where the district has none. */
export const handledBy = ({ district }: Ground, { matter, variant }: Occurrence): string | null =>
  agencyOf(district, matter, variant?.authority) ?? null

function usualChain(make: Make): Chain {
  const { ground, occurrence, track, day, draft } = make
  const ahead = preparations(make)
  const decision = decisionLength(ground, occurrence, day)
  const check = draft({
    kind: 'check',
    step: 'check',
    name: { zh: '收件核验', en: 'Completeness check' },
    owner: 'government',
    length: usual(ground, 'check'),
    after: ahead.last,
  })
  if (!decision) {
    return close(occurrence, track, [...ahead.drafts, check], { submitted: 'check', decided: 'check', issued: 'check' })
  }
  const paused = specials(make, 'pause', ['check'])
  const review = draft({
    kind: 'review',
    step: 'review',
    name: { zh: '审查决定', en: 'Review and decision' },
    owner: ownerOf(occurrence.matter),
    length: decision,
    after: paused.last,
    reviewers: 1,
  })
  const beside = specials(make, 'none', ['check'])
  const delivery = draft({
    kind: 'delivery',
    step: DELIVERY,
    name: { zh: '制证送达', en: 'Delivery' },
    owner: ownerOf(occurrence.matter),
    length: usual(ground, 'delivery'),
    after: ['review', ...beside.last.filter((s) => s !== 'check')],
  })
  const drafts = [...ahead.drafts, check, ...paused.drafts, ...beside.drafts, review, delivery]
  const longest = longestHandling(ground, occurrence, day)
  // Acceptance starts the clock; while a procedure stops it, it gains as long.
  const stopped = paused.drafts.reduce((sum, d) => sum + d.length.value, 0)
  return {
    ...close(occurrence, track, drafts, { submitted: 'check', decided: DELIVERY, issued: DELIVERY }),
    ...(longest ? { clock: { from: check.step, limit: { ...longest, value: longest.value + stopped } } } : {}),
  }
}

/** Four activities: the request once planning conditions exist, the review ahead of the land, then conversion in hours after it. */
function preReviewChain(make: Make): Chain {
  const { ground, occurrence, track, day, draft } = make
  const rule = occurrence.matter.tracks.preReview
  if (!rule) return usualChain(make)
  const ahead = preparations(make)
  const request = draft({
    kind: 'request',
    step: 'request',
    name: { zh: '申请预审', en: 'Request for pre-review' },
    owner: 'enterprise',
    length: usualLength(REQUEST, 'GK', { zh: '预审申请一般当日提交', en: 'usually handed in the same day' }),
    after: ahead.last,
  })
  const before = specials(make, 'pause', ['request'])
  const beside = specials(make, 'none', ['request'])
  const review = draft({
    kind: 'preReview',
    step: 'preReview',
    name: { zh: '技术预审', en: 'Pre-review' },
    owner: ownerOf(occurrence.matter),
    length: lengthOf(ground, day, rule.review, rule, { count: 'duty', from: 'catalogue' }),
    after: before.last,
    reviewers: 1,
  })
  const conversion = draft({
    kind: 'conversion',
    step: 'conversion',
    name: { zh: '核对转正式', en: 'Conversion to the formal permit' },
    owner: ownerOf(occurrence.matter),
    length: lengthOf(ground, day, rule.conversion, rule, { count: 'effort', from: 'catalogue' }),
    after: ['preReview', ...beside.last.filter((s) => s !== 'request')],
    reviewers: 1,
  })
  const chain = close(
    occurrence,
    track,
    [...ahead.drafts, request, ...before.drafts, ...beside.drafts, review, conversion],
    {
      submitted: 'conversion',
      decided: 'conversion',
      issued: 'conversion',
    },
  )
  return { ...chain, preReview: { request: 'request', review: 'preReview' } }
}

function commitmentChain(make: Make): Chain {
  const { ground, occurrence, track, day, draft } = make
  const rule = occurrence.matter.tracks.commitment
  if (!rule) return usualChain(make)
  const ahead = preparations(make)
  const decision = draft({
    kind: 'decision',
    step: 'decision',
    name: { zh: '承诺即决定', en: 'Decision on commitment' },
    owner: 'government',
    length:
      rule.decision.value === 0
        ? usual(ground, 'check')
        : lengthOf(ground, day, rule.decision, rule, { count: 'duty', from: 'catalogue' }),
    after: ahead.last,
  })
  const inspection = draft({
    kind: 'inspection',
    step: 'inspection',
    name: { zh: '事后核查', en: 'Later inspection' },
    owner: 'government',
    length: lengthOf(ground, day, rule.inspection, rule, { count: 'duty', from: 'catalogue' }),
    after: ['decision'],
  })
  return close(occurrence, track, [...ahead.drafts, decision, inspection], {
    submitted: 'decision',
    decided: 'decision',
    issued: 'decision',
  })
}

function ownSteps(make: Make, steps: NonNullable<Matter['steps']>): Chain {
  const { ground, occurrence, track, day, draft } = make
  const { matter, judge, facts } = occurrence
  const kept = steps.filter((s) => s.when === undefined || judge.condition(s.when, matter.id).holds === true)
  const previous = (i: number): readonly string[] => (i > 0 ? [kept[i - 1]?.id ?? ''] : [])
  const drafts = kept.map((s, i) => {
    const stated = s.durationFact === undefined ? undefined : facts.stated(s.durationFact)
    const value = s.durationFact === undefined ? undefined : facts.taken(s.durationFact)
    const length = lengthOf(ground, day, typeof value === 'number' ? { ...s.duration, value } : s.duration, s, {
      count: s.count,
      week: s.week,
      countStartDay: s.countStartDay ?? false,
      from: stated?.value !== undefined ? 'fact' : s.durationFact === undefined ? 'catalogue' : 'assumed',
    })
    return draft({
      kind: s.kind,
      step: s.id,
      name: s.name,
      owner: s.owner,
      length: stated?.value === undefined ? length : { ...length, basis: statedBasis(stated) },
      // A step whose predecessor falls away follows what that one would have followed.
      after: s.after?.filter((id) => kept.some((k) => k.id === id)) ?? previous(i),
      reviewers: s.reviewed ? 1 : 0,
    })
  })
  const first = kept.find((s) => s.kind !== 'preparation') ?? kept[0]
  const followed = new Set(drafts.flatMap((d) => d.after))
  const ends = drafts.filter((d) => !followed.has(d.step) && d.kind !== 'inspection')
  const last = ends.at(-1)?.step ?? drafts.at(-1)?.step ?? ''
  return close(occurrence, track, drafts, { submitted: first?.id ?? '', decided: last, issued: last })
}

const statedBasis = (fact: {
  readonly confidence?: PlanLength['basis']['confidence'] | undefined
}): PlanLength['basis'] => ({
  text: { zh: '项目文件', en: 'project file' },
  confidence: fact.confidence ?? 'GK',
})

function close(
  occurrence: Occurrence,
  track: Track,
  drafts: readonly Draft[],
  points: { readonly submitted: string; readonly decided: string; readonly issued: string },
): Chain {
  return { occurrence, track, drafts, begun: drafts[0]?.step ?? points.submitted, ...points }
}

/** Preparations of the variant, one after another, by whoever writes them. */
function preparations({ ground, occurrence, day, draft }: Make): Steps {
  const { matter, variant } = occurrence
  const own = (matter.preparation ?? []).filter((p) => p.variant === undefined || p.variant === variant?.id)
  const drafts = own.map((p, i) =>
    draft({
      kind: 'preparation',
      step: `prepare${i + 1}`,
      name: p.says,
      owner: p.owner,
      length: lengthOf(ground, day, { value: p.value, unitAsWritten: '工作日', unitApplied: 'workday' }, p, {
        count: 'effort',
        from: 'catalogue',
        week: p.week,
      }),
      after: i > 0 ? [`prepare${i}`] : [],
    }),
  )
  const last = drafts.at(-1)
  return { drafts, last: last ? [last.step] : [] }
}

/** Special procedures with one effect on the clock: those that stop it run one after another, the others side by side. */
function specials({ ground, occurrence, day, draft }: Make, effect: 'pause' | 'none', after: readonly string[]): Steps {
  const { matter, variant, judge } = occurrence
  const planned = (matter.specialProcedures ?? []).filter(
    (s) =>
      s.clockEffect !== 'extend' &&
      !s.possible &&
      (s.variant === undefined || s.variant === variant?.id) &&
      (s.when === undefined || judge.condition(s.when, matter.id).holds === true),
  )
  const isPlanned = (id: string) => planned.some((s) => s.id === id)
  let before = after
  const drafts = planned
    .filter((s) => s.clockEffect === effect)
    .map((s) => {
      const own = (s.after ?? []).filter(isPlanned)
      const made = draft({
        kind: 'special',
        step: s.id,
        name: s.name,
        owner: s.owner,
        length: lengthOf(ground, day, s.duration, s, {
          count: s.bound === 'minimum' ? 'minimum' : 'duty',
          from: s.bound === 'estimate' ? 'usual' : 'statutory',
          countStartDay: s.countStartDay ?? false,
          week: s.duration.unitApplied === 'workday' ? 'office' : 'everyday',
        }),
        after: effect === 'none' && own.length > 0 ? own : before,
      })
      if (effect === 'pause') before = [s.id]
      return made
    })
  return { drafts, last: effect === 'pause' ? before : drafts.map((d) => d.step) }
}

/** Whose time the matter's own decision takes: a drawing reviewer's or a utility's is not the government's. */
const ownerOf = (matter: Matter): Draft['owner'] =>
  matter.nature === 'utility'
    ? 'utility'
    : matter.authority === 'drawing-review'
      ? 'intermediary'
      : matter.nature === 'selfAssessment'
        ? 'enterprise'
        : 'government'

const usualText: Record<'check' | 'delivery', Text> = {
  check: {
    zh: '本区通常的收件核验用时（法定 5 日内一次告知补正）',
    en: 'usual here for the completeness check (the law allows 5 days for the one correction notice)',
  },
  delivery: { zh: '本区通常的送达用时（法定 10 日内）', en: 'usual here for delivery (the law allows 10 days)' },
}

const usual = ({ district }: Ground, what: 'check' | 'delivery'): PlanLength =>
  usualLength(district.usual[what], district.usual.confidence, usualText[what])
