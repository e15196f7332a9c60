import { calendar } from '../calendar.ts'
import type { Activity, Calendar, Goal, Lag, Mode, Point, Problem, Resource, Span } from '../model.ts'
import { Unreadable } from './tokens.ts'

/**
 * The whole model as JSON; README.md describes it. Activities, resources and calendars are named by their ids, a length is a
 * number of elapsed ticks or `{ "amount", "in", "countFrom", "rollTo" }`, and a calendar lists its open stretches, which repeat
 * where it has a `period`.
 */
export function readProblem(text: string): Problem {
  const whole = object(parsed(text), '$')
  const horizon = whole.horizon === undefined ? undefined : count(whole.horizon, '$.horizon')
  const activities = list(whole.activities, '$.activities')
  const names = namesOf(activities, '$.activities')
  const resources = list(whole.resources ?? [], '$.resources')
  const resourceNames = namesOf(resources, '$.resources')
  const calendars = list(whole.calendars ?? [], '$.calendars')
  const calendarNames = namesOf(calendars, '$.calendars')
  const know: Names = { names, resourceNames, calendarNames }
  const read = activities.map((a, i) => readActivity(object(a, `$.activities[${i}]`), `$.activities[${i}]`, know))
  const lags = list(whole.lags ?? [], '$.lags').map((l, i) => readLag(object(l, `$.lags[${i}]`), `$.lags[${i}]`, know))
  const end = horizon ?? enough(read, lags)
  return {
    horizon: end,
    day: whole.day === undefined ? 1 : count(whole.day, '$.day'),
    calendars: calendars.map((c, i) => readCalendar(object(c, `$.calendars[${i}]`), `$.calendars[${i}]`, end)),
    resources: resources.map((r, i) => readResource(object(r, `$.resources[${i}]`), `$.resources[${i}]`)),
    activities: read,
    lags,
    goals:
      whole.goals === undefined
        ? [{ kind: 'makespan' }]
        : list(whole.goals, '$.goals').map((g, i) => readGoal(g, `$.goals[${i}]`, know)),
  }
}

type Names = {
  readonly names: ReadonlyMap<string, number>
  readonly resourceNames: ReadonlyMap<string, number>
  readonly calendarNames: ReadonlyMap<string, number>
}
type Fields = Readonly<Record<string, unknown>>

/** Ticks on the axis at most: every calendar is laid out tick by tick. */
const LONGEST = 5_000_000

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    const line = text.slice(0, position).split('\n').length
    throw new Unreadable(line, `不是有效的 JSON：${message}`, `this is no valid JSON: ${message}`)
  }
}

/** What is parsed has no lines any more; its path says where. */
const wrong = (path: string, zh: string, en: string) => new Unreadable(undefined, `${path} ${zh}`, `${path} ${en}`)

function object(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(path, '应为对象', 'must be an object')
  return value as Fields
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(path, '应为数组', 'must be an array')
  return value
}

function count(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > LONGEST) {
    throw wrong(path, `应为 0 至 ${LONGEST} 的整数`, `must be a whole number from 0 to ${LONGEST}`)
  }
  return value
}

function text(value: unknown, path: string): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') throw wrong(path, '应为文字', 'must be a text')
  return value
}

function namesOf(values: readonly unknown[], path: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  values.forEach((value, i) => {
    const id = text(object(value, `${path}[${i}]`).id, `${path}[${i}].id`)
    if (names.has(id)) throw wrong(`${path}[${i}].id`, `“${id}”已用过`, `“${id}” is used twice`)
    names.set(id, i)
  })
  return names
}

function named(value: unknown, names: ReadonlyMap<string, number>, path: string): number {
  const id = text(value, path)
  const index = names.get(id)
  if (index === undefined) throw wrong(path, `“${id}”不存在`, `“${id}” does not exist`)
  return index
}

function choice<T extends string>(value: unknown, choices: readonly T[], path: string): T {
  if (!choices.includes(value as T)) {
    throw wrong(path, `应为 ${choices.join('、')} 之一`, `must be one of ${choices.join(', ')}`)
  }
  return value as T
}

function readSpan(value: unknown, path: string, know: Names): Span {
  if (typeof value === 'number') return { amount: count(value, path), countFrom: 'now' }
  const fields = object(value, path)
  return {
    amount: count(fields.amount, `${path}.amount`),
    countFrom: choice(fields.countFrom ?? 'now', ['now', 'startOfDay', 'nextDay'], `${path}.countFrom`),
    ...(fields.in === undefined ? {} : { calendar: named(fields.in, know.calendarNames, `${path}.in`) }),
    ...(fields.rollTo === undefined ? {} : { rollTo: named(fields.rollTo, know.calendarNames, `${path}.rollTo`) }),
  }
}

function readMode(value: unknown, path: string, know: Names): Mode {
  const fields = object(value, path)
  const demands = fields.demands === undefined ? {} : object(fields.demands, `${path}.demands`)
  return {
    duration: readSpan(fields.duration, `${path}.duration`, know),
    demands: Object.entries(demands).map(([id, amount]) => ({
      resource: named(id, know.resourceNames, `${path}.demands`),
      amount: count(amount, `${path}.demands.${id}`),
    })),
  }
}

