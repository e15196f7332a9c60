import { grown } from '../grown.ts'

/**
 * Whole-number variables known by their bounds. Everything is a lower bound: of variable x, bound `2x` is its least value and
 * bound `2x + 1` its greatest, negated. A predicate "bound b is v or more" has a number of its own, its cell: there are few
 * enough to lay out all. Not b >= v is `b ^ 1` >= 1 - v.
 */
export type Trail = {
  readonly bounds: number
  readonly bound: Int32Array
  /** Values at the root: predicates up to these are facts. */
  readonly root: Int32Array
  /** Cell of "b >= v" is `cellAt[b] + v`. */
  readonly cellAt: Int32Array
  readonly cells: number
  readonly cellBound: Int32Array
  readonly cellValue: Int32Array
  /** Changes in order: which bound, from, to, why (see `Because`), the change of the same bound before, and at which level. */
  size: number
  changed: Int32Array
  from: Int32Array
  to: Int32Array
  because: Int32Array
  detail: Int32Array
  before: Int32Array
  level: Int32Array
  /** The last change of each bound, or -1. */
  readonly last: Int32Array
  /** Size of the trail where each level begins. */
  levels: number
  levelAt: Int32Array
  /** Changes whose consequences by arcs and clauses are drawn. */
  drawn: number
  /** Why the last attempt to change a bound failed. */
  failed: number
  failedValue: number
  failedBecause: number
  failedDetail: number
}

/** Why a bound changed; `detail` says which arc, clause or tick. */
export const DECIDED = 0
export const ARC = 1
export const CLAUSE = 2
/** Too few units at tick `detail`; resource r as `TICK + r`. */
export const TICK = 3

/** Predicates that fit in memory: 2 variables' worth of bounds for each value. */
const MOST_CELLS = 12_000_000

/** Variables with these least and greatest values; undefined where that would need too much memory. */
export function trailOf(low: Int32Array, high: Int32Array): Trail | undefined {
  const bounds = 2 * low.length
  const bound = new Int32Array(bounds)
  const cellAt = new Int32Array(bounds)
  let cells = 0
  for (let x = 0; x < low.length; x++) {
    const values = high[x]! - low[x]!
    bound[2 * x] = low[x]!
    bound[2 * x + 1] = -high[x]!
    cellAt[2 * x] = cells - low[x]! - 1
    cellAt[2 * x + 1] = cells + values + high[x]! - 1
    cells += 2 * values
    if (cells > MOST_CELLS) return undefined
  }
  const cellBound = new Int32Array(cells)
  const cellValue = new Int32Array(cells)
  for (let b = 0; b < bounds; b++) {
    for (let v = bound[b]! + 1; v <= -bound[b ^ 1]!; v++) {
      cellBound[cellAt[b]! + v] = b
      cellValue[cellAt[b]! + v] = v
    }
  }
  const room = 4096
  return {
    bounds,
    bound,
    root: bound.slice(),
    cellAt,
    cells,
    cellBound,
    cellValue,
    size: 0,
    changed: new Int32Array(room),
    from: new Int32Array(room),
    to: new Int32Array(room),
    because: new Int32Array(room),
    detail: new Int32Array(room),
    before: new Int32Array(room),
    level: new Int32Array(room),
    last: new Int32Array(bounds).fill(-1),
    levels: 0,
    levelAt: new Int32Array(256),
    drawn: 0,
    failed: -1,
    failedValue: 0,
    failedBecause: 0,
    failedDetail: 0,
  }
}

/** Raises bound b to v; false when that leaves its variable no value: then `failed…` say why. */
export function raiseBound(trail: Trail, b: number, v: number, because: number, detail: number): boolean {
  const { bound } = trail
  if (bound[b]! >= v) return true
  if (v + bound[b ^ 1]! > 0) {
    trail.failed = b
    trail.failedValue = v
    trail.failedBecause = because
    trail.failedDetail = detail
    return false
  }
  const k = trail.size
  if (k === trail.changed.length) grow(trail)
  trail.changed[k] = b
  trail.from[k] = bound[b]!
  trail.to[k] = v
  trail.because[k] = because
  trail.detail[k] = detail
  trail.before[k] = trail.last[b]!
  trail.level[k] = trail.levels
  trail.last[b] = k
  trail.size = k + 1
  bound[b] = v
  return true
}

function grow(trail: Trail): void {
  trail.changed = grown(trail.changed)
  trail.from = grown(trail.from)
  trail.to = grown(trail.to)
  trail.because = grown(trail.because)
  trail.detail = grown(trail.detail)
  trail.before = grown(trail.before)
  trail.level = grown(trail.level)
}

export function newLevel(trail: Trail): void {
  if (trail.levels + 1 >= trail.levelAt.length) trail.levelAt = grown(trail.levelAt)
  trail.levelAt[trail.levels++] = trail.size
}

/** Takes back the last change. */
export function undo(trail: Trail): void {
  const k = --trail.size
  const b = trail.changed[k]!
  trail.bound[b] = trail.from[k]!
  trail.last[b] = trail.before[k]!
}

/** The change that first made "b >= v" true; -1 when it holds from the root. */
export function changeThatMade(trail: Trail, b: number, v: number): number {
  let k = trail.last[b]!
  while (k >= 0 && trail.from[k]! >= v) k = trail.before[k]!
  return k
}

/** At the root nothing can be taken back: what holds is a fact. */
export function settleRoot(trail: Trail): void {
  trail.root.set(trail.bound)
  trail.last.fill(-1)
  trail.size = 0
  trail.drawn = 0
}

export const isTrue = (trail: Trail, cell: number): boolean =>
  trail.bound[trail.cellBound[cell]!]! >= trail.cellValue[cell]!

export const isFalse = (trail: Trail, cell: number): boolean =>
  trail.bound[trail.cellBound[cell]! ^ 1]! >= 1 - trail.cellValue[cell]!

export const negated = (trail: Trail, cell: number): number =>
  trail.cellAt[trail.cellBound[cell]! ^ 1]! + 1 - trail.cellValue[cell]!
