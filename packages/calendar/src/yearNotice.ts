import { CalendarError, type CalendarErrorCode, type Says } from './calendarError.ts'
import { daysFromCivil } from './civil.ts'
import { type Day, day, isIsoDate, isoDate } from './day.ts'

type Confidence = 'A' | 'B' | 'C' | 'GK' | 'synthetic'

/** A notice of the State Council's General Office (国务院办公厅) on days off. */
export type Notice = {
  readonly title: string
  readonly issuedBy: string
  /** 文号, such as 国办发明电〔2021〕11号. */
  readonly number?: string | undefined
  readonly publishedOn?: string | undefined
  /** How sure title, number and date are; the days have a confidence of their own. */
  readonly confidence: Confidence
}

/** Days off (放假) under one name: `days` is one date or `from..until` with both days included. */
export type DayRange = { readonly days: string; readonly name: Says }

/** One year's days off and working weekends, as `catalogue/calendars/YYYY.yaml` has them. */
export type YearNotice = {
  readonly year: number
  readonly notice: Notice
  /** Later notices that changed the days of this year; `off` and `on` say what holds after all of them. */
  readonly amendedBy?: readonly Notice[] | undefined
  /** Where the days were taken from. */
  readonly source: { readonly title: string; readonly by?: string | undefined }
  readonly confidence: Confidence
  /** The New Year's holiday may begin in the December before. */
  readonly off: readonly DayRange[]
  /** Weekends on which one works in exchange (调休上班). */
  readonly on: readonly string[]
  readonly note?: Says | undefined
}

/** A mistake in a notice: the notice's place in the list handed in, and the path inside that notice. */
export type NoticeFault = {
  readonly notice: number
  readonly path: readonly (string | number)[]
  readonly code: CalendarErrorCode
  readonly message: Says
}

export type Range = { readonly from: Day; readonly until: Day }

/** The days that a text `from..until`, or a single date, means; undefined when it is neither or runs backwards. */
export function daysOf(text: string): Range | undefined {
  const [from = '', until = from, ...rest] = text.split('..')
  if (rest.length > 0 || !isIsoDate(from) || !isIsoDate(until)) return undefined
  const range = { from: day(from), until: day(until) }
  return range.from <= range.until ? range : undefined
}

/** What `daysOf` gives; throws `calendar.notADate` where it gives nothing. */
export function daysOrThrow(text: string): Range {
  const range = daysOf(text)
  if (range === undefined) throw new CalendarError('calendar.notADate', notDays(text))
  return range
}

const notDays = (text: string): Says => ({
  zh: `“${text}”不是日期或日期区间。请写作 2022-10-08 或 2022-10-01..2022-10-07（含首尾）。`,
  en: `"${text}" is neither a date nor a range. Write 2022-10-08 or 2022-10-01..2022-10-07 (both days included).`,
})

/**
 * Everything that keeps notices from making one calendar: years twice or missing in between, texts that are no dates,
 * days outside the notice's year and the December before it, days both off and on. The list's order does not matter.
 */
export function noticeFaults(notices: readonly YearNotice[]): readonly NoticeFault[] {
  return [...yearFaults(notices), ...notices.flatMap(dayFaults), ...contradictions(notices)]
}

function yearFaults(notices: readonly YearNotice[]): readonly NoticeFault[] {
  const place = new Map<number, number>()
  const faults: NoticeFault[] = []
  for (const [notice, { year }] of notices.entries()) {
    if (place.has(year)) {
      faults.push({
        notice,
        path: ['year'],
        code: 'calendar.yearTwice',
        message: {
          zh: `${year} 年的放假安排有两份。请合并为一份。`,
          en: `There are two notices for ${year}. Merge them into one.`,
        },
      })
    }
    place.set(year, notice)
  }
  const first = Math.min(...place.keys())
  for (const [year, notice] of place) {
    if (year === first || place.has(year - 1)) continue
    faults.push({
      notice,
      path: ['year'],
      code: 'calendar.yearMissing',
      message: {
        zh: `有 ${year} 年及更早年份的放假安排，却缺 ${year - 1} 年的。请补上 ${year - 1} 年的文件。`,
        en: `There are notices for ${year} and for earlier years, but none for ${year - 1}. Add the file of ${year - 1}.`,
      },
    })
  }
  return faults
}

function dayFaults({ year, off, on }: YearNotice, notice: number): readonly NoticeFault[] {
  const earliest = daysFromCivil(year - 1, 12, 1)
  const latest = daysFromCivil(year, 12, 31)
  const check = (
    text: string,
    range: Range | undefined,
    path: readonly (string | number)[],
  ): readonly NoticeFault[] => {
    if (range === undefined) return [{ notice, path, code: 'calendar.notADate', message: notDays(text) }]
    if (range.from >= earliest && range.until <= latest) return []
    const message = {
      zh: `“${text}”不在 ${year} 年（或上年 12 月）内。请核对年份。`,
      en: `"${text}" is outside ${year} (and the December before). Check the year.`,
    }
    return [{ notice, path, code: 'calendar.outsideYear', message }]
  }
  return [
    ...off.flatMap(({ days }, i) => check(days, daysOf(days), ['off', i, 'days'])),
    ...on.flatMap((text, i) => check(text, isIsoDate(text) ? daysOf(text) : undefined, ['on', i])),
  ]
}

function contradictions(notices: readonly YearNotice[]): readonly NoticeFault[] {
  const off = notices.flatMap((n) => n.off.map(({ days }) => daysOf(days))).filter((range) => range !== undefined)
  return notices.flatMap(({ on }, notice) =>
    on.flatMap((text, i) => {
      const date = daysOf(text)?.from
      if (date === undefined || !off.some(({ from, until }) => from <= date && date <= until)) return []
      const message = {
        zh: `${isoDate(date)} 既列为放假又列为上班。请只留其一。`,
        en: `${isoDate(date)} is both a day off and a working day. Keep one of the two.`,
      }
      return [{ notice, path: ['on', i], code: 'calendar.onAndOff' as const, message }]
    }),
  )
}
