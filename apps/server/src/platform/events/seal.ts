import { createHash } from 'node:crypto'

/** The canonical text: the one form in which an event is stored and hashed. */
export { canonical } from '@kaigong/contract'

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

export const hashOf = (sealed: string): string => createHash('sha256').update(sealed).digest('hex')
