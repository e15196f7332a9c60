import { addWorkdays, day, isoDate, isProvisional, publishedThrough } from '@kaigong/calendar'
import { badInput } from '../terminal/answer.ts'
import { dayWritten } from '../terminal/days.ts'
import type { Run } from '../usage/command.ts'
import { exceptionsBetween } from './exceptions.ts'
import { provisionalNote } from './provisional.ts'
import { reckon } from './reckon.ts'

/** `calendar add DATE N`: the N-th working day after a day, and the days off that moved it. */
export const addCommand: Run = async (asked) => {
  const [from = '', count = ''] = asked.operands
  const { lang } = asked
  if (!/^[-+]?\d{1,6}$/.test(count)) {
    return badInput(
      {
        zh: `N 应为整数个工作日，如 5 或 -3，现为“${count}”。`,
        en: `N must be a whole number of working days, such as 5 or -3, not "${count}".`,
      },
      lang,
    )
  }
  return reckon(asked, (calendar, years) => {
    const start = day(from)
    const n = Number(count)
    const end = addWorkdays(calendar, start, n)
    const provisional = isProvisional(calendar, end)
    const date = isoDate(end)
    if (asked.options.format === 'json') {
      const answer = { from, workdays: n, date, provisional, publishedThrough: isoDate(publishedThrough(calendar)) }
      return { exit: 0, out: `${JSON.stringify(answer, null, 2)}\n` }
    }
    const exceptions =
      end > start ? exceptionsBetween(years, start, end, lang) : exceptionsBetween(years, end, start, lang)
    const lines = [
      sentence(dayWritten(from, lang), n, dayWritten(date, lang))[lang],
      ...(exceptions === '' ? [] : [exceptions]),
      ...(provisional ? [provisionalNote(isoDate(publishedThrough(calendar)))[lang]] : []),
    ]
    return { exit: 0, out: `${lines.join('\n')}\n` }
  })
}

function sentence(from: string, n: number, date: string) {
  if (n === 0)
    return { zh: `${from}当日或其后第一个工作日：${date}`, en: `${from} itself or the next working day: ${date}` }
  return n > 0
    ? {
        zh: `${from}之后第 ${n} 个工作日：${date}（起算日不计）`,
        en: `Working day ${n} after ${from}: ${date} (the start day does not count)`,
      }
    : {
        zh: `${from}之前第 ${-n} 个工作日：${date}（起算日不计）`,
        en: `Working day ${-n} before ${from}: ${date} (the start day does not count)`,
      }
}
