import { type Day, isoDate } from '@kaigong/calendar'
import type { District, Text } from '@kaigong/catalogue'

/** A series of numbers of the district (domain 3.6). */
export type Series = NonNullable<District['series']>[number]

/** The series in use for a matter's documents on the day of issue; several where forms overlap, none where the district names none. */
export function seriesOn({ series = [] }: Pick<District, 'series'>, matter: string, issuedOn: Day): readonly Series[] {
  const on = isoDate(issuedOn)
  return series.filter(
    (s) =>
      s.matters?.includes(matter) === true && (s.issued?.from ?? '') <= on && on <= (s.issued?.until ?? '9999-12-31'),
  )
}

/** Who issued a document and when, against which its number is checked. */
export type Issue = {
  readonly matter: string
  readonly issuedOn: Day /** 行政区划 of the issuing office, also former ones. */
  readonly areas: readonly string[]
}

/**
 * What is wrong with the number of a document: not the form in use on its day, another office's area, another year or day than that of issue.
 * null where nothing is, or where the district names no series for the matter, so that nothing can be said.
 */
export function numberFault(
  district: Pick<District, 'series'>,
  number: string,
  { matter, issuedOn, areas }: Issue,
): Text | null {
  const inUse = seriesOn(district, matter, issuedOn)
  if (inUse.length === 0) return null
  const parts = inUse.map((s) => new RegExp(s.pattern, 'u').exec(number)).find((m) => m !== null)?.groups
  const on = isoDate(issuedOn)
  if (parts === undefined) {
    const names = { zh: inUse.map((s) => s.name.zh).join('、'), en: inUse.map((s) => s.name.en).join(', ') }
    return {
      zh: `“${number}”不合 ${on} 所用的编号格式（${names.zh}）。请核对编号和签发日期。`,
      en: `"${number}" has not the form in use on ${on} (${names.en}). Check the number and the day of issue.`,
    }
  }
  const { area, year, date } = parts
  if (area !== undefined && !areas.includes(area))
    return {
      zh: `编号中的区划 ${area} 不是签发机关所在的 ${areas.join('、')}。请核对签发机关。`,
      en: `The area ${area} in the number is not that of the issuing office, ${areas.join(', ')}. Check who issued it.`,
    }
  if ((year ?? on.slice(0, 4)) !== on.slice(0, 4) || (date ?? compact(on)) !== compact(on))
    return {
      zh: `编号中的日期 ${date ?? year} 与签发日期 ${on} 不一致。请核对。`,
      en: `The date ${date ?? year} in the number is not that of issue, ${on}. Check both.`,
    }
  return null
}

const compact = (iso: string) => iso.replaceAll('-', '')

/**
 * What a series counts by: its numbers are without gap or duplicate within one such key (area and year, or area and day). The caller locks
 * the row of the key and hands the next number in.
 */
export function seriesKey(series: Series, area: string, issuedOn: Day): string {
  const on = isoDate(issuedOn)
  return `${series.id} ${area} ${series.pattern.includes('(?<date>') ? compact(on) : on.slice(0, 4)}`
}

/** The parts of a number that are not fixed by its series. */
export type Numbered = {
  readonly area: string
  readonly issuedOn: Day
  readonly sequence: number /** 专业分类 of a construction permit; 01 is building. */
  readonly classCode?: string
}

/**
 * The number that a series gives, written by its own pattern, so that format and check cannot drift apart; null once the digits of the
 * sequence are used up. Of a choice of characters the first is written.
 */
export function formatNumber(
  { pattern }: Series,
  { area, issuedOn, sequence, classCode = '01' }: Numbered,
): string | null {
  const on = isoDate(issuedOn)
  const width = /\(\?<seq>\\d\{(?:\d+,)?(\d+)\}\)/.exec(pattern)?.[1]
  if (width === undefined || String(sequence).length > Number(width)) return null
  const values = new Map([
    ['area', area],
    ['year', on.slice(0, 4)],
    ['date', compact(on)],
    ['seq', String(sequence).padStart(Number(width), '0')],
    ['class', classCode],
  ])
  const written = pattern
    .replace(/^\^|\$$/gu, '')
    .replace(/\(\?<(\w+)>[^()]*\)/gu, (_, part: string) => values.get(part) ?? '')
    .replace(/\[(.)[^\]]*\]/gu, '$1')
  return new RegExp(pattern, 'u').test(written) ? written : null
}
