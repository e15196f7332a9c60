import type { Plan } from '@kaigong/planner'
import { amountWritten, citedPlainly, trackName } from '../html/marks.ts'
import { groupsOf, stageName } from '../html/rows.ts'
import { placed } from '../placed.ts'
import { stepAlone } from '../stepName.ts'
import type { Activity, Matter, View } from '../view.ts'
import { says } from './says.ts'
import { closing, type Minute, minuteOf, opening, type Week, type WorkingTime, workingMinutes } from './workingTime.ts'

export type WorkingTimes = Readonly<Record<Week, WorkingTime>>

/** A line of the outline with its dates; what it hangs on is `links.ts`. */
export type Task = {
  /** The same in every later plan of the project. */
  readonly key: string
  readonly name: string
  readonly start: Minute
  readonly finish: Minute
  /** Working minutes from start to finish in the task's own week. */
  readonly minutes: number
  readonly week: Week
  readonly notes: readonly string[]
  readonly below: readonly Task[]
  /** The step that the line stands for; none for a summary, a gate or a certificate. */
  readonly activity?: Activity
}

/** Gates and certificates first, then every stage in the order of the road, with its matters and their steps. */
export function outlineOf(view: View, times: WorkingTimes): readonly Task[] {
  const stages = new Set(groupsOf(view).map(({ stage }) => stage))
  const milestones = [
    ...view.plan.gates.flatMap((gate) => gateTask(view, times, gate)),
    ...view.plan.certificates.flatMap((certificate) => certificateTask(view, times, certificate)),
  ].toSorted((a, b) => a.start - b.start)
  return [
    ...summary(times, 'milestones', view.say(says.milestones), [], milestones),
    ...[...stages].flatMap((stage) => stageTask(view, times, stage)),
  ]
}

/** A line over others: from the first start to the last finish, in office time. Without anything below there is none. */
function summary(
  times: WorkingTimes,
  key: string,
  name: string,
  notes: readonly string[],
  below: readonly Task[],
): readonly Task[] {
  if (below.length === 0) return []
  const start = Math.min(...below.map((task) => task.start))
  const finish = Math.max(...below.map((task) => task.finish))
  const minutes = workingMinutes(times.office, start, finish)
  return [{ key, name, start, finish, minutes, week: 'office', notes, below }]
}

function stageTask(view: View, times: WorkingTimes, stage: number): readonly Task[] {
  const matters = view.plan.matters.filter((matter) => matter.stage === stage)
  const exempt = matters.filter(({ track }) => track === 'exempt').map(({ id }) => view.matterNamed(id))
  const notes = exempt.length === 0 ? [] : [`${view.say(says.exempt)}${exempt.join(view.word('listComma'))}`]
  const below = matters.flatMap((matter) => matterTask(view, times, matter))
  return summary(times, `stage:${stage}`, stageName(view, stage), notes, below)
}

function matterTask(view: View, times: WorkingTimes, matter: Matter): readonly Task[] {
  const { say } = view
  const steps = view.plan.activities.filter(({ occurrence }) => occurrence === matter.id)
  const notes = [
    `${say(says.track)}${trackName(view, matter.track)}`,
    `${say(says.statutory)}${say(matter.limit.statutory.text)}`,
    `${say(says.result)}${say(matter.result)}`,
    ...(matter.citations.length === 0
      ? []
      : [`${say(says.basis)}${matter.citations.map((each) => citedPlainly(view, each)).join(view.word('semicolon'))}`]),
  ]
  const below = steps.map((activity) => stepTask(view, times, activity))
  return summary(times, `matter:${matter.id}`, view.matterNamed(matter.id), notes, below)
}

function stepTask(view: View, times: WorkingTimes, activity: Activity): Task {
  const from = minuteOf(activity.start)
  const until = minuteOf(activity.finish)
  const own = weekOf(activity.length)
  const start = opening(times[own], from)
  const finish = closing(times[own], until)
  const rest = {
    key: stepKey(activity.id),
    name: stepAlone(view, activity),
    notes: stepNotes(view, activity, start !== from || finish !== until),
    below: [],
    activity,
  }
  if (start < finish) {
    return { ...rest, start, finish, minutes: workingMinutes(times[own], start, finish), week: own }
  }
  return { ...rest, ...milestone(times, until) }
}

