import type { Received, Sent } from '@kaigong/contract'

/** The server could not be reached: no answer at all, or none that Kaigong wrote. */
export class ConnectionError extends Error {}

type How = { readonly signal: AbortSignal | undefined; readonly anonymous: boolean }

/** Sends one request to the server that this page came from. Only here does the web name `fetch`. */
export async function send(sent: Sent, { signal, anonymous }: How): Promise<Received> {
  const response = await fetch(sent.url, {
    method: sent.method,
    headers: sent.headers,
    credentials: anonymous ? 'omit' : 'same-origin',
    ...(sent.body === undefined ? {} : { body: sent.body as BodyInit }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ConnectionError('no answer', { cause: error })
  })
  const type = response.headers.get('content-type') ?? ''
  const json = /\bjson\b/.test(type) ? await response.json() : null
  // A proxy between us and the server answers in its own words.
  if (response.status >= 400 && json === null) throw new ConnectionError(`status ${response.status}`)
  return { status: response.status, headers: (name) => response.headers.get(name), json }
}
