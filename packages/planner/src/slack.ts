import type { Solved } from './solve.ts'

/** Ticks between the earliest and the latest start of an activity. */
export const roomOf = (solved: Solved, i: number | undefined): number =>
  i === undefined ? Number.POSITIVE_INFINITY : (solved.latest[i] ?? 0) - (solved.couldStart[i] ?? 0)

/** No room at all: its earliest is its latest. */
export const isCritical = (solved: Solved, i: number): boolean => roomOf(solved, i) <= 0
