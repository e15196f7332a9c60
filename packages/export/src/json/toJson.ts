import type { Plan } from '@kaigong/planner'

/**
 * The plan as JSON for other programs: two spaces, a newline at the end, and the keys of every object in the order of
 * their code units, so that two plans differ in a comparison of lines only where they differ in substance. It reads
 * back as the plan that was handed in; arrays keep their order.
 */
export const toJson = (plan: Plan): string =>
  `${JSON.stringify(plan, (_, value: unknown) => (isRecord(value) ? sorted(value) : value), 2)}\n`

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
