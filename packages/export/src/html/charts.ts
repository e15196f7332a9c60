import { dayOf, lastDayOf } from '../days.ts'
import type { View } from '../view.ts'
import { type Axis, daysAfter, daysBetween, evenAxis, officeAxis } from './axis.ts'

/** Pixels of the drawn part; with the label column a chart fits the printable width of A3 landscape at 96 dpi. */
export const chartWidth = 1216

export type Chart = { readonly kind: 'land' | 'approvals' | 'whole'; readonly axis: Axis }

/** Beyond this many days around the land an hour could no longer be seen. */
const mostLandDays = 24
/** What was finished longer ago than this does not stretch the approvals' chart. */
const daysBeforeAsOf = 60
/** A chart of the whole is worth its paper only if it shows clearly more than the approvals'. */
const clearlyLonger = 1.3

const least = (days: readonly string[]): string | undefined => days.toSorted()[0]
const last = (days: readonly string[]): string | undefined => days.toSorted().at(-1)
const later = (a: string, b: string) => (a > b ? a : b)
const span = (from: string, to: string) => Temporal.PlainDate.from(from).until(to).days + 1

function landChart({ plan }: View): readonly Chart[] {
  const { day } = plan.land
  if (day === null) return []
  const permits = plan.certificates.filter(({ core, date }) => core && date >= day).map(({ date }) => date)
  const starts = plan.gates.flatMap(({ gate, date }) => (gate === 'G1' && date !== null && date >= day ? [date] : []))
  const to = last([...permits, ...(least(starts) === undefined ? [] : [least(starts) ?? day])])
  if (to === undefined || to === day || span(day, to) > mostLandDays) return []
  const busy = new Set([
    ...plan.activities.flatMap(({ start, finish }) => [dayOf(start), lastDayOf(finish)]),
    ...plan.gates.flatMap(({ date }) => date ?? []),
  ])
  return [
    {
      kind: 'land',
      axis: officeAxis(daysBetween(day, to), plan.rests.officeHours, (each) => busy.has(each), chartWidth),
    },
  ]
}

function longCharts({ plan }: View): readonly Chart[] {
  const begin = least(plan.activities.map(({ start }) => dayOf(start)))
  const end = last([
    ...plan.activities.map(({ finish }) => lastDayOf(finish)),
    ...plan.gates.flatMap(({ date }) => date ?? []),
  ])
  if (begin === undefined || end === undefined) return []
  const starts = plan.gates.flatMap(({ gate, date }) => (gate === 'G1' && date !== null ? [date] : []))
  const until = daysAfter(least(starts) ?? end, 4)
  const from = later(begin, daysAfter(plan.asOf, -daysBeforeAsOf))
  if (until <= from || span(begin, end) <= span(from, until) * clearlyLonger) {
    return [{ kind: 'whole', axis: evenAxis(begin, daysAfter(end, 2), chartWidth) }]
  }
  return [
    { kind: 'approvals', axis: evenAxis(from, until, chartWidth) },
    { kind: 'whole', axis: evenAxis(begin, daysAfter(end, Math.ceil(span(begin, end) / 60)), chartWidth) },
  ]
}

/**
 * The charts that keep a plan readable: the days from the land to the permits hour by hour, the approvals until the first
 * start of construction week by week, and the whole road month by month where that is much longer.
 */
export const chartsOf = (view: View): readonly Chart[] => [...landChart(view), ...longCharts(view)]
