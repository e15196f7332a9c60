import { CalendarError, type WorkCalendar, workCalendar } from '@kaigong/calendar'
import type { Catalogue } from '@kaigong/catalogue'
import { openCatalogue } from '../ground/openCatalogue.ts'
import { type Answer, badInput } from '../terminal/answer.ts'
import type { Asked } from '../usage/command.ts'

export type Years = Catalogue['calendars']

/** Answers a question about the office calendar; what the calendar refuses (no date, before its first year) is bad input and says so. */
export async function reckon(
  { options, lang }: Asked,
  question: (calendar: WorkCalendar, years: Years) => Answer,
): Promise<Answer> {
  const opened = await openCatalogue(options.catalogue, lang)
  if ('answer' in opened) return opened.answer
  try {
    return question(workCalendar(opened.catalogue.calendars), opened.catalogue.calendars)
  } catch (error) {
    if (error instanceof CalendarError) return badInput(error.says, lang)
    throw error
  }
}
