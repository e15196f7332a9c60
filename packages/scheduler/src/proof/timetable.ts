import type { Line } from '../decode/line.ts'
import { raiseBound, TICK, type Trail } from './trail.ts'

/**
 * What every schedule within the bounds holds at each tick: an activity holds its units from its latest start to its earliest
 * finish. `free` is what that leaves. It follows the trail change by change and is taken back with it.
 */
export type Timetable = {
  readonly line: Line
  readonly first: number
  readonly ticks: number
  readonly free: Int32Array
  /** Bounds of the starts as far as they are in `free`. */
  readonly low: Int32Array
  readonly high: Int32Array
  /** Changes of the trail that are in `free`. */
  held: number
  /** Ticks in which something was taken since the last filtering; activities whose bounds moved. */
  from: number
  until: number
  readonly moved: Uint8Array
  /** Where the last attempt found too little: tick and resource. */
  tick: number
  resource: number
}

/** A timetable for starts within these bounds, which must not overfill it; undefined where they do. */
export function timetable(line: Line, low: Int32Array, high: Int32Array, free: Int32Array): Timetable | undefined {
  const made: Timetable = {
    line,
    first: 0,
    ticks: free.length / line.words,
    free,
    low: low.slice(0, line.activities),
    high: high.slice(0, line.activities),
    held: 0,
    from: 0,
    until: free.length / line.words,
    moved: new Uint8Array(line.activities),
    tick: 0,
    resource: 0,
  }
  for (let i = 0; i < line.activities; i++) {
    if (!take(made, i, high[i]!, low[i]! + line.duration[i]!)) return undefined
  }
  return made
}

/** Brings changes of the trail up to date; false when some tick has too little: `tick` and `resource` say where. */
export function follow(table: Timetable, trail: Trail): boolean {
  const { line, low, high } = table
  while (table.held < trail.size) {
    const b = trail.changed[table.held]!
    const i = b >> 1
    if (i < line.activities) {
      const d = line.duration[i]!
      const to = trail.to[table.held]!
      if ((b & 1) === 0) {
        if (!take(table, i, Math.max(high[i]!, low[i]! + d), to + d)) return false
        low[i] = to
      } else {
        if (!take(table, i, -to, Math.min(high[i]!, low[i]! + d))) return false
        high[i] = -to
      }
      table.moved[i] = 1
    }
    table.held++
  }
  return true
}

/** Takes the last change of the trail back out, before the trail forgets it. */
export function unfollow(table: Timetable, trail: Trail): void {
  if (table.held < trail.size) return
  const k = trail.size - 1
  table.held = k
  const { line, low, high } = table
  const b = trail.changed[k]!
  const i = b >> 1
  if (i >= line.activities) return
  const d = line.duration[i]!
  const from = trail.from[k]!
  if ((b & 1) === 0) {
    giveBack(table, i, Math.max(high[i]!, from + d), low[i]! + d)
    low[i] = from
  } else {
    giveBack(table, i, high[i]!, Math.min(-from, low[i]! + d))
    high[i] = -from
  }
}

function take(table: Timetable, i: number, from: number, until: number): boolean {
  if (from >= until) return true
  const { line, free } = table
  const { words, guard, demand } = line
  for (let w = 0; w < words; w++) {
    const needed = demand[i * words + w]!
    if (needed === 0) continue
    const g = guard[w]!
    for (let t = from; t < until; t++) {
      if ((((free[t * words + w]! | g) - needed) & g) !== g) {
        lacking(table, t, w, ((free[t * words + w]! | g) - needed) & g)
        return false
      }
    }
  }
  for (let w = 0; w < words; w++) {
    const needed = demand[i * words + w]!
    if (needed !== 0) for (let t = from; t < until; t++) free[t * words + w] = free[t * words + w]! - needed
  }
  if (from < table.from) table.from = from
  if (until > table.until) table.until = until
  return true
}

function giveBack({ line, free }: Timetable, i: number, from: number, until: number): void {
  const { words, demand } = line
  for (let w = 0; w < words; w++) {
    const needed = demand[i * words + w]!
    if (needed !== 0) for (let t = from; t < until; t++) free[t * words + w] = free[t * words + w]! + needed
  }
}

/** Notes tick and resource by the guard bits that are left. */
function lacking(table: Timetable, tick: number, word: number, left: number): void {
  const { core, guard, shift, word: wordOf } = table.line
  const gone = guard[word]! & ~left
  const resources = core.capacity.length
  table.tick = tick
  for (let r = 0; r < resources; r++) {
    if (wordOf[r] !== word) continue
    const bits = 33 - Math.clz32(core.capacity[r]!)
    if ((gone >>> (shift[r]! + bits - 1)) & 1) {
      table.resource = r
      return
    }
  }
}

/** Moves earliest and latest starts out of ticks with too little; false on a conflict of bounds (the trail says which). */
export function filter(table: Timetable, trail: Trail): boolean {
  const { line, from, until, moved } = table
  const { duration, activities } = line
  const { bound } = trail
  table.from = table.ticks
  table.until = 0
  for (let i = 0; i < activities; i++) {
    const low = bound[2 * i]!
    const high = -bound[2 * i + 1]!
    const isMoved = moved[i] === 1
    moved[i] = 0
    if (low === high || (!isMoved && (low >= until || high + duration[i]! <= from))) continue
    if (!filterLow(table, trail, i) || !filterHigh(table, trail, i)) return false
  }
  return true
}

function filterLow(table: Timetable, trail: Trail, i: number): boolean {
  const { line, free } = table
  const { words, guard, demand } = line
  const d = line.duration[i]!
  const ownFrom = -trail.bound[2 * i + 1]!
  for (let w = 0; w < words; w++) {
    const needed = demand[i * words + w]!
    if (needed === 0) continue
    const g = guard[w]!
    let start = trail.bound[2 * i]!
    let unseen = start
    for (let t = Math.min(start + d, ownFrom) - 1; t >= unseen; t--) {
      const left = ((free[t * words + w]! | g) - needed) & g
      if (left === g) continue
      lacking(table, t, w, left)
      if (!raiseBound(trail, 2 * i, t + 1, TICK + table.resource, t)) return false
      unseen = Math.min(start + d, ownFrom)
      start = t + 1
      t = Math.min(start + d, ownFrom)
    }
  }
  return true
}

function filterHigh(table: Timetable, trail: Trail, i: number): boolean {
  const { line, free } = table
  const { words, guard, demand } = line
  const d = line.duration[i]!
  const ownUntil = trail.bound[2 * i]! + d
  for (let w = 0; w < words; w++) {
    const needed = demand[i * words + w]!
    if (needed === 0) continue
    const g = guard[w]!
    let start = -trail.bound[2 * i + 1]!
    let unseen = start + d
    for (let t = Math.max(start, ownUntil); t < unseen; t++) {
      const left = ((free[t * words + w]! | g) - needed) & g
      if (left === g) continue
      lacking(table, t, w, left)
      if (!raiseBound(trail, 2 * i + 1, d - t, TICK + table.resource, t)) return false
      unseen = Math.max(start, ownUntil)
      start = t - d
      t = Math.max(start, ownUntil) - 1
    }
  }
  return true
}
