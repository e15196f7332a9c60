import { z } from 'zod'

/** A sentence or a name in both languages. */
export const Text = z.strictObject({ zh: z.string(), en: z.string() })
export type Text = z.infer<typeof Text>

/** A sentence written as `中文 · English`, as the schemas say theirs, taken apart; one in a single language stands for both. */
export function textIn(message: string): Text {
  const [zh = message, en = zh] = message.split(' · ')
  return { zh, en }
}