function readActivity(fields: Fields, path: string, know: Names): Activity {
  const due = fields.due === undefined ? undefined : object(fields.due, `${path}.due`)
  const fixed = fields.fixed === undefined ? undefined : object(fields.fixed, `${path}.fixed`)
  return {
    id: text(fields.id, `${path}.id`),
    modes:
      fields.modes === undefined
        ? [readMode(fields, path, know)]
        : list(fields.modes, `${path}.modes`).map((m, k) => readMode(m, `${path}.modes[${k}]`, know)),
    ...(fields.startIn === undefined ? {} : { startIn: named(fields.startIn, know.calendarNames, `${path}.startIn`) }),
    ...(fields.release === undefined ? {} : { release: count(fields.release, `${path}.release`) }),
    ...(fields.deadline === undefined ? {} : { deadline: count(fields.deadline, `${path}.deadline`) }),
    ...(due
      ? { due: { at: count(due.at, `${path}.due.at`), weight: count(due.weight ?? 1, `${path}.due.weight`) } }
      : {}),
    ...(fixed
      ? {
          fixed: {
            start: count(fixed.start, `${path}.fixed.start`),
            finish: count(fixed.finish, `${path}.fixed.finish`),
            mode: count(fixed.mode ?? 0, `${path}.fixed.mode`),
          },
        }
      : {}),
  }
}

const points: readonly Point[] = ['start', 'finish']

function readLag(fields: Fields, path: string, know: Names): Lag {
  return {
    from: named(fields.from, know.names, `${path}.from`),
    fromPoint: choice(fields.fromPoint ?? 'finish', points, `${path}.fromPoint`),
    to: named(fields.to, know.names, `${path}.to`),
    toPoint: choice(fields.toPoint ?? 'start', points, `${path}.toPoint`),
    ...(fields.min === undefined && fields.max !== undefined
      ? {}
      : { min: readSpan(fields.min ?? 0, `${path}.min`, know) }),
    ...(fields.max === undefined ? {} : { max: readSpan(fields.max, `${path}.max`, know) }),
  }
}

function readResource(fields: Fields, path: string): Resource {
  const capacity =
    typeof fields.capacity === 'number'
      ? [{ from: 0, units: count(fields.capacity, `${path}.capacity`) }]
      : list(fields.capacity, `${path}.capacity`).map((step, k) => {
          const { from, units } = object(step, `${path}.capacity[${k}]`)
          return {
            from: count(from, `${path}.capacity[${k}].from`),
            units: count(units, `${path}.capacity[${k}].units`),
          }
        })
  const isBudget =
    fields.kind !== undefined && choice(fields.kind, ['budget', 'renewable'], `${path}.kind`) === 'budget'
  return { id: text(fields.id, `${path}.id`), ...(isBudget ? { kind: 'budget' } : {}), capacity }
}

function readCalendar(fields: Fields, path: string, horizon: number): Calendar {
  const period = fields.period === undefined ? undefined : count(fields.period, `${path}.period`)
  if (period === 0) throw wrong(`${path}.period`, '应大于 0', 'must be above 0')
  const isOpen = new Uint8Array(period ?? horizon)
  list(fields.open, `${path}.open`).forEach((stretch, k) => {
    const [from, until] = list(stretch, `${path}.open[${k}]`)
    isOpen.fill(1, count(from, `${path}.open[${k}][0]`), count(until, `${path}.open[${k}][1]`))
  })
  return calendar(text(fields.id, `${path}.id`), (t) => isOpen[period === undefined ? t : t % period] === 1, horizon)
}

function readGoal(value: unknown, path: string, know: Names): Goal {
  const fields = typeof value === 'string' ? { kind: value } : object(value, path)
  const kind = choice(fields.kind, ['makespan', 'tardiness', 'compact', 'earliest', 'latest'], `${path}.kind`)
  if (kind === 'latest') {
    const activities = list((fields as Fields).activities, `${path}.activities`)
    return { kind, activities: activities.map((a, k) => named(a, know.names, `${path}.activities[${k}]`)) }
  }
  if (kind !== 'earliest') return { kind }
  return {
    kind,
    activity: named((fields as Fields).activity, know.names, `${path}.activity`),
    point: choice((fields as Fields).point ?? 'finish', points, `${path}.point`),
  }
}

/** Without calendars one activity after the other, each with the longest lag from it, surely fits. */
function enough(activities: readonly Activity[], lags: readonly Lag[]): number {
  const spans = [
    ...activities.map(({ modes }) => Math.max(0, ...modes.map((m) => m.duration.amount))),
    ...lags.map(({ min }) => min?.amount ?? 0),
    ...activities.map(({ release }) => release ?? 0),
  ]
  const sum = spans.reduce((total, span) => total + span, 0)
  if (sum <= LONGEST) return sum
  throw wrong('$.horizon', '缺少，且活动总时长过大', 'is missing, and the activities are too long without it')
}