export const stepKey = (activity: string): string => `step:${activity}`

/** The week that a length is counted in: working days are the office's, other days are calendar days. */
const weekOf = ({ unitApplied, count, week }: Activity['length']): Week => {
  if (unitApplied === 'hour' || count === 'effort') return week
  if (unitApplied === 'workday') return week === 'everyday' ? 'office' : week
  return 'everyday'
}

/** A moment without length: within the hours of its own day, whatever that day is. */
function milestone({ everyday }: WorkingTimes, at: Minute): Pick<Task, 'start' | 'finish' | 'minutes' | 'week'> {
  const moment = closing(everyday, at) === at ? at : opening(everyday, at)
  return { start: moment, finish: moment, minutes: 0, week: 'everyday' }
}

function stepNotes(view: View, activity: Activity, moved: boolean): readonly string[] {
  const { say, word } = view
  const { length, binding, latestStart, done, provisional, assumed, start, finish } = activity
  return [
    `${say(says.length)}${amountWritten(view, length)}`,
    `${say(says.basis)}${citedPlainly(view, length.basis)}`,
    ...(binding.length === 0 ? [] : [say(says.why)]),
    ...binding.map(
      ({ text, basis }) =>
        `· ${say(text)}${basis === undefined ? '' : `${word('semicolon')}${citedPlainly(view, basis)}`}`,
    ),
    ...(done ? [say(says.done)] : [`${say(says.latestStart)}${written(latestStart)}`]),
    ...(moved ? [`${say(says.written)}${written(start)} – ${written(finish)}`] : []),
    ...(assumed ? [say(says.assumed)] : []),
    ...(provisional && view.plan.provisional !== null
      ? [`${say(says.provisional)}${say(view.plan.provisional.text)}`]
      : []),
  ]
}

const written = (moment: string): string => moment.slice(0, 16).replace('T', ' ')

/** When the gate opens: with the office on its day, or once the last thing that it asks for is there. */
function gateTask(
  view: View,
  times: WorkingTimes,
  { gate, scope, name, date, requires }: Plan['gates'][number],
): readonly Task[] {
  if (date === null) return []
  const { say, word } = view
  const required = requires.flatMap(({ occurrence }) => lastStep(view, occurrence) ?? [])
  const sameDay = required.map(({ finish }) => finish).filter((finish) => finish.startsWith(date))
  const opens = view.plan.rests.officeHours[0]?.[0] ?? '00:00'
  const at = Math.max(minuteOf(`${date}T${opens}`), ...sameDay.map(minuteOf))
  return [
    {
      key: gateKey(gate, scope),
      name: say(says.gate(gate, placed(view, name, scope))),
      ...milestone(times, at),
      notes: [
        ...(requires.length === 0 ? [] : [say(says.needs)]),
        ...requires.map(
          ({ occurrence, text, basis }) =>
            `· ${view.matterNamed(occurrence)} ${say(text)}${word('semicolon')}${citedPlainly(view, basis)}`,
        ),
      ],
      below: [],
    },
  ]
}

export const gateKey = (gate: string, scope: Activity['scope']): string => `gate:${gate}@${scope.id}`

/** The step with which a matter is at its end. */
export const lastStep = (view: View, occurrence: string): Activity | undefined =>
  view.plan.activities
    .filter((each) => each.occurrence === occurrence)
    .reduce<Activity | undefined>((a, b) => (a === undefined || b.finish > a.finish ? b : a), undefined)

function certificateTask(
  view: View,
  times: WorkingTimes,
  { matter, scope, name, date, activity }: Plan['certificates'][number],
): readonly Task[] {
  const step = view.activity(activity)
  const own = view.plan.matters.find(({ id }) => id === step?.occurrence)
  return [
    {
      key: certificateKey(matter, scope),
      name: view.say(says.certificate(placed(view, name, scope))),
      ...milestone(times, minuteOf(step?.finish ?? date)),
      notes: own === undefined ? [] : own.citations.map((each) => citedPlainly(view, each)),
      below: [],
    },
  ]
}

export const certificateKey = (matter: string, scope: Activity['scope']): string => `certificate:${matter}@${scope.id}`
