import { noticeFaults, type YearNotice } from '@kaigong/calendar'
import type { Say } from './say.ts'

/** Calendars as a whole: years without a gap, days within their year, none both off and on; the file's name is its year. */
export function checkCalendars(files: readonly { readonly path: string; readonly value: YearNotice }[], say: Say) {
  if (files.length === 0) say('calendars/', [], '没有任何年份的工作日历', 'there is no calendar for any year')
  for (const { path, value } of files) {
    if (path !== `calendars/${value.year}.yaml`)
      say(path, ['year'], `年份 ${value.year} 与文件名不符`, `the year ${value.year} is not the file's name`)
  }
  for (const fault of noticeFaults(files.map((f) => f.value))) {
    say(files[fault.notice]?.path ?? 'calendars/', fault.path, fault.message.zh, fault.message.en)
  }
}
