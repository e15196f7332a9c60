import type { BodyOf, Contract, ParamsOf, QueryOf } from '@kaigong/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Asking, Tx } from '../database/transaction.ts'
import type { Actor } from './actor.ts'
import type { AnswerTo, Refused } from './answer.ts'

export type Lang = 'zh' | 'en'

/** A request after the edge: everything checked, the person known and allowed. */
export type Asked<C extends Contract> = {
  readonly params: ParamsOf<C>
  readonly query: QueryOf<C>
  readonly body: BodyOf<C>
  /** null only where the contract lets anyone ask. */
  readonly actor: C['may'] extends 'anyone' ? Actor | null : Actor
  /** Who asks, as the database will see it: the reach is that of the contract's right. */
  readonly asking: C['may'] extends 'anyone' ? Asking | null : Asking
  /** The version named in If-Match; always there where the contract demands it. */
  readonly ifMatch: C['ifMatch'] extends true ? number : number | null
  readonly lang: Lang
  /**
   * Runs one transaction as `asking`. What it returns is the answer; a refusal undoes everything. With an Idempotency-Key the answer
   * is kept in the same transaction, and a repeat of the request gets it without running `work` again.
   */
  readonly transact: (work: (tx: Tx) => Promise<AnswerTo<C> | Refused>) => Promise<AnswerTo<C> | Refused>
  /** Reads as `asking`; nothing is kept. */
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly request: FastifyRequest
  /** For the few answers that a contract cannot describe: cookies, redirects, streams. */
  readonly reply: FastifyReply
}

/** A contract with what carries it out. */
export type Route = { readonly contract: Contract; readonly handler: (asked: never) => Promise<unknown> }

/** `const`, so that the status that a handler writes stays that number and finds its body in the contract. */
export const route = <C extends Contract, const A extends AnswerTo<C> | Refused>(
  contract: C,
  handler: (asked: Asked<C>) => Promise<A>,
): Route => ({ contract, handler })
