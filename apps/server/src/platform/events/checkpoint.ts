import type { Head } from './append.ts'
import { checkpointFaults, type Fault } from './faults.ts'
import { merkleRoot } from './merkle.ts'
import { isSameMicrosecond } from './sameMicrosecond.ts'
import { canonical, hashOf } from './seal.ts'
import { isSignedBy, type PublicKeys } from './signingKey.ts'
import type { Heads } from './verify.ts'

/** What a checkpoint signs. The heads of all streams are in the root; listed are those that differ from the checkpoint before. */
export type Checkpoint = {
  readonly at: string
  /** Streams in all. */
  readonly count: number
  readonly district: string
  /** Sorted by stream. A full list every day would soon outgrow the trail itself. */
  readonly heads: readonly ListedHead[]
  readonly no: number
  /** Hash of the checkpoint before it; '' for the first. */
  readonly previous: string
  /** Merkle root over all heads, sorted by stream. */
  readonly root: string
}

export type ListedHead = readonly [stream: string, version: number, hash: string]

export type CheckpointRow = {
  readonly district_code: string
  readonly no: number
  readonly at: string
  readonly sealed: string
  readonly hash: string
  readonly signature: string
  readonly key_id: string
}

/** All heads as they are listed and hashed. */
export const listed = (heads: Heads): readonly ListedHead[] =>
  [...heads]
    .map(([stream, { version, hash }]): ListedHead => [stream, version, hash])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))

export const rootOf = (heads: Heads): string => merkleRoot(listed(heads).map((head) => canonical(head)))

export type SignedHeads = {
  readonly count: number
  /** Of the last checkpoint; 0 and '' before the first. */
  readonly last: { readonly no: number; readonly hash: string }
  readonly heads: Heads
  readonly hashes: ReadonlyMap<number, string>
  /** The first thing wrong with the chain of checkpoints, if any. */
  readonly fault: Fault | null
}

export type CheckpointWalk = {
  /** The next checkpoint, by number. */
  readonly take: (row: CheckpointRow) => void
  readonly finish: () => SignedHeads
}

/** Walks a district's checkpoints in their order. What no known key has signed is not believed: its heads are left out. */
export function walkCheckpoints(district: string, keys: PublicKeys): CheckpointWalk {
  const heads = new Map<string, Head>()
  const hashes = new Map<number, string>()
  let last = { no: 0, hash: '' }
  let newest: Checkpoint | null = null
  let fault: Fault | null = null

  return {
    take: (row) => {
      const before = last
      last = { no: row.no, hash: row.hash }
      hashes.set(row.no, row.hash)
      const read = readCheckpoint(row, keys)
      if (!('kind' in read)) {
        newest = read
        for (const [stream, version, hash] of read.heads) heads.set(stream, { version, hash })
      }
      fault ??= faultBehind(before, row, read)
    },
    finish: () => {
      // The root of an older one is held by its signature; to hash all heads again for each would take days.
      if (newest && (newest.count !== heads.size || newest.root !== rootOf(heads)))
        fault ??= checkpointFaults.wrongRoot(district, newest.no)
      return { count: hashes.size, last, heads, hashes, fault }
    },
  }
}

function faultBehind(before: SignedHeads['last'], row: CheckpointRow, read: Checkpoint | Fault): Fault | null {
  if (row.no !== before.no + 1) return checkpointFaults.missing(row.district_code, before.no + 1)
  if ('kind' in read) return read
  return read.previous === before.hash ? null : checkpointFaults.unlinked(row.district_code, row.no)
}

function readCheckpoint(row: CheckpointRow, keys: PublicKeys): Checkpoint | Fault {
  const { district_code: district, no } = row
  if (hashOf(row.sealed) !== row.hash) return checkpointFaults.text(district, no)
  const key = keys.get(row.key_id)
  if (!key) return checkpointFaults.unknownKey(district, no)
  if (!isSignedBy(key, row.sealed, row.signature)) return checkpointFaults.wrongSignature(district, no)
  const content = JSON.parse(row.sealed) as Checkpoint
  const agrees = content.no === no && content.district === district && isSameMicrosecond(row.at, content.at)
  return agrees ? content : checkpointFaults.text(district, no)
}
