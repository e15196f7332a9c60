import { type Day, day, TICKS_PER_DAY } from '@kaigong/calendar'
import { deferrable, type Project } from '@kaigong/catalogue'
import {
  type Activity,
  type Binding,
  type Conflict,
  type Goal,
  type Lag,
  schedule,
  type Time,
} from '@kaigong/scheduler'
import { type Axis, endOfDay, spanOf, startOfDay } from './axis.ts'
import { type Chain, DELIVERY, type Draft, titleOf } from './draft.ts'
import type { Ground } from './ground.ts'
import { buildStarts, isDeal, landEvents, marginLinks, windowLinks } from './landmarks.ts'
import { type Link, links } from './network.ts'

/** What the plan is asked: the earliest dates, whether a land day can be had, or by when all must be ready for a promised start. */
export type Anchor =
  | { readonly kind: 'earliest' }
  | { readonly kind: 'landDay'; readonly day: string }
  | { readonly kind: 'startBy'; readonly day: string }

/** What may be otherwise in a solution: the certificates' window or the margin before the land given up, a goal of its own, a change that is tried. */
export type Terms = {
  readonly noWindow?: boolean
  readonly noMargin?: boolean
  /** The earliest land event instead of the earliest construction. */
  readonly landFirst?: boolean
  /** Nothing but the deadlines: to see how late each thing may be. */
  readonly noGoals?: boolean
  /** Only the start of construction matters. */
  readonly startOnly?: boolean
  /** Nothing put late on purpose: to see what holds what. */
  readonly asSoonAsPossible?: boolean
  readonly moreReviewers?: { readonly agency: string; readonly units: number }
  /** As if one could have begun a year before the as-of day. */
  readonly earlierStart?: boolean
}

/** The network laid out: arrays run with `drafts`, lags of the scheduler with `links`, its resources with `agencies`. */
export type Network = {
  readonly axis: Axis
  readonly chains: readonly Chain[]
  readonly drafts: readonly Draft[]
  readonly index: ReadonlyMap<string, number>
  readonly links: readonly Link[]
  readonly agencies: readonly string[]
  /** Drafts that wait for materials or a phase, and the ISO day on which those are there. */
  readonly ready: ReadonlyMap<string, string>
}

type Order = Pick<Network, 'chains' | 'drafts' | 'index' | 'links'>

export type Solved = Network & {
  readonly start: Int32Array
  readonly finish: Int32Array
  /** Earliest start where it was put late on purpose, else its start. */
  readonly couldStart: Int32Array
  readonly latest: Int32Array
  readonly binding: readonly (readonly Binding[])[]
}

export type Unsolved = Network & { readonly conflict: Conflict }

/** What has to be done in which order, before there are dates. */
export function orderOf(ground: Ground, project: Project, planned: readonly Chain[], terms: Terms): Order {
  const chains = planned.map((c) => (c.occurrence.doneOn === undefined ? c : doneChain(c)))
  const drafts = chains.flatMap((c) => c.drafts)
  return {
    chains,
    drafts,
    index: new Map(drafts.map((d, i) => [d.id, i])),
    links: [
      ...links(ground, project, chains),
      ...(terms.noMargin ? [] : marginLinks(ground, project, chains)),
      ...(terms.noWindow ? [] : windowLinks(ground, project, chains)),
    ],
  }
}

/** Dates for the chains of a project, or the chain of reasons why there are none. */
export function solve(
  ground: Ground,
  project: Project,
  planned: readonly Chain[],
  asOf: string,
  anchor: Anchor,
  terms: Terms = {},
): Solved | Unsolved {
  const { chains, drafts, index, links: net } = orderOf(ground, project, planned, terms)
  const earliest = terms.earlierStart ? yearBefore(asOf) : asOf
  const axis = ground.axis(day([earliest, ...project.done.map((d) => d.on)].sort()[0] ?? earliest), day(asOf))
  const { resources, agencies } = reviewers(ground, axis, drafts, terms)
  const ready = readiness(ground, project, chains)
  const network: Network = { axis, chains, drafts, index, links: net, agencies, ready }
  const from = startOfDay(axis, day(earliest))
  const land = new Set(anchor.kind === 'landDay' ? landEvents(ground, project, chains) : [])
  const activities = drafts.map((d) => {
    const on = ready.get(d.id)
    const free = activityOf(axis, d, Math.max(from, on === undefined ? 0 : startOfDay(axis, day(on))), agencies)
    return anchor.kind === 'landDay' && land.has(d.id) ? onDay(axis, free, day(anchor.day)) : free
  })
  const lags = net.map((l) => lagOf(axis, l, index))
  if (anchor.kind === 'startBy') {
    const builds = buildStarts(chains)
      .slice(0, 1)
      .map((id) => index.get(id) ?? -1)
    lags.push(
      ...builds.map(
        (b) => ({ from: b, fromPoint: 'start', to: activities.length, toPoint: 'start', min: NOTHING }) as const,
      ),
    )
    activities.push({
      id: 'promised start',
      modes: [{ duration: NOTHING, demands: [] }],
      // A day before everything that the axis covers cannot be kept either: the answer is no, not a fault.
      deadline: Math.max(0, endOfDay(axis, day(anchor.day))),
    })
  }
  const goals = goalsOf(network, terms)
  const result = schedule({
    horizon: axis.horizon,
    day: TICKS_PER_DAY,
    calendars: axis.calendars,
    resources,
    activities,
    lags,
    goals,
  })
  if (result.status === 'infeasible') return { ...network, conflict: result }
  const { start, finish, latest, binding } = result
  const couldStart = Int32Array.from(drafts, (_, i) => {
    const late = binding[i]?.find((b) => b.kind === 'late')
    return late?.kind === 'late' ? late.earliest : (start[i] ?? 0)
  })
  return { ...network, start, finish, couldStart, latest, binding }
}

