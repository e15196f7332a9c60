import type { Text } from '@kaigong/contract'

/** For each type of event the sentence that tells it to a person. */
export type Says = Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => Text>>

/** The sentence of an event; an unknown type, of a capability that is gone, is told by its name. */
export const sayEvent = (says: Says, type: string, data: Readonly<Record<string, unknown>>): Text =>
  says[type]?.(data) ?? { zh: type, en: type }
