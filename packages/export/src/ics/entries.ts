import type { Plan } from '@kaigong/planner'
import { lastDayOf } from '../days.ts'
import { amountWritten, citedPlainly, trackName } from '../html/marks.ts'
import { placed } from '../placed.ts'
import { stepInFull } from '../stepName.ts'
import type { Activity, Matter, Scope, View } from '../view.ts'
import { says } from './says.ts'

/** One entry of the calendar. `when` is an ISO date for a whole day, or two moments of Beijing. */
export type Entry = {
  /** The same for the same thing in every later plan of the project, so that it is moved and not doubled. */
  readonly id: string
  readonly when: string | { readonly from: string; readonly until: string }
  readonly summary: string
  readonly description: readonly string[]
  /** The day rests on an unpublished calendar or on a fact that is not known. */
  readonly tentative: boolean
}

/** What somebody has to know or to do on a day, in the order of days. */
export function entriesOf(view: View): readonly Entry[] {
  return [
    ...land(view),
    ...view.plan.certificates.map((certificate) => issued(view, certificate)),
    ...view.plan.gates.flatMap((gate) => passed(view, gate)),
    ...view.plan.matters.flatMap((matter) => decided(view, matter)),
    ...materialsDue(view),
    ...view.plan.activities.filter(mustNotSlip).map((activity) => latestStart(view, activity)),
    ...view.plan.activities.filter(isHourly).map((activity) => hours(view, activity)),
  ].toSorted((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const dayOf = ({ when }: Entry): string => (typeof when === 'string' ? when : when.from)
const at = (scope: Scope): string => (scope.id === '' ? '' : `@${scope.id}`)

const provisionally = ({ plan, say }: View, day: string): readonly string[] =>
  plan.provisional !== null && day >= plan.provisional.from
    ? [`${say(says.provisional)}${say(plan.provisional.text)}`]
    : []

const cited = (view: View, bases: Matter['citations']): readonly string[] =>
  bases.length === 0
    ? []
    : [`${view.say(says.basis)}${bases.map((basis) => citedPlainly(view, basis)).join(view.word('semicolon'))}`]

const handledBy = (view: View, agency: string | null): readonly string[] =>
  agency === null ? [] : [`${view.say(says.handledBy)}${view.agency(agency)}`]

function land(view: View): readonly Entry[] {
  const { plan, say } = view
  const { day, basisName, given } = plan.land
  if (day === null) return []
  const provisional = provisionally(view, day)
  return [
    {
      id: 'land',
      when: day,
      summary: say(says.land(basisName)),
      description: [say(given ? says.landGiven : says.landComputed), ...provisional],
      tentative: provisional.length > 0,
    },
  ]
}

function issued(view: View, certificate: Plan['certificates'][number]): Entry {
  const { plan, say } = view
  const { matter, scope, name, date, workdaysFromLand, activity } = certificate
  const step = view.activity(activity)
  const own = plan.matters.find((each) => each.id === step?.occurrence)
  const provisional = provisionally(view, date)
  return {
    id: `certificate:${matter}${at(scope)}`,
    when: date,
    summary: say(says.certificate(placed(view, name, scope))),
    description: [
      ...(workdaysFromLand === null ? [] : [say(says.workdaysFromLand(workdaysFromLand))]),
      ...handledBy(view, step?.agency ?? own?.agency ?? null),
      ...cited(view, own?.citations ?? []),
      ...provisional,
    ],
    tentative: provisional.length > 0,
  }
}

function passed(view: View, { gate, scope, name, date, requires }: Plan['gates'][number]): readonly Entry[] {
  const { say } = view
  if (date === null) return []
  const provisional = provisionally(view, date)
  return [
    {
      id: `gate:${gate}${at(scope)}`,
      when: date,
      summary: say(says.gate(gate, placed(view, name, scope))),
      description: [
        ...(requires.length === 0 ? [] : [say(says.gateNeeds)]),
        ...requires.map(
          ({ occurrence, date: day, text, basis }) =>
            `· ${view.matterNamed(occurrence)} ${day ?? view.word('unsettled')} ${say(text)}${view.word('semicolon')}${citedPlainly(view, basis)}`,
        ),
        ...provisional,
      ],
      tentative: provisional.length > 0,
    },
  ]
}

function decided(view: View, matter: Matter): readonly Entry[] {
  const { plan, say } = view
  if (matter.decided === null) return []
  const day = lastDayOf(matter.decided)
  const alsoIssued = plan.certificates.some(
    (each) => each.matter === matter.matter && each.scope.id === matter.scope.id && each.date === day,
  )
  // Its certificate stands on the same day and says more.
  if (alsoIssued) return []
  const { planned, statutory } = matter.limit
  const provisional = provisionally(view, day)
  const assumed = matter.verdict === 'assumed' ? [`${say(says.assumed)}${say(matter.rule.says)}`] : []
  return [
    {
      id: `decision:${matter.id}`,
      when: day,
      summary: say(says.decision(view.matterNamed(matter.id))),
      description: [
        ...(matter.done ? [say(says.done)] : []),
        ...handledBy(view, matter.agency),
        `${say(says.track)}${trackName(view, matter.track)}`,
        ...(planned === null ? [] : [`${say(says.planned)}${amountWritten(view, planned)}`]),
        `${say(says.statutory)}${say(statutory.text)}${statutory.lastDay === null ? '' : `${view.word('semicolon')}${say(says.lastDay(statutory.lastDay))}`}`,
        `${say(says.result)}${say(matter.result)}`,
        ...cited(view, matter.citations),
        ...assumed,
        ...provisional,
      ],
      tentative: provisional.length > 0 || assumed.length > 0,
    },
  ]
}

function materialsDue(view: View): readonly Entry[] {
  const { plan, say } = view
  const toBring = plan.matters
    .filter(({ done }) => !done)
    .flatMap(({ id, materials }) => materials.filter(({ shared }) => !shared).map((each) => ({ ...each, for: id })))
  return [...Map.groupBy(toBring, ({ neededBy }) => neededBy)].map(([day, due]) => {
    const provisional = provisionally(view, day)
    return {
      id: `materials:${day}`,
      when: day,
      summary: say(says.materials(due.length)),
      description: [
        ...due.map(
          ({ necessity, name, for: occurrence, basis }) =>
            `${necessity === 'essential' ? '★' : '△'} ${say(name)} → ${view.matterNamed(occurrence)}${view.word('semicolon')}${citedPlainly(view, basis)}`,
        ),
        ...provisional,
      ],
      tentative: provisional.length > 0,
    }
  })
}

const mustNotSlip = ({ owner, critical, done }: Activity): boolean => owner === 'enterprise' && critical && !done

const why = (view: View, { binding }: Activity): readonly string[] =>
  binding.map(({ text, basis }) => {
    const source = basis === undefined ? '' : `${view.word('semicolon')}${citedPlainly(view, basis)}`
    return `· ${view.say(text)}${source}`
  })

function latestStart(view: View, activity: Activity): Entry {
  return {
    id: `latest-start:${activity.id}`,
    when: activity.latestStart.slice(0, 10),
    summary: view.say(says.latestStart(stepInFull(view, activity))),
    description: [
      view.say(says.latestStartWhy),
      ...why(view, activity),
      ...cited(view, [activity.length.basis]),
      ...(activity.provisional && view.plan.provisional !== null
        ? [`${view.say(says.provisional)}${view.say(view.plan.provisional.text)}`]
        : []),
    ],
    tentative: activity.provisional || activity.assumed,
  }
}

/** Land day is run by the clock: what is measured in hours has its hour in the calendar. */
const isHourly = ({ length, done }: Activity): boolean => length.unitApplied === 'hour' && !done

function hours(view: View, activity: Activity): Entry {
  return {
    id: `step:${activity.id}`,
    when: { from: activity.start, until: activity.finish },
    summary: stepInFull(view, activity),
    description: [...handledBy(view, activity.agency), ...why(view, activity), ...cited(view, [activity.length.basis])],
    tentative: activity.provisional || activity.assumed,
  }
}
