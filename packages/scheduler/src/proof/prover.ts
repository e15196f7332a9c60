import type { Core } from '../core/core.ts'
import type { Line } from '../decode/line.ts'
import { grown } from '../grown.ts'
import { type Lesson, learn, noLesson } from './analyse.ts'
import { type BoundArcs, boundArcs } from './arcs.ts'
import { addClause, type Clauses, drawClauses, forget, noClauses } from './clauses.ts'
import { type Explainer, explain, explainClause, explainOverload, noReasons } from './explain.ts'
import { type Favourites, fade, insert, nextOpen, noFavourites } from './favourites.ts'
import { filter, follow, type Timetable, timetable, unfollow } from './timetable.ts'
import { ARC, CLAUSE, DECIDED, newLevel, raiseBound, settleRoot, type Trail, trailOf, undo } from './trail.ts'

/**
 * Exact search with learning (lazy clause generation after Schutt, Feydy, Stuckey and Wallace 2011, 2013): starts are known by
 * their bounds, arcs and the timetable move them, and from each contradiction a clause over bounds is learned that forbids its
 * cause wherever it comes up again.
 */
export type Prover = {
  readonly line: Line
  readonly trail: Trail
  readonly arcs: BoundArcs
  readonly clauses: Clauses
  readonly favourites: Favourites
  readonly table: Timetable
  readonly explainer: Explainer
  readonly lesson: Lesson
  /** Cells taken out of the heap of favourites, and how many at each level. */
  removed: Int32Array
  removedCount: number
  removedAt: Int32Array
  conflicts: number
  restarts: number
  /** Clauses to learn before the next are forgotten. */
  room: number
  conflictClause: number
}

/** A prover for schedules no longer than `upper`; `'none'` when there is clearly none, undefined when it would need too much memory. */
export function prover(core: Core, line: Line, upper: number): Prover | 'none' | undefined {
  const n = core.activities
  const arcs = boundArcs(core, line.duration)
  const low = new Int32Array(n + 1)
  const high = new Int32Array(n + 1).fill(upper)
  for (let i = 0; i < n; i++) {
    low[i] = core.release[i]!
    high[i] = Math.min(upper, core.deadline[i]!) - line.duration[i]!
  }
  if (!spread(arcs, low, high)) return 'none'
  const trail = trailOf(low, high)
  if (!trail) return undefined
  const free = new Int32Array((upper + 1) * line.words)
  for (let k = 0; k < free.length; k++)
    free[k] = line.base && k < line.base.length ? line.base[k]! : line.full[k % line.words]!
  const table = timetable(line, low, high, free)
  if (!table) return 'none'
  const clauses = noClauses(trail)
  return {
    line,
    trail,
    arcs,
    clauses,
    favourites: noFavourites(trail),
    table,
    explainer: { trail, arcs, clauses, table, out: noReasons(trail.bounds + 4), holder: new Int32Array(n) },
    lesson: noLesson(trail),
    removed: new Int32Array(1024),
    removedCount: 0,
    removedAt: new Int32Array(256),
    conflicts: 0,
    restarts: 0,
    room: 4000,
    conflictClause: -1,
  }
}

/** Least and greatest starts by arcs alone; false when they leave some start no value, or never end. */
function spread({ at, to, lag }: BoundArcs, low: Int32Array, high: Int32Array): boolean {
  const bound = new Int32Array(2 * low.length)
  const waiting: number[] = []
  // what is raised more often than there are bounds goes round in a circle of positive length
  const raised = new Int32Array(bound.length)
  for (let x = 0; x < low.length; x++) {
    bound[2 * x] = low[x]!
    bound[2 * x + 1] = -high[x]!
    if (low[x]! > high[x]!) return false
    waiting.push(2 * x, 2 * x + 1)
  }
  for (let done = 0; done < waiting.length; done++) {
    const b = waiting[done]!
    for (let a = at[b]!; a < at[b + 1]!; a++) {
      const target = to[a]!
      const value = bound[b]! + lag[a]!
      if (value <= bound[target]!) continue
      if (value + bound[target ^ 1]! > 0 || ++raised[target]! > bound.length) return false
      bound[target] = value
      waiting.push(target)
    }
  }
  for (let x = 0; x < low.length; x++) {
    low[x] = bound[2 * x]!
    high[x] = -bound[2 * x + 1]!
  }
  return true
}

