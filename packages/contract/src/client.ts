import type { AskedOf, Contract, OutOf } from './contract.ts'
import type { Problem } from './problem.ts'

/** What a transport sends: the web hands in one on `fetch`, tests one on the server itself. */
export type Sent = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}
export type Received = {
  readonly status: number
  readonly headers: (name: string) => string | null
  readonly json: unknown
}
export type Transport = (sent: Sent) => Promise<Received>

/**
 * Header of a request that a page sends by itself while nobody is at it, whatever its value. It is answered like any other, and does not put
 * off the end of an idle session; nor does the stream of changes.
 */
export const UNATTENDED = 'x-kaigong-unattended'

export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly status: number; readonly etag: string | null }
  | { readonly ok: false; readonly problem: Problem }

export type Extra = { readonly ifMatch?: number; readonly idempotencyKey?: string }

/** Asks the server for what a contract describes. Refusals come back as problems; only a broken connection throws. */
export async function ask<C extends Contract>(
  send: Transport,
  contract: C,
  asked: AskedOf<C>,
  extra: Extra = {},
): Promise<Answer<OutOf<C>>> {
  const { params, query, body } = asked as {
    params?: Record<string, unknown>
    query?: Record<string, unknown>
    body?: unknown
  }
  const bytes = body instanceof Uint8Array
  const received = await send({
    method: contract.method,
    url: urlOf(contract, params, query),
    headers: {
      ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
      ...(extra.ifMatch === undefined ? {} : { 'if-match': `"${extra.ifMatch}"` }),
      ...(extra.idempotencyKey === undefined ? {} : { 'idempotency-key': extra.idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) }),
  })
  if (received.status >= 400) return { ok: false, problem: received.json as Problem }
  return { ok: true, value: received.json as OutOf<C>, status: received.status, etag: received.headers('etag') }
}

/** The address of a contract with its parameters filled in; also for links that a browser follows itself. */
export function urlOf(
  contract: Contract,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`
}
