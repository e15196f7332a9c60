import { createHash } from 'node:crypto'

const hash = (...parts: readonly (string | Uint8Array)[]): Uint8Array => {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest()
}

// RFC 6962 section 2.1: the two prefixes keep a leaf from passing for a node.
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Root over the leaves in their order, so that one leaf can be proved to a third party without showing the others. */
export function merkleRoot(leaves: readonly string[]): string {
  let level: readonly Uint8Array[] = leaves.map((leaf) => hash(LEAF, leaf))
  while (level.length > 1) level = pairs(level)
  return Buffer.from(level[0] ?? hash()).toString('hex')
}

/** A node over each two neighbours; one that is left over moves up as it is. */
const pairs = (level: readonly Uint8Array[]): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
    const [left, right] = [level[2 * i]!, level[2 * i + 1]]
    return right ? hash(NODE, left, right) : left
  })
