import { grown } from '../grown.ts'
import { CLAUSE, isFalse, isTrue, negated, raiseBound, type Trail } from './trail.ts'

/**
 * Learned clauses: at least one of their predicates (cells) holds. Two predicates of each are watched, those at its places 0
 * and 1; node `2 * clause + place` stands in the list of the cell whose truth makes the watched predicate false.
 */
export type Clauses = {
  count: number
  at: Int32Array
  size: Int32Array
  /** Number of levels that met in the clause when it was learned: the fewer, the more it is worth. */
  levels: Int32Array
  activity: Float64Array
  cells: Int32Array
  used: number
  /** First node of each cell's list, or -1, and the next node of each node. */
  readonly head: Int32Array
  next: Int32Array
}

export function noClauses(trail: Trail): Clauses {
  return {
    count: 0,
    at: new Int32Array(1024),
    size: new Int32Array(1024),
    levels: new Int32Array(1024),
    activity: new Float64Array(1024),
    cells: new Int32Array(16_384),
    used: 0,
    head: new Int32Array(trail.cells).fill(-1),
    next: new Int32Array(2048),
  }
}

/** Adds a clause of two or more predicates; returns its number. */
export function addClause(
  clauses: Clauses,
  trail: Trail,
  predicates: ArrayLike<number>,
  size: number,
  levels: number,
): number {
  if (clauses.count === clauses.at.length) growClauses(clauses)
  if (clauses.used + size > clauses.cells.length) clauses.cells = grown(clauses.cells, clauses.used + size)
  const c = clauses.count++
  clauses.at[c] = clauses.used
  clauses.size[c] = size
  clauses.levels[c] = levels
  clauses.activity[c] = 0
  for (let k = 0; k < size; k++) clauses.cells[clauses.used + k] = predicates[k]!
  clauses.used += size
  watch(clauses, trail, 2 * c)
  watch(clauses, trail, 2 * c + 1)
  return c
}

function watch(clauses: Clauses, trail: Trail, node: number): void {
  const falsifier = negated(trail, clauses.cells[clauses.at[node >> 1]! + (node & 1)]!)
  clauses.next[node] = clauses.head[falsifier]!
  clauses.head[falsifier] = node
}

function growClauses(clauses: Clauses): void {
  clauses.at = grown(clauses.at)
  clauses.size = grown(clauses.size)
  clauses.levels = grown(clauses.levels)
  clauses.next = grown(clauses.next)
  const activity = new Float64Array(2 * clauses.activity.length)
  activity.set(clauses.activity)
  clauses.activity = activity
}

/** Draws from the clauses what follows from a change of bound b; returns the clause that is false now, or -1. */
export function drawClauses(clauses: Clauses, trail: Trail, b: number, from: number, to: number): number {
  const { head } = clauses
  const cellAt = trail.cellAt[b]!
  for (let v = from + 1; v <= to; v++) {
    const falsifier = cellAt + v
    let behind = -1
    for (let node = head[falsifier]!; node >= 0; ) {
      const next = clauses.next[node]!
      const c = node >> 1
      const at = clauses.at[c]!
      const place = node & 1
      const other = clauses.cells[at + 1 - place]!
      if (isTrue(trail, other)) {
        behind = node
        node = next
        continue
      }
      if (moveWatch(clauses, trail, node, at)) {
        if (behind < 0) head[falsifier] = next
        else clauses.next[behind] = next
        node = next
        continue
      }
      if (!raiseBound(trail, trail.cellBound[other]!, trail.cellValue[other]!, CLAUSE, c)) return c
      behind = node
      node = next
    }
  }
  return -1
}

/** Watches another predicate that is not false instead; false when there is none. */
function moveWatch(clauses: Clauses, trail: Trail, node: number, at: number): boolean {
  const { cells, size } = clauses
  const end = at + size[node >> 1]!
  for (let k = at + 2; k < end; k++) {
    const cell = cells[k]!
    if (isFalse(trail, cell)) continue
    const place = at + (node & 1)
    cells[k] = cells[place]!
    cells[place] = cell
    watch(clauses, trail, node)
    return true
  }
  return false
}

/** Keeps the better half of the clauses, those of few levels in any case. Only at the root, where no clause is a reason. */
export function forget(clauses: Clauses, trail: Trail): void {
  const { count, at, size, levels, activity, cells } = clauses
  const order = Array.from({ length: count }, (_, c) => c)
  order.sort((a, b) => rank(levels[a]!) - rank(levels[b]!) || activity[b]! - activity[a]!)
  const isKept = new Uint8Array(count)
  order.forEach((c, k) => {
    if (levels[c]! <= 2 || k < count / 2) isKept[c] = 1
  })
  clauses.head.fill(-1)
  let kept = 0
  let used = 0
  for (let c = 0; c < count; c++) {
    if (isKept[c] === 0 || isSettled(trail, cells, at[c]!, size[c]!)) continue
    const from = at[c]!
    at[kept] = used
    let left = 0
    for (let k = 0; k < size[c]!; k++) {
      const cell = cells[from + k]!
      if (!isFalse(trail, cell)) cells[used + left++] = cell
    }
    size[kept] = left
    levels[kept] = levels[c]!
    activity[kept] = activity[c]!
    used += left
    kept++
  }
  clauses.count = kept
  clauses.used = used
  for (let node = 0; node < 2 * kept; node++) watch(clauses, trail, node)
}

const rank = (levels: number) => (levels <= 2 ? 0 : levels <= 6 ? 1 : 2)

/** Whether some predicate of the clause is a fact. */
function isSettled(trail: Trail, cells: Int32Array, at: number, size: number): boolean {
  for (let k = at; k < at + size; k++) if (isTrue(trail, cells[k]!)) return true
  return false
}
