/**
 * Whole numbers for the things of one plan, between 1 and 2,000,000 (Microsoft Project takes none above 2,097,151).
 * A number follows from the key alone, so that a later plan of the project gives the same thing the same number; where
 * two keys meet, the later of them in the order of code units takes the next free number.
 */
export function uids(keys: readonly string[]): (key: string) => number {
  const given = new Map<string, number>()
  const taken = new Set<number>()
  for (const key of [...new Set(keys)].sort()) {
    let number = hash(key) % LARGEST
    while (taken.has(number)) number = (number + 1) % LARGEST
    taken.add(number)
    given.set(key, number + 1)
  }
  return (key) => {
    const number = given.get(key)
    if (number === undefined) throw new RangeError(`No number was asked for ${key}`)
    return number
  }
}

const LARGEST = 2_000_000

/** FNV-1a over code units, 32 bits. */
function hash(key: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193)
  return value >>> 0
}
