import { countWorkdays, day, isoDate, isProvisional, publishedThrough } from '@kaigong/calendar'
import { dayWritten } from '../terminal/days.ts'
import type { Run } from '../usage/command.ts'
import { exceptionsBetween } from './exceptions.ts'
import { provisionalNote } from './provisional.ts'
import { reckon } from './reckon.ts'

/** `calendar count A B`: working days in (A, B]; negative when B comes first. */
export const countCommand: Run = (asked) =>
  reckon(asked, (calendar, years) => {
    const [a = '', b = ''] = asked.operands
    const { lang } = asked
    const [after, until] = [day(a), day(b)]
    const workdays = countWorkdays(calendar, after, until)
    const [first, last] = workdays < 0 ? [until, after] : [after, until]
    const provisional = isProvisional(calendar, last)
    const through = isoDate(publishedThrough(calendar))
    if (asked.options.format === 'json') {
      const answer = { after: a, until: b, workdays, provisional, publishedThrough: through }
      return { exit: 0, out: `${JSON.stringify(answer, null, 2)}\n` }
    }
    const exceptions = exceptionsBetween(years, first, last, lang)
    const lines = [
      lang === 'zh'
        ? `${dayWritten(a, lang)}至 ${dayWritten(b, lang)}：${workdays} 个工作日（首日不计，末日计入）`
        : `${dayWritten(a, lang)} to ${dayWritten(b, lang)}: ${workdays} working day${Math.abs(workdays) === 1 ? '' : 's'} (the first not counted, the last counted)`,
      ...(exceptions === '' ? [] : [exceptions]),
      ...(provisional ? [provisionalNote(through)[lang]] : []),
    ]
    return { exit: 0, out: `${lines.join('\n')}\n` }
  })
