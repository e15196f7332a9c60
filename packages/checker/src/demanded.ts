import type { Condition, SpecialProcedure } from '@kaigong/catalogue'
import { anyEffort, customary, decisionFigures, type Figure, figure, stepFigure } from './figures.ts'
import type { Occurrence, Reading } from './reading.ts'
import type { Owner } from './subject.ts'

/** An activity that a matter must have on its track. */
export type Demand = {
  readonly step: string
  readonly kind: string
  readonly owner: Owner
  readonly agency: string | null
  readonly reviewers: number
  /** Steps that must be finished before it starts. */
  readonly after: readonly string[]
  /** Figures that its length may rest on. */
  readonly figures: readonly Figure[]
}

type Row = Omit<Demand, 'agency'>

/** What the law, the catalogue and the district make of a matter on the track that the plan has chosen; nothing where it is exempt. */
export function demanded(reading: Reading, o: Occurrence): readonly Demand[] {
  if (o.doneOn !== undefined) return [{ ...done, agency: null }]
  const agency = agencyOf(reading, o)
  const own = (owner: Owner) => owner === 'government' || owner === 'land' || owner === 'utility'
  return rows(reading, o).map((row) => ({ ...row, agency: own(row.owner) ? agency : null }))
}

function rows(reading: Reading, o: Occurrence): readonly Row[] {
  if (o.said.track === 'exempt') return []
  if (o.matter.steps) return ownSteps(o, o.matter.steps)
  if (o.said.track === 'preReview' && o.matter.tracks.preReview) return preReview(reading, o, o.matter.tracks.preReview)
  if (o.said.track === 'commitment' && o.matter.tracks.commitment)
    return commitment(reading, o, o.matter.tracks.commitment)
  return usual(reading, o)
}

/** What has happened takes no time: it is one activity on its day. */
const done: Row = {
  step: 'done',
  kind: 'decision',
  owner: 'government',
  reviewers: 0,
  after: [],
  figures: [{ ...anyEffort, value: 0, from: 'fact' }],
}

function usual(reading: Reading, o: Occurrence): readonly Row[] {
  const { check, delivery } = reading.district.usual
  const ahead = preparations(o)
  const received: Row = {
    step: 'check',
    kind: 'check',
    owner: 'government',
    reviewers: 0,
    after: lastOf(ahead),
    figures: [customary(check)],
  }
  const figures = decisionFigures(reading, o)
  // Decided at once, or inside another matter: nothing is left to review.
  if (figures.length === 0) return [...ahead, received]
  const paused = pausing(o, ['check'])
  const beside = running(o, ['check'])
  const review: Row = {
    step: 'review',
    kind: 'review',
    owner: deciderOf(reading, o),
    reviewers: 1,
    after: lastOf(paused, ['check']),
    figures,
  }
  const out: Row = {
    step: 'delivery',
    kind: 'delivery',
    owner: deciderOf(reading, o),
    reviewers: 0,
    after: ['review', ...beside.map((s) => s.step)],
    figures: [customary(delivery)],
  }
  return [...ahead, received, ...paused, ...beside, review, out]
}

function preReview(
  reading: Reading,
  o: Occurrence,
  rule: NonNullable<Occurrence['matter']['tracks']['preReview']>,
): readonly Row[] {
  const ahead = preparations(o)
  const request: Row = {
    step: 'request',
    kind: 'request',
    owner: 'enterprise',
    reviewers: 0,
    after: lastOf(ahead),
    figures: [anyEffort],
  }
  const paused = pausing(o, ['request'])
  const beside = running(o, ['request'])
  const owner = deciderOf(reading, o)
  const review: Row = {
    step: 'preReview',
    kind: 'preReview',
    owner,
    reviewers: 1,
    after: lastOf(paused, ['request']),
    figures: [figure(rule.review, { count: 'duty', from: 'catalogue' }, rule)],
  }
  const conversion: Row = {
    step: 'conversion',
    kind: 'conversion',
    owner,
    reviewers: 1,
    after: ['preReview', ...beside.map((s) => s.step)],
    figures: [figure(rule.conversion, { count: 'effort', from: 'catalogue' }, rule)],
  }
  return [...ahead, request, ...paused, ...beside, review, conversion]
}

