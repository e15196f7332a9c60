import type { PlanDocument } from '@kaigong/contract'
import { positionOf } from './days.ts'
import type { Row } from './rows.ts'

type Span = readonly [number, number]

/** Where another plan has each activity and each matter, by id. */
export function spansOf(plan: PlanDocument | undefined): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>()
  for (const { id, occurrence, start, finish } of plan?.activities ?? []) {
    const span = [positionOf(start), positionOf(finish)] as const
    spans.set(id, span)
    const matter = spans.get(occurrence)
    spans.set(occurrence, matter ? [Math.min(matter[0], span[0]), Math.max(matter[1], span[1])] : span)
  }
  return spans
}

/** Where the other plan has this row; nothing where both have it at the same time. */
export function baselineOf(row: Row, spans: ReadonlyMap<string, Span>): Span | undefined {
  if (row.kind === 'group') return undefined
  const before = spans.get(row.id)
  const bars = row.kind === 'matter' ? row.bars : [row.bar]
  const from = Math.min(...bars.map((b) => b.from))
  const to = Math.max(...bars.map((b) => b.to))
  return before && (before[0] !== from || before[1] !== to) ? before : undefined
}