/** No time at all; an amount of nothing asks no calendar. */
const NOTHING = { calendar: 0, amount: 0, countFrom: 'now' } as const

const yearBefore = (iso: string): string => `${Number(iso.slice(0, 4)) - 1}${iso.slice(4).replace('02-29', '02-28')}`

/** What has happened is one activity, dated. */
function doneChain({ occurrence, track }: Chain): Chain {
  const basis = { text: { zh: '项目文件所记', en: 'as the project file records' }, confidence: 'GK' } as const
  const length = {
    value: 0,
    unitAsWritten: '—',
    unitApplied: 'workday',
    count: 'effort',
    countStartDay: false,
    week: 'office',
    from: 'fact',
    basis,
  } as const
  const done = {
    kind: 'decision',
    step: 'done',
    name: titleOf(occurrence, { zh: '已办结', en: 'Done' }),
    owner: 'government',
    agency: null,
    reviewers: 0,
    length,
    after: [],
  } as const
  return {
    occurrence,
    track,
    drafts: [{ ...done, id: `${occurrence.id}:done`, occurrence, track }],
    begun: 'done',
    submitted: 'done',
    decided: 'done',
    issued: 'done',
  }
}

function activityOf(axis: Axis, d: Draft, release: Time, agencies: readonly string[]): Activity {
  const duration = spanOf(axis, d.length)
  const { doneOn } = d.occurrence
  if (doneOn !== undefined) {
    const closed = closingTime(axis, day(doneOn))
    return { id: d.id, modes: [{ duration, demands: [] }], fixed: { start: closed, finish: closed, mode: 0 } }
  }
  const resource = d.agency === null ? -1 : agencies.indexOf(d.agency)
  const demands = d.reviewers > 0 && resource >= 0 ? [{ resource, amount: d.reviewers }] : []
  const startIn = opening(axis, d, duration.amount)
  return { id: d.id, modes: [{ duration, demands }], release, ...(startIn === undefined ? {} : { startIn }) }
}

/** Work begins in working hours; what runs in whole days may still be handed in at closing time; land changes hands when the office opens. */
function opening(axis: Axis, d: Draft, amount: number): number | undefined {
  if (amount === 0) return undefined
  if (isDeal(d)) return axis.calendar('office', 'opening')
  // The decision stands at the close of its last day; writing it out goes on the next morning.
  // A notice that counts its first day hangs that whole day, not from closing time.
  const atClosing = (d.length.count !== 'effort' && !d.length.countStartDay) || d.step === DELIVERY
  return axis.calendar(d.length.week, atClosing ? 'doors' : 'work')
}

function onDay(axis: Axis, activity: Activity, d: Day): Activity {
  if (activity.fixed) return activity
  return { ...activity, release: Math.max(activity.release ?? 0, startOfDay(axis, d)), deadline: endOfDay(axis, d) }
}

function closingTime(axis: Axis, d: Day): Time {
  const tick = axis.calendars[axis.calendar('everyday', 'close')]?.nth[d - axis.origin]
  return tick === undefined ? endOfDay(axis, d) : tick + 1
}

function lagOf(axis: Axis, link: Link, index: ReadonlyMap<string, number>): Lag {
  const span = (d: NonNullable<Link['min']>) =>
    spanOf(axis, { ...d, count: 'minimum', countStartDay: false, week: 'office' })
  const min = link.min && link.min.value > 0 ? span(link.min) : link.min || !link.max ? NOTHING : undefined
  return {
    from: index.get(link.from) ?? -1,
    fromPoint: link.fromSide,
    to: index.get(link.to) ?? -1,
    toPoint: link.toSide,
    ...(min ? { min } : {}),
    ...(link.max ? { max: span(link.max) } : {}),
  }
}

