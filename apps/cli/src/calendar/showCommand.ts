import {
  type Day,
  day,
  firstDay,
  isoDate,
  isProvisional,
  isWorkday,
  publishedThrough,
  type WorkCalendar,
  weekday,
} from '@kaigong/calendar'
import { badInput } from '../terminal/answer.ts'
import type { Paint } from '../terminal/paint.ts'
import type { Lang } from '../terminal/say.ts'
import { padded } from '../terminal/width.ts'
import { hanging } from '../terminal/wrap.ts'
import type { Run } from '../usage/command.ts'
import { provisionalNote } from './provisional.ts'
import { reckon, type Years } from './reckon.ts'

type Mark = '休' | '班' | ''

/** `calendar show YEAR`: the year as months, with what the notices turned off and on, and the notice itself. */
export const showCommand: Run = async (asked, world) => {
  const [written = ''] = asked.operands
  const { lang } = asked
  if (!/^\d{4}$/.test(written))
    return badInput(
      {
        zh: `YEAR 应为四位年份，如 2022，现为“${written}”。`,
        en: `YEAR must have four digits, such as 2022, not "${written}".`,
      },
      lang,
    )
  return reckon(asked, (calendar, years) => {
    const year = Number(written)
    const first = day(`${written}-01-01`)
    const last = day(`${written}-12-31`)
    if (first < firstDay(calendar) || last > calendar.last) {
      const [from, until] = [isoDate(firstDay(calendar)).slice(0, 4), isoDate(calendar.last).slice(0, 4)]
      return badInput(
        {
          zh: `没有 ${year} 年的日历：最早 ${from} 年，最晚推到 ${until} 年。`,
          en: `There is no calendar of ${year}: the first is ${from}, the last that can be foreseen ${until}.`,
        },
        lang,
      )
    }
    const months = Array.from({ length: 12 }, (_, i) => monthOf(calendar, year, i + 1))
    const workdays = months.reduce((sum, month) => sum + month.workdays, 0)
    const provisional = isProvisional(calendar, first)
    const through = isoDate(publishedThrough(calendar))
    const notice = years.find((one) => one.year === year)
    if (asked.options.format === 'json') {
      const answer = { year, workdays, provisional, publishedThrough: through, notice: notice ?? null, months }
      return { exit: 0, out: `${JSON.stringify(answer, null, 2)}\n` }
    }
    const lines = [
      world.paint('strong', lang === 'zh' ? `${year} 年：${workdays} 个工作日` : `${year}: ${workdays} working days`),
      ...(provisional ? hanging('', provisionalNote(through)[lang], world.columns) : []),
      '',
      ...sideBySide(
        months.map((month) => monthLines(month, lang, world.paint)),
        world.columns,
      ),
      lang === 'zh' ? '休 = 工作日放假　班 = 周末调休上班' : '休 a weekday off   班 a weekend worked in exchange',
      ...noticeLines(notice, lang, world.columns),
    ]
    return { exit: 0, out: `${lines.join('\n')}\n` }
  })
}

type Month = {
  readonly month: string
  readonly workdays: number
  readonly days: readonly { readonly date: string; readonly works: boolean; readonly mark: Mark }[]
}

function monthOf(calendar: WorkCalendar, year: number, month: number): Month {
  const name = `${year}-${String(month).padStart(2, '0')}`
  const first = day(`${name}-01`)
  const length = Temporal.PlainYearMonth.from(name).daysInMonth
  const days = Array.from({ length }, (_, i) => {
    const each = (first + i) as Day
    const works = isWorkday(calendar, each)
    const usual = weekday(each) <= 5
    const mark: Mark = works === usual ? '' : works ? '班' : '休'
    return { date: isoDate(each), works, mark }
  })
  return { month: name, workdays: days.filter(({ works }) => works).length, days }
}

const cell = 5
const monthWidth = 7 * cell

function monthLines({ month, workdays, days }: Month, lang: Lang, paint: Paint): readonly string[] {
  const head = lang === 'zh' ? `${month}（${workdays} 个工作日）` : `${month} (${workdays} working days)`
  const names = lang === 'zh' ? ['一', '二', '三', '四', '五', '六', '日'] : ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
  const cells = [
    ...Array.from({ length: weekday(day(`${month}-01`)) - 1 }, () => padded('', cell)),
    ...days.map(({ date, works, mark }) => {
      const text = padded(`${String(Number(date.slice(8))).padStart(2)}${mark}`, cell)
      return mark === '' ? (works ? text : paint('quiet', text)) : paint(works ? 'strong' : 'bad', text)
    }),
  ]
  const blank = padded('', cell)
  const weeks = Array.from({ length: 6 }, (_, i) =>
    Array.from({ length: 7 }, (_, j) => cells[i * 7 + j] ?? blank).join(''),
  )
  return [padded(head, monthWidth), names.map((name) => padded(name.padStart(2), cell)).join(''), ...weeks]
}

/** As many months beside one another as there is room for. */
function sideBySide(months: readonly (readonly string[])[], columns: number): readonly string[] {
  const gap = 3
  const across = Math.max(1, Math.floor((columns + gap) / (monthWidth + gap)))
  const rows = Array.from({ length: Math.ceil(months.length / across) }, (_, i) =>
    months.slice(i * across, (i + 1) * across),
  )
  return rows.flatMap((row) => {
    const lines = (row[0] ?? []).map((_, n) =>
      row
        .map((month) => month[n] ?? '')
        .join(' '.repeat(gap))
        .trimEnd(),
    )
    const last = lines.findLastIndex((line) => line !== '')
    return [...lines.slice(0, last + 1), '']
  })
}

function noticeLines(notice: Years[number] | undefined, lang: Lang, columns: number): readonly string[] {
  if (notice === undefined) return []
  const label = lang === 'zh' ? '依据 ' : 'By   '
  return [notice.notice, ...(notice.amendedBy ?? [])].flatMap(({ title, number, publishedOn, confidence }) =>
    hanging(label, [title, number, publishedOn, `[${confidence}]`].filter((x) => x !== undefined).join(' '), columns),
  )
}
