import { z } from 'zod'
import { dated, sourced } from './source.ts'

export const UnitApplied = z.enum(['hour', 'workday', 'day', 'month', 'year'])
export type UnitApplied = z.infer<typeof UnitApplied>

/** The unit in the words of the text: laws mostly write 日 and leave open which. */
const UnitAsWritten = z.enum(['小时', '日', '工作日', '月', '年', '—'])

/** A length of time; whole numbers run to the close of the n-th counted day, fractions of a working day are working hours from now. */
export const Duration = z.strictObject({
  value: z.number().nonnegative(),
  unitAsWritten: UnitAsWritten,
  unitApplied: UnitApplied,
})
export type Duration = z.infer<typeof Duration>

const of = {
  /** Which variant of the matter (报告书, 报告表 …) this is the limit of; every variant when absent. */
  variant: z.string().optional(),
  /** Who must be done in time; the agency when absent. */
  who: z.enum(['agency', 'enterprise', 'intermediary', 'utility']).optional(),
  /** What the limit ends with; the decision when absent. */
  ends: z.enum(['correctionNotice', 'acceptance', 'decision', 'delivery', 'filing']).optional(),
  ...sourced,
} as const

const when = { inForce: z.strictObject(dated).optional() } as const

/** The law's limit on a matter: it says so many days, or at once, or nothing of its own, and each is a different thing. */
export const Limit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('days'),
    ...Duration.shape,
    /** What starts the clock; the start day does not count (民法典 201). */
    startEvent: z.enum([
      'received',
      'applied',
      'accepted',
      'decided',
      'contractSigned',
      'completed',
      'issued',
      'published',
    ]),
    extension: z.strictObject({ value: z.number().positive(), by: z.string().optional(), ...sourced }).optional(),
    /** Special procedures that the text itself leaves out of the count. */
    excludes: z.array(z.string()).optional(),
    ...of,
    ...when,
  }),
  /** Decided on the spot. */
  z.strictObject({ kind: z.literal('atOnce'), ...of, ...when }),
  /** The special law sets none, so the general 20 (+10) working days of 行政许可法 42 run. */
  z.strictObject({ kind: z.literal('general'), ...of, ...when }),
  /** As the contract says. */
  z.strictObject({ kind: z.literal('contract'), ...of, ...when }),
  /** Set by local rule. */
  z.strictObject({ kind: z.literal('local'), ...of, ...when }),
  /** None: no permit, or handled inside another matter (`within`). */
  z.strictObject({ kind: z.literal('none'), within: z.string().optional(), ...of, ...when }),
])
export type Limit = z.infer<typeof Limit>
