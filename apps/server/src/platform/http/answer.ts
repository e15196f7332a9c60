import type { Readable } from 'node:stream'
import type { Contract, RefusalCode, Text } from '@kaigong/contract'
import type { z } from 'zod'

/** Why nothing was done: a value, turned into a problem (RFC 9457) by one function. */
export type Refused = {
  readonly refused: RefusalCode
  /** What exactly, with the values of this case; the code's title stands for it where absent. */
  readonly detail?: Text
  /** The whole sentence, what to do included: where the rule that refuses says it better than the code's own words. */
  readonly says?: Text
  /** Which of the rules behind the code. */
  readonly rule?: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: Text }[]
  readonly basis?: { readonly law: string; readonly article?: string } | Text
  /** The version that stands now. */
  readonly current?: number
}

export const refuse = (refused: RefusalCode, rest: Omit<Refused, 'refused'> = {}): Refused => ({ refused, ...rest })

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'refused' in value

/** An answer as it goes out: JSON by its contract, or bytes of a named type; a stream is handed on piece by piece, never held whole. */
export type Answered = {
  readonly status: number
  readonly body?: unknown
  readonly etag?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly bytes?: {
    readonly content: Uint8Array | string | Readable
    readonly type: string
    readonly fileName?: string
  }
}

/** What a handler may answer: a status of its contract with the body that belongs to it. */
export type AnswerTo<C extends Contract> = {
  readonly [S in keyof C['out'] & number]: C['out'][S] extends z.ZodType
    ? Rest & { readonly status: S; readonly body: z.input<C['out'][S]> }
    : Rest & { readonly status: S; readonly body?: undefined }
}[keyof C['out'] & number]

type Rest = Omit<Answered, 'status' | 'body'>
