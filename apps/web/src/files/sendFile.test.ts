import { type Contract, contracts, type MaterialView } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import type { asking } from '../api/asking.ts'
import { ConnectionError } from '../api/transport.ts'
import { type Progress, sendFile } from './sendFile.ts'

const { files } = contracts

type Body = { readonly sha256: string; readonly size: number }

/** A server that keeps what comes, like the real one, over a line that breaks when told to. */
function lineTo(breaks: (contract: Contract, offset: number) => 'before' | 'after' | undefined) {
  const came: Uint8Array[] = []
  const log: string[] = []
  let size = 0
  const received = () => came.reduce((sum, part) => sum + part.length, 0)
  const view = () => ({ id: 'u', name: '图.pdf', size, received: received(), partSize: 4 })
  const ask = async (contract: Contract, asked: { params: { offset?: number }; body?: Body | Uint8Array }) => {
    const { offset = 0 } = asked.params
    const broken = breaks(contract, offset)
    log.push(`${contract.method} ${contract === files.part ? offset : ''}${broken ? ` broken ${broken}` : ''}`)
    if (broken === 'before') throw new ConnectionError('cut')
    if (contract === files.begin) size = (asked.body as Body).size
    if (contract === files.part && offset === received()) came.push(asked.body as Uint8Array)
    if (broken === 'after') throw new ConnectionError('cut')
    return contract === files.finish ? ({ id: 'm' } as MaterialView) : view()
  }
  return { ask: ask as unknown as typeof asking, came, log }
}

const target = { projectId: 'p', uses: [], materialId: null }
const file = new File(['0123456789'], '图.pdf')
const content = async (parts: readonly Uint8Array[]) => new Blob(parts as Uint8Array<ArrayBuffer>[]).text()
const how = (line: ReturnType<typeof lineTo>, pauses: readonly number[] = [0, 0]) => ({
  ask: line.ask,
  onProgress: () => undefined,
  signal: new AbortController().signal,
  pauses,
})

describe('an upload', () => {
  it('goes in parts and says how far it is', async () => {
    const line = lineTo(() => undefined)
    const told: Progress[] = []
    await sendFile(file, target, { ...how(line), onProgress: (progress) => told.push(progress) })
    expect(line.log).toEqual(['POST ', 'PUT 0', 'PUT 4', 'PUT 8', 'POST '])
    expect(await content(line.came)).toBe('0123456789')
    expect(told.map(({ step, share }) => `${step} ${share}`)).toEqual([
      'reading 0',
      'sending 0',
      'sending 0.4',
      'sending 0.8',
      'checking 1',
    ])
  })

  it('sends a part again whose answer got lost, whether it had come or not', async () => {
    for (const when of ['before', 'after'] as const) {
      let cut = false
      const line = lineTo((contract, offset) => {
        if (contract !== files.part || offset !== 4 || cut) return undefined
        cut = true
        return when
      })
      await sendFile(file, target, how(line))
      expect(await content(line.came)).toBe('0123456789')
    }
  })

  it('that gave up goes on where it stopped when asked again, and sends no part twice', async () => {
    let isDown = true
    const line = lineTo((contract, offset) =>
      isDown && contract === files.part && offset === 8 ? 'before' : undefined,
    )
    await expect(sendFile(file, target, how(line))).rejects.toThrow(ConnectionError)
    isDown = false
    line.log.length = 0
    await sendFile(file, target, how(line))
    expect(line.log).toEqual(['POST ', 'PUT 8', 'POST '])
    expect(await content(line.came)).toBe('0123456789')
  })

  it('that is stopped while it is read asks for nothing', async () => {
    const line = lineTo(() => undefined)
    await expect(sendFile(file, target, { ...how(line), signal: AbortSignal.abort() })).rejects.toThrow()
    expect(line.log).toEqual([])
  })
})
