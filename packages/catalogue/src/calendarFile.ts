import { z } from 'zod'
import { Confidence, IsoDate, Text } from './source.ts'

const Notice = z.strictObject({
  title: z.string().min(1),
  issuedBy: z.string().min(1),
  number: z.string().optional(),
  publishedOn: IsoDate.optional(),
  confidence: Confidence,
})

/** `calendars/YYYY.yaml`: the days off and the weekends worked in exchange of one year (domain 3.9). */
export const CalendarFile = z.strictObject({
  year: z.int(),
  notice: Notice,
  /** Later notices that changed the days of this year. */
  amendedBy: z.array(Notice).optional(),
  source: z.strictObject({ title: z.string().min(1), by: z.string().optional() }),
  confidence: Confidence,
  off: z.array(z.strictObject({ days: z.string(), name: Text })).min(1),
  on: z.array(IsoDate),
  note: Text.optional(),
})
