import { z } from 'zod'
import { IsoDate } from './source.ts'

/** A value that a fact can have. */
export const FactValue = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.string({ error: '列表中只能写文字 · a list may contain only text' })),
])
export type FactValue = z.infer<typeof FactValue>

const comparison = z.strictObject({
  fact: z.string(),
  is: z.union([z.boolean(), z.string(), z.number()]).optional(),
  in: z.array(z.string()).min(1).optional(),
  includes: z.string().optional(),
  atLeast: z.number().optional(),
  above: z.number().optional(),
  atMost: z.number().optional(),
  below: z.number().optional(),
})

/** Exactly one test beside the fact's name. */
const Comparison = comparison.refine((c) => Object.keys(c).length === 2, {
  error: '一个条件只写一种比较 · exactly one of is, in, includes, atLeast, above, atMost, below',
})

/** Acceptance days, both ends included. */
const Window = z
  .strictObject({ from: IsoDate.optional(), until: IsoDate.optional() })
  .refine((w) => (w.from ?? w.until) !== undefined && (w.from ?? '') <= (w.until ?? '9999-12-31'), {
    error: 'accepted 须写 from 或 until，且不得首尾颠倒 · accepted needs from or until, in that order',
  })

/**
 * When a rule holds, as data. `applies` asks whether another matter applies, `assessed` whether a regional assessment of that kind
 * covers the parcel and is in force, `accepted` whether the acceptance date lies in a window (both days included).
 */
export type Condition =
  | z.infer<typeof Comparison>
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { applies: string; variant?: string | undefined }
  | { assessed: string }
  | { accepted: { from?: string | undefined; until?: string | undefined } }
  | { always: true }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      Comparison,
      z.strictObject({ all: z.array(Condition).min(1) }),
      z.strictObject({ any: z.array(Condition).min(1) }),
      z.strictObject({ not: Condition }),
      z.strictObject({ applies: z.string(), variant: z.string().optional() }),
      z.strictObject({ assessed: z.string() }),
      z.strictObject({ accepted: Window }),
      z.strictObject({ always: z.literal(true) }),
    ],
    {
      error:
        '条件写作 fact、all、any、not、applies、assessed、accepted、always 之一 · a condition is one of fact, all, any, not, applies, assessed, accepted, always',
    },
  ),
)
