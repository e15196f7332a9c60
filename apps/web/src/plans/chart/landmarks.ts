import type { PlanDocument, Text } from '@kaigong/contract'
import { dayNumber } from './days.ts'

/** A day that everything turns on: a gate, the land day, the as-of day. */
export type Landmark = {
  readonly kind: 'gate' | 'land' | 'asOf'
  readonly id: string
  /** In days; a gate stands in the middle of its day. */
  readonly at: number
  readonly day: string
  readonly name: Text
}

/** Gates and lines of a plan, in order of time; gates without a date are not shown. */
export function landmarksOf({ gates, land, asOf }: PlanDocument, asOfName: Text): readonly Landmark[] {
  const marks: Landmark[] = [{ kind: 'asOf', id: 'asOf', at: dayNumber(asOf), day: asOf, name: asOfName }]
  if (land.day !== null) {
    marks.push({ kind: 'land', id: 'land', at: dayNumber(land.day) + 0.5, day: land.day, name: land.basisName })
  }
  for (const { gate, scope, date, name } of gates) {
    // The land day has a line of its own.
    if (date === null || (gate === 'G0' && date === land.day)) continue
    const more = scope.id === '' ? '' : ` ${scope.id}`
    marks.push({
      kind: 'gate',
      id: `${gate} ${scope.kind} ${scope.id}`,
      at: dayNumber(date) + 0.5,
      day: date,
      name: { zh: `${gate}${more} ${name.zh}`, en: `${gate}${more} ${name.en}` },
    })
  }
  return marks.sort((a, b) => a.at - b.at)
}

/** The day of a certificate; the core ones are the four of land day. */
export type Certificate = { readonly at: number; readonly day: string; readonly name: Text; readonly core: boolean }

/** Days of the certificates by the occurrence that issues them, so that the four stand in one line on land day. */
export function certificatesOf(plan: PlanDocument): ReadonlyMap<string, Certificate> {
  const occurrences = new Map(plan.activities.map((a) => [a.id, a.occurrence]))
  return new Map(
    plan.certificates.flatMap(({ activity, date, name, core }) => {
      const occurrence = occurrences.get(activity)
      return occurrence === undefined ? [] : [[occurrence, { at: dayNumber(date) + 0.5, day: date, name, core }]]
    }),
  )
}

export type Label = { readonly id: string; readonly x: number; readonly width: number }

/** Which line each label goes on so that none lies over another; what finds no room is left out (its mark stays). */
export function lanesOf(labels: readonly Label[], lanes: number): ReadonlyMap<string, number> {
  const ends = Array.from({ length: lanes }, () => Number.NEGATIVE_INFINITY)
  const placed = new Map<string, number>()
  for (const { id, x, width } of [...labels].sort((a, b) => a.x - b.x)) {
    const lane = ends.findIndex((end) => end <= x)
    if (lane < 0) continue
    ends[lane] = x + width
    placed.set(id, lane)
  }
  return placed
}

/** About how wide a text of 12 px is: a Chinese character is as wide as high. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? 12 : 6.6), 0)
