import type { z } from 'zod'
import type { RefusalCode } from './refusals.ts'
import type { Action } from './rights.ts'
import type { Text } from './text.ts'

/** One thing that can be asked of the server: what goes in, what comes out, what may be refused, and who may ask. */
export interface Contract {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with `:name` for each parameter. */
  readonly path: string
  readonly summary: Text
  /** What the person must be allowed to do; `anyone` needs no sign-in, `signedIn` only that. */
  readonly may: Action | 'anyone' | 'signedIn'
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** By status; `null` stands for an answer without content. */
  readonly out: Readonly<Record<number, z.ZodType | null>>
  /** Bytes instead of JSON: the content types that may come. */
  readonly bytes?: readonly string[]
  readonly refusals?: readonly RefusalCode[]
  /** The answer carries an ETag, and the request must name it in If-Match. */
  readonly ifMatch?: true
  /** Largest body in bytes, where it is not the usual 1 MiB. */
  readonly bodyLimit?: number
}

type Inferred<T> = T extends z.ZodType ? z.infer<T> : undefined
type Written<T> = T extends z.ZodType ? z.input<T> : undefined

export type ParamsOf<C extends Contract> = Inferred<C['params']>
export type QueryOf<C extends Contract> = Inferred<C['query']>
export type BodyOf<C extends Contract> = Inferred<C['body']>
/** What a caller writes: defaults may be left out. */
export type AskedOf<C extends Contract> = {
  readonly [K in 'params' | 'query' | 'body' as undefined extends C[K] ? never : K]: Written<C[K]>
}
export type OutOf<C extends Contract> = { [S in keyof C['out']]: Inferred<C['out'][S]> }[keyof C['out']]