function commitment(
  { district }: Reading,
  o: Occurrence,
  rule: NonNullable<Occurrence['matter']['tracks']['commitment']>,
): readonly Row[] {
  const ahead = preparations(o)
  const decided =
    rule.decision.value === 0
      ? customary(district.usual.check)
      : figure(rule.decision, { count: 'duty', from: 'catalogue' }, rule)
  return [
    ...ahead,
    { step: 'decision', kind: 'decision', owner: 'government', reviewers: 0, after: lastOf(ahead), figures: [decided] },
    {
      step: 'inspection',
      kind: 'inspection',
      owner: 'government',
      reviewers: 0,
      after: ['decision'],
      figures: [figure(rule.inspection, { count: 'duty', from: 'catalogue' }, rule)],
    },
  ]
}

function ownSteps(o: Occurrence, all: NonNullable<Occurrence['matter']['steps']>): readonly Row[] {
  const kept = all.filter((s) => holds(o, s.when))
  return kept.map((s, i) => ({
    step: s.id,
    kind: s.kind,
    owner: s.owner,
    reviewers: s.reviewed ? 1 : 0,
    after: s.after?.filter((id) => kept.some((k) => k.id === id)) ?? kept.slice(Math.max(0, i - 1), i).map((k) => k.id),
    figures: [stepFigure(s, o)],
  }))
}

/** What has to be written or filled in, one after another. */
function preparations(o: Occurrence): readonly Row[] {
  return (o.matter.preparation ?? [])
    .filter((p) => ofVariant(o, p))
    .map((p, i) => ({
      step: `prepare${i + 1}`,
      kind: 'preparation',
      owner: p.owner,
      reviewers: 0,
      after: i === 0 ? [] : [`prepare${i}`],
      figures: [
        {
          ...figure(
            { value: p.value, unitApplied: 'workday' },
            { count: 'effort', from: 'catalogue', week: p.week },
            p,
          ),
          count: 'effort',
        },
      ],
    }))
}

/** Procedures that stop the clock come one after another, the first after `after`. */
function pausing(o: Occurrence, after: readonly string[]): readonly Row[] {
  const all = procedures(o, 'pause')
  return all.map((s, i) => special(s, i === 0 ? after : [all[i - 1]?.id ?? '']))
}

/** Those that do not stop it run beside the review, each after what it names, else from the acceptance on. */
function running(o: Occurrence, after: readonly string[]): readonly Row[] {
  const planned = [...procedures(o, 'pause'), ...procedures(o, 'none')].map((s) => s.id)
  return procedures(o, 'none').map((s) => {
    const own = (s.after ?? []).filter((id) => planned.includes(id))
    return special(s, own.length > 0 ? own : after)
  })
}

export function procedures(o: Occurrence, effect: SpecialProcedure['clockEffect']): readonly SpecialProcedure[] {
  return (o.matter.specialProcedures ?? []).filter(
    (s) => s.clockEffect === effect && !s.possible && ofVariant(o, s) && holds(o, s.when),
  )
}

function special(s: SpecialProcedure, after: readonly string[]): Row {
  const how = {
    count: s.bound === 'minimum' ? 'minimum' : 'duty',
    from: s.bound === 'estimate' ? 'usual' : 'statutory',
    countStartDay: s.countStartDay ?? false,
    week: s.duration.unitApplied === 'workday' ? 'office' : 'everyday',
  } as const
  return { step: s.id, kind: 'special', owner: s.owner, reviewers: 0, after, figures: [figure(s.duration, how, s)] }
}

const ofVariant = (o: Occurrence, x: { readonly variant?: string | undefined }) =>
  x.variant === undefined || x.variant === o.variant

const holds = ({ usual: by, matter }: Occurrence, when: Condition | undefined) =>
  when === undefined || by.condition(when, matter.id).holds === true

const lastOf = (rows_: readonly Row[], otherwise: readonly string[] = []): readonly string[] => {
  const last = rows_.at(-1)
  return last ? [last.step] : otherwise
}

/** The agency that handles a matter here: whoever the district names, unless the variant is decided elsewhere. */
function agencyOf({ district }: Reading, { matter, variant }: Occurrence): string | null {
  const elsewhere = matter.variants?.find((v) => v.id === variant)?.authority
  if (elsewhere !== undefined) return district.authorities[elsewhere] ?? null
  return district.handlers.find((h) => h.matter === matter.id)?.agency ?? district.authorities[matter.authority] ?? null
}

/** Whose time the decision takes: that of whoever has the authority, unless the company judges itself. */
function deciderOf({ catalogue }: Reading, { matter }: Occurrence): Owner {
  if (matter.nature === 'selfAssessment') return 'enterprise'
  const level = catalogue.authorities.find((a) => a.id === matter.authority)?.level
  return level === 'utility' || level === 'intermediary' || level === 'enterprise' ? level : 'government'
}
