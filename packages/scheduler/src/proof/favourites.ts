import { grown } from '../grown.ts'
import { isFalse, isTrue, type Trail } from './trail.ts'

/**
 * Predicates that conflicts were about lately, the busiest first: a heap over the cells of lower bounds, where a predicate
 * and its negation are one. Each remembers on which side it was last, or on which side the best schedule has it.
 */
export type Favourites = {
  readonly activity: Float64Array
  readonly side: Uint8Array
  /** Position in the heap, or -1. */
  readonly place: Int32Array
  heap: Int32Array
  size: number
  step: number
}

export function noFavourites(trail: Trail): Favourites {
  return {
    activity: new Float64Array(trail.cells),
    side: new Uint8Array(trail.cells),
    place: new Int32Array(trail.cells).fill(-1),
    heap: new Int32Array(1024),
    size: 0,
    step: 1,
  }
}

/** The cell that stands for the predicate "b >= v" and its negation. */
export const commonCell = (trail: Trail, b: number, v: number): number =>
  (b & 1) === 0 ? trail.cellAt[b]! + v : trail.cellAt[b ^ 1]! + 1 - v

export function bump(favourites: Favourites, cell: number): void {
  const { activity } = favourites
  activity[cell] = activity[cell]! + favourites.step
  if (activity[cell]! > 1e100) rescale(favourites)
  if (favourites.place[cell]! < 0) insert(favourites, cell)
  else up(favourites, favourites.place[cell]!)
}

/** What conflicts were about before counts a little less after each. */
export function fade(favourites: Favourites, by: number): void {
  favourites.step /= by
}

function rescale(favourites: Favourites): void {
  const { activity } = favourites
  for (let c = 0; c < activity.length; c++) activity[c] = activity[c]! * 1e-100
  favourites.step *= 1e-100
}

export function insert(favourites: Favourites, cell: number): void {
  if (favourites.place[cell]! >= 0) return
  if (favourites.size === favourites.heap.length) favourites.heap = grown(favourites.heap)
  favourites.heap[favourites.size] = cell
  favourites.place[cell] = favourites.size
  up(favourites, favourites.size++)
}

/** The busiest predicate that is still open, taken out of the heap; -1 when none is. */
export function nextOpen(favourites: Favourites, trail: Trail): number {
  while (favourites.size > 0) {
    const cell = favourites.heap[0]!
    removeFirst(favourites)
    if (!isTrue(trail, cell) && !isFalse(trail, cell)) return cell
  }
  return -1
}

function removeFirst(favourites: Favourites): void {
  const { heap, place } = favourites
  place[heap[0]!] = -1
  const first = heap[0]!
  const last = heap[--favourites.size]!
  heap[favourites.size] = first
  if (favourites.size === 0) return
  heap[0] = last
  place[last] = 0
  down(favourites, 0)
}

function up({ heap, place, activity }: Favourites, from: number): void {
  const cell = heap[from]!
  const own = activity[cell]!
  let k = from
  while (k > 0) {
    const parent = (k - 1) >> 1
    if (activity[heap[parent]!]! >= own) break
    heap[k] = heap[parent]!
    place[heap[k]!] = k
    k = parent
  }
  heap[k] = cell
  place[cell] = k
}

function down({ heap, place, activity, size }: Favourites, from: number): void {
  const cell = heap[from]!
  const own = activity[cell]!
  let k = from
  for (let child = 2 * k + 1; child < size; child = 2 * k + 1) {
    if (child + 1 < size && activity[heap[child + 1]!]! > activity[heap[child]!]!) child++
    if (activity[heap[child]!]! <= own) break
    heap[k] = heap[child]!
    place[heap[k]!] = k
    k = child
  }
  heap[k] = cell
  place[cell] = k
}