const NO_CONFLICT = 0
const BY_BOUND = 1
const BY_CLAUSE = 2
const BY_TICK = 3

/** Draws all that follows; which kind of conflict ended it, if one did. */
function propagate(p: Prover): number {
  const { trail, clauses, table } = p
  for (;;) {
    while (trail.drawn < trail.size) {
      const k = trail.drawn++
      const b = trail.changed[k]!
      if (!drawArcs(p, b, trail.to[k]!)) return BY_BOUND
      const clause = drawClauses(clauses, trail, b, trail.from[k]!, trail.to[k]!)
      if (clause < 0) continue
      p.conflictClause = clause
      return BY_CLAUSE
    }
    if (!follow(table, trail)) return BY_TICK
    if (!filter(table, trail)) return BY_BOUND
    if (trail.drawn === trail.size) return NO_CONFLICT
  }
}

function drawArcs({ trail, arcs }: Prover, b: number, value: number): boolean {
  const { at, to, lag } = arcs
  for (let a = at[b]!, end = at[b + 1]!; a < end; a++) {
    if (trail.bound[to[a]!]! >= value + lag[a]!) continue
    if (!raiseBound(trail, to[a]!, value + lag[a]!, ARC, a)) return false
  }
  return true
}

/** Back to a level: everything decided after it is open again. */
function backTo(p: Prover, level: number): void {
  const { trail, table, favourites } = p
  if (trail.levels <= level) return
  const size = trail.levelAt[level]!
  while (trail.size > size) {
    unfollow(table, trail)
    undo(trail)
  }
  for (let k = p.removedAt[level]!; k < p.removedCount; k++) insert(favourites, p.removed[k]!)
  p.removedCount = p.removedAt[level]!
  trail.levels = level
  trail.drawn = trail.size
  table.from = table.ticks
  table.until = 0
  table.moved.fill(0)
}

function decide(p: Prover, b: number, v: number): void {
  const { trail } = p
  if (trail.levels + 1 >= p.removedAt.length) p.removedAt = grown(p.removedAt)
  p.removedAt[trail.levels] = p.removedCount
  newLevel(trail)
  raiseBound(trail, b, v, DECIDED, 0)
}

/** Learns from the conflict and goes back to where the lesson bites; false when it proves that nothing is left. */
function recover(p: Prover, kind: number): boolean {
  const { trail, explainer, clauses, lesson, favourites, table } = p
  p.conflicts++
  let extraBound = -1
  let extraValue = 0
  if (kind === BY_CLAUSE) explainClause(explainer, p.conflictClause)
  else if (kind === BY_TICK) explainOverload(explainer, table.resource, table.tick)
  else {
    const { failed, failedValue } = trail
    explain(explainer, failed, failedValue, trail.failedBecause, trail.failedDetail, trail.size)
    extraBound = failed ^ 1
    extraValue = 1 - failedValue
  }
  if (!learn(explainer, favourites, lesson, extraBound, extraValue)) return false
  backTo(p, lesson.level)
  const cell = lesson.cells[0]!
  const b = trail.cellBound[cell]!
  const v = trail.cellValue[cell]!
  fade(favourites, 0.95)
  if (lesson.size === 1) return raiseBound(trail, b, v, DECIDED, 0)
  const clause = addClause(clauses, trail, lesson.cells, lesson.size, lesson.levels)
  clauses.activity[clause] = favourites.step
  raiseBound(trail, b, v, CLAUSE, clause)
  return true
}

const CONFLICTS_A_RESTART = 100

type Found = 'schedule' | 'none' | 'above' | 'stopped'

/**
 * Looks for a schedule within the bounds of the root, and no longer than `target`, for so many conflicts. After 'schedule' all
 * starts are fixed and can be read from the trail; 'none' proves that there is none at all, 'above' none within `target`.
 */
