import { type Day, isoDate } from '@kaigong/calendar'
import type { Text } from '@kaigong/contract'
import type { Block } from './notice.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** An ISO day as documents write it: 2022年9月9日, 9 September 2022. */
export function writtenDay(iso: string): Text {
  const [year = '', month = '', day = ''] = iso.split('-')
  return {
    zh: `${year}年${Number(month)}月${Number(day)}日`,
    en: `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`,
  }
}

export const written = (on: Day): Text => writtenDay(isoDate(on))

/** A template of both languages: `text('于$0', 'on $0')(day)`. */
export const text = (zh: string, en: string, ...values: readonly Text[]): Text => ({
  zh: filled(zh, values, 'zh'),
  en: filled(en, values, 'en'),
})

const filled = (pattern: string, values: readonly Text[], lang: 'zh' | 'en'): string =>
  pattern.replace(/\$(\d)/g, (_, i: string) => values[Number(i)]?.[lang] ?? '')

/** What somebody wrote stands as it is in both languages. */
export const asWritten = (said: string): Text => ({ zh: said, en: said })

export const number = (n: number): Text => asWritten(String(n))

/** How long, as the law counts it: 20个工作日, 20 working days. */
export const days = ({ value, unit }: { readonly value: number; readonly unit: string }): Text => {
  const [zh, en] = units[unit] ?? [unit, unit]
  return { zh: `${value}${zh}`, en: `${value} ${en}${value === 1 ? '' : 's'}` }
}
const units: Readonly<Record<string, readonly [string, string]>> = {
  hour: ['小时', 'hour'],
  workday: ['个工作日', 'working day'],
  day: ['日', 'day'],
  month: ['个月', 'month'],
  year: ['年', 'year'],
}

export const paragraph = (zh: string, en: string, ...values: readonly Text[]): Block => ({
  kind: 'paragraph',
  text: text(zh, en, ...values),
})
export const list = (items: readonly Text[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
export const facts = (...rows: readonly (readonly [Text, Text] | null)[]): Block => ({
  kind: 'facts',
  rows: rows.filter((row) => row !== null),
})
