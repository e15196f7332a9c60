import { createHash } from 'node:crypto'

/** Something that happened, as a command decided it. Never holds personal data: it points at rows that can be corrected. */
export type NewEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> }

/** What a sealed text says; its keys stand in the order of the alphabet, at every depth. */
export type Sealed = {
  readonly actor: string | null
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
  readonly district: string
  /** Hash of the event before it in the stream; '' for the first. */
  readonly previous: string
  /** The project it is about, if any: it decides who sees the event, so it is sealed too. */
  readonly project: string | null
  readonly stream: string
  readonly type: string
  readonly version: number
}

/** The canonical text: the one form in which an event is stored and hashed. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => ordered(part))

export const hashOf = (sealed: string): string => createHash('sha256').update(sealed).digest('hex')

/** Objects with their keys in the order of code units; arrays keep theirs. */
function ordered(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
