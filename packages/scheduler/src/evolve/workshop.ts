import { type Line, setModes } from '../decode/line.ts'
import { listByFinish, serial } from '../decode/serial.ts'
import { type Lister, lister } from './keys.ts'

/** Buffers of one search: whatever building a schedule needs is here, and nothing is allocated while it runs. */
export type Workshop = {
  readonly line: Line
  readonly hasModes: boolean
  /** What is to be built: the activities in order and, where there is a choice, the mode of each (an index over all modes). */
  readonly list: Int32Array
  readonly mode: Int32Array
  /** Starts of what was built last, and of the best so far with its modes and makespan. */
  readonly start: Int32Array
  readonly best: Int32Array
  readonly bestMode: Int32Array
  makespan: number
  /** Schedules generated and scored so far: every pass counts. */
  schedules: number
  readonly mirrored: Int32Array
  readonly free: Int32Array
  readonly count: Int32Array
  readonly lister: Lister
  readonly mark: Uint8Array
}

export function workshop(line: Line): Workshop {
  const n = line.activities
  return {
    line,
    hasModes: line.core.modeAt[n]! > n,
    list: line.order.slice(),
    mode: line.mode.slice(),
    start: new Int32Array(n),
    best: new Int32Array(n),
    bestMode: line.mode.slice(),
    makespan: Number.POSITIVE_INFINITY,
    schedules: 0,
    mirrored: new Int32Array(n),
    free: new Int32Array(line.ticks * line.words),
    count: new Int32Array(line.ticks + 2),
    lister: lister(n),
    mark: new Uint8Array(n),
  }
}

/**
 * Builds the list and justifies it to the right and back to the left (Valls, Ballestín and Quintanilla 2005), again while that
 * gains anything and at most `rounds` times. Returns the makespan of what then stands in `start`.
 */
export function build(shop: Workshop, rounds: number): number {
  const { line, list, start, mode, free } = shop
  if (shop.hasModes) setModes(line, mode)
  let makespan = serial(line, list, false, start, free)
  shop.schedules++
  for (let round = 0; round < rounds; round++) {
    const again = justify(shop, makespan)
    const isBetter = again < makespan
    makespan = again
    if (!isBetter) break
  }
  keepIfBest(shop, makespan)
  return makespan
}

function justify(shop: Workshop, makespan: number): number {
  const { line, list, start, mirrored, free, count } = shop
  shop.schedules += 2
  listByFinish(line, start, makespan, false, list, count)
  const mirroredSpan = serial(line, list, true, mirrored, free, makespan)
  listByFinish(line, mirrored, mirroredSpan, true, list, count)
  return serial(line, list, false, start, free)
}

function keepIfBest(shop: Workshop, makespan: number): void {
  if (makespan >= shop.makespan) return
  shop.makespan = makespan
  shop.best.set(shop.start)
  shop.bestMode.set(shop.line.mode)
}
