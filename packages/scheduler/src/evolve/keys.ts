import type { Line } from '../decode/line.ts'

/** Longest path from each start to the end, by arcs alone. */
export function tails(line: Line): Int32Array {
  const { order, outOf, duration, activities } = line
  const tail = new Int32Array(activities)
  for (let k = activities - 1; k >= 0; k--) {
    const i = order[k]!
    tail[i] = duration[i]!
    for (let a = outOf.at[i]!; a < outOf.at[i + 1]!; a++) {
      tail[i] = Math.max(tail[i]!, tail[outOf.other[a]!]! + outOf.lag[a]! + duration[i]! - duration[outOf.other[a]!]!)
    }
  }
  return tail
}

/** Makes lists out of keys: each activity as early as its key, but never before one that it waits for. */
export type Lister = { readonly sorted: Int32Array; readonly isListed: Uint8Array; readonly stack: Int32Array }

export const lister = (activities: number): Lister => ({
  sorted: new Int32Array(activities),
  isListed: new Uint8Array(activities),
  stack: new Int32Array(activities),
})

/** The activities in the order given, each after those that it waits for. `list` may be `order`. */
export function repaired(line: Line, order: Int32Array, list: Int32Array, { sorted, isListed, stack }: Lister): void {
  sorted.set(order)
  isListed.fill(0)
  let listed = 0
  for (let k = 0; k < sorted.length; k++) {
    if (isListed[sorted[k]!] === 1) continue
    let depth = 0
    stack[0] = sorted[k]!
    while (depth >= 0) {
      const i = stack[depth]!
      const waitsFor = missing(line, i, isListed)
      if (waitsFor >= 0) {
        stack[++depth] = waitsFor
        continue
      }
      isListed[i] = 1
      list[listed++] = i
      depth--
    }
  }
}

/** Somebody that the activity waits for and that is not listed yet, or -1. */
function missing({ into: { at, other } }: Line, activity: number, isListed: Uint8Array): number {
  for (let a = at[activity]!, last = at[activity + 1]!; a < last; a++) if (isListed[other[a]!] === 0) return other[a]!
  return -1
}
