import { describe, expect, it, vi } from 'vitest'
import type { Cursor } from '../events/cursor.ts'
import type { Page } from './changesAfter.ts'
import { openHub } from './hub.ts'

/** A database in which each change is a transaction of its own; a reading is answered when the test says so. */
function slowDatabase() {
  const committed: bigint[] = []
  const open: (() => void)[] = []
  const read = (from: Cursor | null): Promise<Page> => {
    const seen = committed.filter((tx) => from !== null && tx >= from.tx)
    const page: Page = {
      told: seen.map((tx) => ({
        cursor: { tx, seq: 1n },
        change: { stream: 'project', id: String(tx), version: 1, type: 'happened' },
      })),
      position: { tx: (committed.at(-1) ?? 0n) + 1n, seq: 0n },
      isFull: false,
      isPending: false,
    }
    return new Promise((answer) => open.push(() => answer(page)))
  }
  const begun = () => vi.waitFor(() => expect(open).not.toHaveLength(0))
  return {
    read,
    commit: (tx: bigint) => committed.push(tx),
    begun,
    /** Answers the oldest reading. */
    answer: async () => {
      await begun()
      open.shift()?.()
    },
  }
}

function listener() {
  const ids: string[] = []
  return { ids, take: (told: Page['told']) => ids.push(...told.map(({ change }) => change.id)) }
}

describe('those who see the same', () => {
  it('are told what was committed while they were still being let in', async () => {
    const { read, commit, begun, answer } = slowDatabase()
    const hub = openHub(read)
    const reader = listener()
    const admitted = hub.admit(reader, { tx: 0n, seq: 0n })
    await begun()
    commit(7n)
    hub.wake()
    await answer()
    await admitted
    await answer()
    await vi.waitFor(() => expect(reader.ids).toEqual(['7']))
    hub.close()
  })

  it('are each told once, though they came at different places', async () => {
    const { read, commit, answer } = slowDatabase()
    const hub = openHub(read)
    const [early, late] = [listener(), listener()]
    const first = hub.admit(early, { tx: 0n, seq: 0n })
    await answer()
    await first
    commit(1n)
    commit(2n)
    // The newcomer has read further than the others were told.
    const second = hub.admit(late, { tx: 2n, seq: 0n })
    await answer()
    await second
    commit(3n)
    hub.wake()
    await answer()
    await vi.waitFor(() =>
      expect([early.ids, late.ids]).toEqual([
        ['1', '2', '3'],
        ['2', '3'],
      ]),
    )
    hub.close()
  })
})
