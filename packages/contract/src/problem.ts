import { z } from 'zod'

/** An answer that says no (RFC 9457): what happened, where, and what to do, in the language of the request. */
export const Problem = z.strictObject({
  /** `/problems/<code>`: stable, and a page that explains it. */
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  /** Each field that is wrong, as a JSON Pointer into the body, or `?name` of the query. */
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  /** The law that it rests on, where it does. */
  basis: z.strictObject({ law: z.string(), article: z.string().optional() }).optional(),
  /** The rule that forbids it, where a capability has many under one type: such as `correction.onlyOnce`. */
  rule: z.string().optional(),
  /** Names the request in the server's log. */
  requestId: z.string(),
  /** The version that stands now, where a stale one was named. */
  current: z.int().optional(),
})
export type Problem = z.infer<typeof Problem>
