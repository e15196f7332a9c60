import { addWorkdays, type Day, day, dayOfTick, isoDate, isWorkday } from '@kaigong/calendar'
import type { Limit } from '@kaigong/catalogue'
import { isOpen, type Tick } from './clock.ts'
import { procedures } from './demanded.ts'
import { GENERAL_LIMIT, generalLimit } from './figures.ts'
import { isDeferred, pairs } from './order.ts'
import { reached } from './points.ts'
import type { Occurrence, Reading, Step } from './reading.ts'
import { basisOf, matterName } from './says.ts'
import { statutoryLimit } from './statutoryLimit.ts'
import type { Violation } from './violation.ts'

type Statement = Parameters<typeof basisOf>[1]
type Days = { readonly value: number; readonly unitApplied: 'hour' | 'workday' | 'day' | 'month' | 'year' }

/** No decision is planned with a longer limit than the law's, nor for a day after the law's last one (domain 1.1, 2.7). */
export function statutory(reading: Reading): readonly Violation[] {
  return reading.occurrences.flatMap((o) => {
    const review = o.steps.find((s) => s.step === 'review')
    const check = o.steps.find((s) => s.step === 'check')
    const delivery = o.steps.find((s) => s.step === 'delivery')
    if (!review || !check || !delivery || o.matter.steps) return []
    const limit = statutoryLimit(o.matter, o.variant, o.acceptedOn)
    const own = daysOf(limit)
    return [
      ...(own ? [...longer(reading, o, review, own), ...late(reading, o, { check, review, delivery }, own)] : []),
      ...(limit?.kind === 'days' ? [] : joint(reading, o, { check, review, delivery })),
    ]
  })
}

/** A local limit is not the nation's to state: only the ceiling of joint handling stands above it. */
function daysOf(limit: Limit | undefined): { readonly days: Days; readonly statement: Statement } | undefined {
  if (limit?.kind === 'days') return { days: limit, statement: limit }
  return limit?.kind === 'general' ? { days: GENERAL_LIMIT, statement: generalLimit } : undefined
}

function longer(
  reading: Reading,
  o: Occurrence,
  review: Step,
  { days, statement }: { readonly days: Days; readonly statement: Statement },
): readonly Violation[] {
  const { value, unitApplied } = review.length
  if (unitApplied !== days.unitApplied || value <= days.value) return []
  const name = matterName(o)
  return [
    {
      code: 'statutory.longer',
      message: {
        zh: `${name.zh}按 ${value} 日计，长于法定的 ${days.value} 日`,
        en: `${name.en} is planned with ${value} days; the law allows ${days.value}`,
      },
      activities: [review.id],
      basis: basisOf(reading, statement, o),
    },
  ]
}

type Handling = { readonly check: Step; readonly review: Step; readonly delivery: Step }

function late(
  reading: Reading,
  o: Occurrence,
  handling: Handling,
  { days, statement }: { readonly days: Days; readonly statement: Statement },
): readonly Violation[] {
  const last = lastDayOf(reading, o, handling, days)
  const decided = decidedOn(reading, handling.delivery)
  if (decided <= last || decided <= waiting(reading, o, last)) return []
  const name = matterName(o)
  return [
    {
      code: 'statutory.late',
      message: {
        zh: `${name.zh} ${isoDate(decided)} 才决定，法定最迟 ${isoDate(last)}（受理 ${isoDate(dayOfTick(handling.check.until))}，特别程序不计）`,
        en: `${name.en} is decided on ${isoDate(decided)}, the law’s last day is ${isoDate(last)} (accepted ${isoDate(dayOfTick(handling.check.until))}, special procedures not counted)`,
      },
      activities: [handling.check.id, handling.review.id],
      basis: basisOf(reading, statement, o),
    },
  ]
}

/** 45 + 15 days of unified, joint or concentrated handling, whatever each agency's own limit. */
function joint(reading: Reading, o: Occurrence, handling: Handling): readonly Violation[] {
  const rule = reading.catalogue.rules.find((b) => b.id === 'joint')?.rules.find((r) => r.id === 'statutory-limit')
  if (rule?.limit?.kind !== 'days') return []
  const days = { value: rule.limit.value + (rule.limit.extension?.value ?? 0), unitApplied: rule.limit.unitApplied }
  const last = lastDayOf(reading, o, handling, days)
  const decided = decidedOn(reading, handling.delivery)
  if (decided <= last) return []
  const name = matterName(o)
  return [
    {
      code: 'statutory.joint',
      message: {
        zh: `${name.zh} ${isoDate(decided)} 才决定，联合办理连同延长最迟 ${isoDate(last)}`,
        en: `${name.en} is decided on ${isoDate(decided)}; joint handling with its extension ends on ${isoDate(last)}`,
      },
      activities: [handling.check.id, handling.review.id],
      basis: basisOf(reading, rule, o),
    },
  ]
}

/** The decision goes out for delivery as soon as the office works: its day is that of the last working time before. */
function decidedOn({ clock }: Reading, { from }: Step): Day {
  let tick: Tick = from - 1
  while (!isOpen(clock, 'office', tick)) tick--
  return dayOfTick(tick)
}

/** Day by day from the acceptance, which itself does not count; days on which a procedure stops the clock do not either. */
function lastDayOf({ clock }: Reading, o: Occurrence, { check }: Handling, { value, unitApplied }: Days): Day {
  const stops = procedures(o, 'pause').flatMap((p) => o.steps.filter((s) => s.step === p.id))
  const stopped = (d: Day) => stops.some((s) => dayOfTick(s.from) < d && d <= dayOfTick(s.until))
  const counts = (d: Day) => (unitApplied === 'workday' ? isWorkday(clock.weeks.office, d) : true)
  const whole = Math.ceil(unitApplied === 'month' ? value * 31 : unitApplied === 'year' ? value * 366 : value)
  let d = dayOfTick(check.until)
  for (let left = unitApplied === 'hour' ? 1 : whole; left > 0; ) {
    d = (d + 1) as Day
    if (counts(d) && !stopped(d)) left--
  }
  return addWorkdays(clock.weeks.office, d, 0)
}

/** Under tolerance the clock also stands while a late material is waited for, and the application is returned after so many days. */
function waiting(reading: Reading, o: Occurrence, last: Day): Day {
  if (o.said.track !== 'tolerance') return last
  const supplied = pairs(reading)
    .filter(({ order, to }) => to.id === o.id && isDeferred(reading, order, to))
    .flatMap(({ order, from }) => reached(from, order.fromPoint)?.tick ?? [])
  const stated = reading.project.ready
    .filter((r) => r.matter === o.matter.id && (r.scope === undefined || r.scope === o.scope.id))
    .map((r) => day(r.on))
  const needed = Math.max(last, ...supplied.map(dayOfTick), ...stated) as Day
  return needed === last ? last : addWorkdays(reading.clock.weeks.office, last, reading.catalogue.tolerance.pause.value)
}
