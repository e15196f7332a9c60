import { toCore } from '../core/toCore.ts'
import type { Problem } from '../model.ts'
import { isPlain, lineOf } from './line.ts'
import { serial } from './serial.ts'

/** A function that generates and scores one schedule of a plain problem each time it is called: to measure how fast that is. */
export function decoding(problem: Problem): () => number {
  const reduced = toCore(problem)
  const line = reduced && lineOf(reduced.core)
  if (!line || !isPlain(line))
    throw new Error('Only problems without calendars and maximum lags are decoded from lists')
  const start = new Int32Array(line.activities)
  const free = new Int32Array(line.ticks * line.words)
  return () => serial(line, line.order, false, start, free)
}
