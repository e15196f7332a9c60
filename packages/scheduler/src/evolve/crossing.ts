import { type Chance, share, upTo } from '../chance.ts'
import { repaired } from './keys.ts'
import type { Workshop } from './workshop.ts'

/** A schedule that is kept: as a list by start, with its starts and modes. */
export type Member = {
  readonly list: Int32Array
  readonly start: Int32Array
  readonly mode: Int32Array
  makespan: number
}

/**
 * The child keeps the mother's order up to one point and from another on; what lies between comes in the father's order
 * (Hartmann 1998). Marks in `shop.mark` what it has from the mother.
 */
export function twoPoint({ list, mark }: Workshop, by: Chance, mother: Member, father: Member): void {
  const n = list.length
  const one = upTo(by, n)
  const other = upTo(by, n)
  const from = Math.min(one, other)
  const until = Math.max(one, other)
  mark.fill(0)
  for (let k = 0; k < from; k++) mark[mother.list[k]!] = 1
  list.set(mother.list)
  let filled = from
  for (let k = 0; k < n && filled < until; k++) {
    const i = father.list[k]!
    if (mark[i] === 1) continue
    mark[i] = 2
    list[filled++] = i
  }
  for (let k = from; k < n; k++) {
    const i = mother.list[k]!
    if (mark[i] === 2) continue
    if (mark[i] === 0) {
      list[filled++] = i
      mark[i] = 1
    }
  }
}

/** The child keeps what the mother does in a stretch of time, in her order; everything else before and after in the father's. */
export function keepStretch(shop: Workshop, by: Chance, mother: Member, father: Member): void {
  const { list, mark, line, lister } = shop
  const n = list.length
  const { start, makespan } = mother
  const width = Math.max(1, Math.floor(makespan * (0.15 + 0.5 * share(by))))
  const from = upTo(by, makespan - width + 1)
  let before = 0
  for (let i = 0; i < n; i++) {
    const time = start[i]!
    mark[i] = time >= from && time < from + width ? 1 : 0
    if (time < from) before++
  }
  let filled = 0
  let k = 0
  for (; k < n && filled < before; k++) if (mark[father.list[k]!] === 0) list[filled++] = father.list[k]!
  for (let m = 0; m < n; m++) if (mark[mother.list[m]!] === 1) list[filled++] = mother.list[m]!
  for (; k < n; k++) if (mark[father.list[k]!] === 0) list[filled++] = father.list[k]!
  repaired(line, list, list, lister)
}

/** Moves one activity anywhere between those that it waits for and those that wait for it. */
export function moveOne({ list, line, mark }: Workshop, by: Chance): void {
  const n = list.length
  const from = upTo(by, n)
  const i = list[from]!
  mark.fill(0)
  const { into, outOf } = line
  for (let a = into.at[i]!; a < into.at[i + 1]!; a++) mark[into.other[a]!] = 1
  for (let a = outOf.at[i]!; a < outOf.at[i + 1]!; a++) mark[outOf.other[a]!] = 1
  let first = from
  while (first > 0 && mark[list[first - 1]!] === 0) first--
  let last = from
  while (last < n - 1 && mark[list[last + 1]!] === 0) last++
  const to = first + upTo(by, last - first + 1)
  if (to < from) list.copyWithin(to + 1, to, from)
  else list.copyWithin(from, from + 1, to + 1)
  list[to] = i
}

/** Swaps neighbours in the list, each pair with this likelihood, where neither waits for the other. */
export function swapSome({ list, line }: Workshop, by: Chance, likelihood: number): void {
  const { at, other } = line.into
  for (let k = 1; k < list.length; k++) {
    if (share(by) >= likelihood) continue
    const i = list[k]!
    const before = list[k - 1]!
    let waits = false
    for (let a = at[i]!; a < at[i + 1]! && !waits; a++) waits = other[a] === before
    if (waits) continue
    list[k - 1] = i
    list[k] = before
  }
}