/** One resource an agency that reviews something here: as many reviews at once as it has reviewers. */
function reviewers({ district }: Ground, axis: Axis, drafts: readonly Draft[], terms: Terms) {
  const used = new Set(drafts.filter((d) => d.reviewers > 0).map((d) => d.agency))
  const agencies = district.agencies
    .map((a) => a.id)
    .filter((id) => used.has(id) && district.capacities.some((c) => c.agency === id))
  const resources = agencies.map((id) => {
    const more = terms.moreReviewers?.agency === id ? terms.moreReviewers.units : 0
    const capacity = district.capacities
      .filter((c) => c.agency === id)
      .map((c) => ({
        from: c.from === undefined ? 0 : Math.max(0, startOfDay(axis, day(c.from))),
        units: c.reviewers + more,
      }))
      .sort((a, b) => a.from - b.from)
    const first = capacity[0]
    return { id, capacity: first && first.from > 0 ? [{ from: 0, units: first.units }, ...capacity] : capacity }
  })
  return { resources, agencies }
}

/** Earliest ISO day of an activity by what the project file says of its materials and phases, by draft id. */
function readiness(ground: Ground, project: Project, chains: readonly Chain[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>()
  for (const chain of chains) {
    if (chain.occurrence.doneOn !== undefined) continue
    for (const [id, on] of [...materialsReady(ground, project, chain), ...phaseReady(project, chain)]) {
      if (on > (days.get(id) ?? '')) days.set(id, on)
    }
  }
  return days
}

type Ready = readonly (readonly [id: string, on: string])[]

function materialsReady(
  ground: Ground,
  project: Project,
  { occurrence, track, decided, submitted, preReview }: Chain,
): Ready {
  return project.ready
    .filter((r) => r.matter === occurrence.matter.id && (r.scope === undefined || r.scope === occurrence.scope.id))
    .map((r) => {
      const mayFollow =
        track === 'tolerance' &&
        r.material !== undefined &&
        deferrable(ground.district, occurrence.matter).includes(r.material)
      return [`${occurrence.id}:${mayFollow ? decided : (preReview?.request ?? submitted)}`, r.on] as const
    })
}

function phaseReady(project: Project, { occurrence, drafts }: Chain): Ready {
  const { scope } = occurrence
  const on = scope.kind === 'phase' ? project.phases.find((p) => p.id === scope.id)?.notBefore : undefined
  return on === undefined ? [] : drafts.filter((d) => d.after.length === 0).map((d) => [d.id, on] as const)
}

/** Construction, production and the end as early as possible; then the land no earlier than that needs, and work at the company's risk as late as is safe. */
function goalsOf({ chains, index }: Network, terms: Terms): readonly Goal[] {
  if (terms.noGoals) return []
  const open = chains.filter((c) => c.occurrence.doneOn === undefined)
  const of = (...matters: readonly string[]) => open.filter((c) => matters.includes(c.occurrence.matter.id))
  const earliest = (ids: readonly string[], point: 'start' | 'finish') =>
    ids.map((id) => ({ kind: 'earliest', activity: index.get(id) ?? -1, point }) as const)
  const latest = (drafts: readonly Draft[]): readonly Goal[] =>
    drafts.length > 0 && !terms.asSoonAsPossible
      ? [{ kind: 'latest', activities: drafts.map((d) => index.get(d.id) ?? -1) }]
      : []
  const drafts = (list: readonly Chain[]) => list.flatMap((c) => c.drafts)
  const deals = drafts(of('P10')).filter(isDeal)
  const atRisk = drafts(open.filter((c) => c.preReview)).filter((d) => d.kind !== 'conversion' && d.kind !== 'special')
  const design = atRisk.length > 0 ? drafts(of('W01', 'W02', 'W03')) : []
  if (terms.startOnly) return earliest(buildStarts(open).slice(0, 1), 'start')
  return [
    ...(terms.landFirst
      ? earliest(
          deals.map((d) => d.id),
          'finish',
        )
      : []),
    ...earliest(buildStarts(open), 'start'),
    // Where piling opened the site, the main works follow as soon as they may.
    ...earliest(
      of('W04').map((c) => `${c.occurrence.id}:${c.begun}`),
      'start',
    ),
    ...earliest(
      of('W08').map((c) => `${c.occurrence.id}:${c.issued}`),
      'finish',
    ),
    { kind: 'makespan' },
    ...latest([...drafts(of('P09')), ...deals]),
    ...latest([...atRisk, ...design]),
  ]
}
