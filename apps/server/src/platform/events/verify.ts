import type { Head } from './append.ts'
import { eventFaults, type Fault, type SealedColumn } from './faults.ts'
import { isSameMicrosecond } from './sameMicrosecond.ts'
import { canonical, hashOf, type Sealed } from './seal.ts'

/** A row of the trail as the database holds it. */
export type EventRow = {
  readonly district_code: string
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly at: string
  readonly actor: string | null
  readonly project_id: string | null
  readonly sealed: string
  readonly hash: string
}

/** Where each stream ended when it was signed. */
export type Heads = ReadonlyMap<string, Head>

type Walked = { readonly events: number; readonly streams: number; readonly faults: readonly Fault[] }

export type TrailWalk = {
  /** The next row. @returns what it says, if the row and all before it in its stream are sound. */
  readonly take: (row: EventRow) => Sealed | null
  readonly finish: () => Walked
}

/**
 * Walks the rows of a district one by one, each stream whole and by version, and finds the first thing wrong with each. Keeps no row: what
 * it holds in memory is one head a signed stream.
 * A tail that was cut off, or rewritten with all its hashes, shows as far as `signed` reaches and not beyond.
 */
export function walkTrail(signed: Heads): TrailWalk {
  const faults: Fault[] = []
  const unseen = new Map(signed)
  let events = 0
  let streams = 0
  let stream: string | null = null
  let last: Head = { version: 0, hash: '' }
  let isSound = true

  const close = (): void => {
    if (stream === null) return
    const end = signed.get(stream)
    if (isSound && end && end.version > last.version)
      faults.push(eventFaults.cutOff(stream, last.version + 1, end.version))
    unseen.delete(stream)
  }

  return {
    take: (row) => {
      events++
      if (row.stream !== stream) {
        close()
        stream = row.stream
        streams++
        last = { version: 0, hash: '' }
        isSound = true
      }
      if (!isSound) return null
      const read = check(row, last, signed.get(row.stream))
      last = { version: row.version, hash: row.hash }
      if (!('kind' in read)) return read
      isSound = false
      faults.push(read)
      return null
    },
    finish: () => {
      close()
      stream = null
      for (const [gone, { version }] of unseen) faults.push(eventFaults.cutOff(gone, 1, version))
      return { events, streams, faults }
    },
  }
}

function check(row: EventRow, last: Head, signed: Head | undefined): Sealed | Fault {
  const { stream, version } = row
  if (version !== last.version + 1) return eventFaults.missing(stream, last.version + 1, version - 1)
  if (hashOf(row.sealed) !== row.hash) return eventFaults.text(stream, version)
  const content = readSealed(row.sealed)
  if (!content) return eventFaults.unreadable(stream, version)
  const column = differing(row, content)
  if (column) return eventFaults.column(stream, version, column)
  if (content.version !== version) return eventFaults.reordered(stream, version, content.version)
  if (content.previous !== last.hash) return unlinked(stream, last, signed)
  if (signed?.version === version && signed.hash !== row.hash) return eventFaults.signedOtherwise(stream, version)
  return content
}

/** Which of two events that do not fit together is the false one: the later, where nothing is before it or what is was signed. */
function unlinked(stream: string, last: Head, signed: Head | undefined): Fault {
  if (last.version === 0) return eventFaults.headless(stream)
  return last.version === signed?.version
    ? eventFaults.inserted(stream, last.version + 1)
    : eventFaults.unlinked(stream, last.version)
}

/** What a sealed text says; null if it is not one that `append` has written. */
function readSealed(sealed: string): Sealed | null {
  try {
    const content = JSON.parse(sealed) as Sealed
    return canonical(content) === sealed && typeof content.data === 'object' ? content : null
  } catch {
    return null
  }
}

const differing = (row: EventRow, content: Sealed): SealedColumn | undefined =>
  (
    [
      ['district', row.district_code === content.district],
      ['stream', row.stream === content.stream],
      ['type', row.type === content.type],
      ['actor', row.actor === content.actor],
      ['at', isSameMicrosecond(row.at, content.at)],
      ['project', row.project_id === content.project],
    ] as const
  ).find(([, agrees]) => !agrees)?.[0]
