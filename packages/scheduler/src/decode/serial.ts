import type { Lags, Line } from './line.ts'

/**
 * Serial schedule generation: each activity of the list takes the first place that those before it in the list leave it.
 * Backwards everything is seen in a mirror whose time 0 is `end`: starts are then counted from there back to the finishes.
 * `start` is filled in; the makespan is returned. `free` has at least `line.ticks * line.words` words. Allocates nothing.
 */
export function serial(
  line: Line,
  list: Int32Array,
  backwards: boolean,
  start: Int32Array,
  free: Int32Array,
  end = 0,
): number {
  clear(line, backwards, free, end)
  return line.words === 1
    ? serialInOneWord(line, list, backwards, start, free)
    : serialInWords(line, list, backwards, start, free)
}

function clear({ words, full, base, ticks }: Line, backwards: boolean, free: Int32Array, end: number): void {
  if (base && !backwards) free.set(base)
  else if (words === 1) free.fill(full[0]!)
  else for (let t = 0; t < ticks; t++) for (let w = 0; w < words; w++) free[t * words + w] = full[w]!
  if (!base || !backwards) return
  for (let t = 0; t < end; t++) for (let w = 0; w < words; w++) free[t * words + w] = base[(end - 1 - t) * words + w]!
}

function serialInOneWord(
  line: Line,
  list: Int32Array,
  backwards: boolean,
  start: Int32Array,
  free: Int32Array,
): number {
  const { duration, demand } = line
  const lags = backwards ? line.outOf : line.into
  const { release } = line.core
  const guard = line.guard[0]!
  let makespan = 0
  for (let k = 0; k < list.length; k++) {
    const i = list[k]!
    const d = duration[i]!
    const needed = demand[i]!
    let begin = after(lags, start, i, backwards ? 0 : release[i]!)
    if (needed !== 0) {
      begin = firstRoom(free, guard, needed, begin, d)
      for (let t = begin, finish = begin + d; t < finish; t++) free[t] = free[t]! - needed
    }
    start[i] = begin
    if (begin + d > makespan) makespan = begin + d
  }
  return makespan
}

/** The earliest start that those before allow. */
function after({ at, other, lag }: Lags, start: Int32Array, i: number, release: number): number {
  let begin = release
  for (let a = at[i]!, last = at[i + 1]!; a < last; a++) {
    const earliest = start[other[a]!]! + lag[a]!
    if (earliest > begin) begin = earliest
  }
  return begin
}

/** The first stretch of `d` ticks from `from` on with enough in each. Looks at each tick once, at the later ones first. */
function firstRoom(free: Int32Array, guard: number, needed: number, from: number, d: number): number {
  let begin = from
  let unseen = from
  for (let t = from + d - 1; t >= unseen; t--) {
    if ((((free[t]! | guard) - needed) & guard) === guard) continue
    unseen = begin + d
    begin = t + 1
    t = begin + d
  }
  return begin
}

function serialInWords(line: Line, list: Int32Array, backwards: boolean, start: Int32Array, free: Int32Array): number {
  const { duration, demand, words } = line
  const lags = backwards ? line.outOf : line.into
  const { release } = line.core
  let makespan = 0
  for (let k = 0; k < list.length; k++) {
    const i = list[k]!
    const d = duration[i]!
    const begin = firstRoomInWords(line, free, i, after(lags, start, i, backwards ? 0 : release[i]!))
    for (let t = begin, finish = begin + d; t < finish; t++) {
      for (let w = 0; w < words; w++) free[t * words + w] = free[t * words + w]! - demand[i * words + w]!
    }
    start[i] = begin
    if (begin + d > makespan) makespan = begin + d
  }
  return makespan
}

function firstRoomInWords(line: Line, free: Int32Array, activity: number, from: number): number {
  const d = line.duration[activity]!
  let begin = from
  let unseen = from
  for (let t = from + d - 1; t >= unseen; t--) {
    if (hasRoom(line, free, t, activity)) continue
    unseen = begin + d
    begin = t + 1
    t = begin + d
  }
  return begin
}

function hasRoom({ words, guard, demand }: Line, free: Int32Array, tick: number, activity: number): boolean {
  for (let w = 0; w < words; w++) {
    const g = guard[w]!
    if ((((free[tick * words + w]! | g) - demand[activity * words + w]!) & g) !== g) return false
  }
  return true
}

/**
 * The activities by finish, last first, as the other direction of justification takes them: what ends last is moved first.
 * Ties keep the order in which arcs point, so no activity comes before one that must follow it. `count` has a cell for every
 * finish up to `makespan` and one more.
 */
export function listByFinish(
  line: Line,
  start: Int32Array,
  makespan: number,
  backwards: boolean,
  list: Int32Array,
  count: Int32Array,
): void {
  const { duration, order, activities } = line
  count.fill(0, 0, makespan + 2)
  for (let i = 0; i < activities; i++) count[makespan - start[i]! - duration[i]! + 1]!++
  for (let t = 0; t < makespan; t++) count[t + 1]! += count[t]!
  // those that end last come first; what a finished pass went forwards through, the next goes backwards through
  for (let k = 0; k < activities; k++) {
    const i = backwards ? order[k]! : order[activities - 1 - k]!
    const key = makespan - start[i]! - duration[i]!
    list[count[key]!++] = i
  }
}

/** The activities by start, first first; ties as the arcs point. */
export function listByStart(
  line: Line,
  start: Int32Array,
  makespan: number,
  list: Int32Array,
  count: Int32Array,
): void {
  const { order, activities } = line
  count.fill(0, 0, makespan + 2)
  for (let i = 0; i < activities; i++) count[start[i]! + 1]!++
  for (let t = 0; t <= makespan; t++) count[t + 1]! += count[t]!
  for (let k = 0; k < activities; k++) {
    const i = order[k]!
    list[count[start[i]!]!++] = i
  }
}
