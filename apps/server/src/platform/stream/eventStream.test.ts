import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openEventStream } from './eventStream.ts'

describe('the open answer of a reader', () => {
  it('is broken off when more than a mebibyte waits for a reader that takes nothing, and not before', () => {
    // Without a connection everything that is written waits.
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    const stream = openEventStream(response)
    const change = { stream: 'project', id: 'x'.repeat(1000), version: 1, type: 'projectChanged' } as const
    const tell = (seq: number) => {
      const cursor = { tx: 1n, seq: BigInt(seq) }
      stream.tell([{ cursor, change }], cursor)
    }
    for (let i = 1; i <= 900; i++) tell(i)
    expect(stream.isOver()).toBe(false)
    for (let i = 901; i <= 1100; i++) tell(i)
    expect(stream.isOver()).toBe(true)
    expect(response.writableLength).toBeLessThan(1.1 * 1024 * 1024)
  })
})
