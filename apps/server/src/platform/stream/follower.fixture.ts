import { get, type IncomingMessage } from 'node:http'
import type { Change } from '@kaigong/contract'
import { expect, vi } from 'vitest'

/** Changes come within milliseconds; on a busy machine a test waits longer before it gives up. */
export const waiting = { timeout: 8000, interval: 10 }

export type Follower = {
  readonly changes: Change[]
  readonly ids: () => readonly string[]
  /** Everything as it came over the line. */
  readonly text: () => string
  /** As a browser would name it when it comes back. */
  readonly lastId: () => string
  readonly isOver: () => boolean
  readonly response: IncomingMessage
  readonly stop: () => void
}

/** Follows the stream like a browser; resolves when the server has told where it stands. */
export async function follower(port: number, person: string, lastEventId?: string): Promise<Follower> {
  const response = await new Promise<IncomingMessage>((open, fail) => {
    const headers = { 'x-person': person, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) }
    get({ port, host: '127.0.0.1', path: '/api/v1/stream', headers, agent: false }, open).on('error', fail)
  })
  const changes: Change[] = []
  let text = ''
  let lastId = ''
  let open = ''
  response.setEncoding('utf8')
  response.on('error', () => undefined)
  response.on('data', (part: string) => {
    text += part
    const blocks = `${open}${part}`.split('\n\n')
    open = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]))
      lastId = fields.get('id') ?? lastId
      const data = fields.get('data')
      if (data !== undefined && !fields.has('event')) changes.push(JSON.parse(data))
    }
  })
  await vi.waitFor(() => expect(lastId).not.toBe(''), waiting)
  return {
    changes,
    ids: () => changes.map(({ id }) => id),
    text: () => text,
    lastId: () => lastId,
    isOver: () => response.destroyed || response.complete,
    response,
    stop: () => response.destroy(),
  }
}
