import { CalendarError, type Day, day, isWorkday, type WorkCalendar } from '@kaigong/calendar'
import type { Text } from '../terminal/say.ts'

/** The day that a word of the command line means, or what is wrong with it: no date, or one that no calendar covers. */
export function dayAsked(word: string, calendar: WorkCalendar): { day: Day } | { wrong: Text } {
  try {
    const found = day(word)
    isWorkday(calendar, found)
    return { day: found }
  } catch (error) {
    if (error instanceof CalendarError) return { wrong: error.says }
    throw error
  }
}