export function look(p: Prover, target: number, conflicts: number, isOver: () => boolean): Found {
  const end = p.conflicts + conflicts
  let untilRestart = anew(p)
  for (;;) {
    const kind = propagate(p)
    if (kind !== NO_CONFLICT) {
      if (p.trail.levels === 0 || !recover(p, kind)) return 'none'
      continue
    }
    if (p.trail.levels === 0) atRoot(p)
    if (p.conflicts >= end || ((p.conflicts & 15) === 0 && isOver())) return 'stopped'
    if (p.conflicts >= untilRestart) untilRestart = anew(p)
    else {
      const next = decideNext(p, target)
      if (next !== undefined) return next
    }
  }
}

/** Back to the root; the number of conflicts until the next restart. */
function anew(p: Prover): number {
  p.restarts++
  backTo(p, 0)
  return p.conflicts + luby(p.restarts) * CONFLICTS_A_RESTART
}

/** First of all that the target is kept, then one thing after the other; an answer where that is impossible or nothing is open. */
function decideNext(p: Prover, target: number): Found | undefined {
  const { bound, bounds } = p.trail
  if (-bound[bounds - 1]! <= target) return decideStart(p) ? undefined : 'schedule'
  if (bound[bounds - 2]! > target) return 'above'
  decide(p, bounds - 1, -target)
  return undefined
}

function atRoot(p: Prover): void {
  const { trail, table, clauses } = p
  settleRoot(trail)
  table.held = 0
  if (clauses.count < p.room) return
  forget(clauses, trail)
  p.room = Math.max(p.room + 500, clauses.count + 2000)
}

/** The busiest open predicate, on its side; else the earliest that could start, as early as it can; false when all is decided. */
function decideStart(p: Prover): boolean {
  const { trail, favourites } = p
  const cell = nextFavourite(p)
  if (cell >= 0) {
    const b = trail.cellBound[cell]!
    const v = trail.cellValue[cell]!
    if (favourites.side[cell] === 1) decide(p, b, v)
    else decide(p, b ^ 1, 1 - v)
    return true
  }
  const first = firstOpen(p)
  if (first < 0) return false
  decide(p, 2 * first + 1, -trail.bound[2 * first]!)
  return true
}

/** The activity with the earliest least start that is not fixed, of several the one that has to start first; -1 when all are fixed. */
function firstOpen({ trail: { bound }, line }: Prover): number {
  let first = -1
  for (let i = 0; i < line.activities; i++) {
    const low = bound[2 * i]!
    if (low === -bound[2 * i + 1]!) continue
    const isBefore = first < 0 || low < bound[2 * first]!
    if (isBefore || (low === bound[2 * first]! && bound[2 * i + 1]! > bound[2 * first + 1]!)) first = i
  }
  return first
}

function nextFavourite(p: Prover): number {
  const { favourites, trail } = p
  const before = favourites.size
  const cell = nextOpen(favourites, trail)
  const gone = before - favourites.size
  if (gone === 0) return cell
  if (p.removedCount + gone > p.removed.length) p.removed = grown(p.removed, p.removedCount + gone)
  // the heap keeps what it took out behind its end
  for (let k = 0; k < gone; k++) p.removed[p.removedCount++] = favourites.heap[before - 1 - k]!
  return cell
}

/** 1, 1, 2, 1, 1, 2, 4, … (Luby, Sinclair and Zuckerman 1993). */
function luby(k: number): number {
  let size = 1
  while (size < k + 1) size *= 2
  if (size === k + 1) return size / 2
  return luby(k - size / 2 + 1)
}

/** From now on only schedules of at most `upper`; false when that leaves none. Goes back to the root. */
export function tighten(p: Prover, upper: number): boolean {
  backTo(p, 0)
  return raiseBound(p.trail, p.trail.bounds - 1, -upper, DECIDED, 0)
}

/** Remembers for every predicate on which side this schedule has it. */
export function follows(p: Prover, start: Int32Array): void {
  const { trail, favourites } = p
  for (let i = 0; i < start.length; i++) {
    for (let v = trail.root[2 * i]! + 1; v <= -trail.root[2 * i + 1]!; v++) {
      favourites.side[trail.cellAt[2 * i]! + v] = start[i]! >= v ? 1 : 0
    }
  }
}

/** What no makespan can be below, as far as the root knows. */
export const leastMakespan = ({ trail }: Prover): number => trail.root[trail.bounds - 2]!
