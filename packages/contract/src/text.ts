import { z } from 'zod'

/** A sentence or a name in both languages. */
export const Text = z.strictObject({ zh: z.string(), en: z.string() })
export type Text = z.infer<typeof Text>
