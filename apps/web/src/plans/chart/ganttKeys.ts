import type { KeyboardEvent } from 'react'
import type { Row } from './rows.ts'

type Doing = {
  readonly rows: readonly Row[]
  readonly at: number
  readonly choose: (index: number) => void
  readonly toggle: (row: Row) => void
  readonly open: (row: Row) => void
  readonly zoom: (by: 1 | -1) => void
  readonly goHome: () => void
}

const PAGE = 12

/** The keys of the chart; what it does not know goes on to the page. */
export function ganttKeys({ rows, at, choose, toggle, open, zoom, goHome }: Doing) {
  const row = rows[at]
  const step = (by: number) => choose(Math.max(0, Math.min(rows.length - 1, at + by)))
  const foldable = row !== undefined && row.kind !== 'activity'
  const actions = new Map<string, () => unknown>([
    ['ArrowDown', () => step(1)],
    ['ArrowUp', () => step(-1)],
    ['PageDown', () => step(PAGE)],
    ['PageUp', () => step(-PAGE)],
    ['End', () => choose(rows.length - 1)],
    ['Home', goHome],
    ['ArrowRight', () => (foldable && !row.open ? toggle(row) : step(1))],
    ['ArrowLeft', () => (foldable && row.open ? toggle(row) : choose(parentOf(rows, at)))],
    ['Enter', () => row && (row.kind === 'group' ? toggle(row) : open(row))],
    [' ', () => row && (row.kind === 'group' ? toggle(row) : open(row))],
    ['+', () => zoom(1)],
    ['=', () => zoom(1)],
    ['-', () => zoom(-1)],
  ])
  return (event: KeyboardEvent): void => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions.get(event.key)
    if (action === undefined) return
    event.preventDefault()
    action()
  }
}

/** The row under which a row stands: the nearest one above of a higher level. */
export function parentOf(rows: readonly Row[], at: number): number {
  const level = rows[at]?.level ?? 1
  for (let above = at - 1; above >= 0; above--) if ((rows[above]?.level ?? level) < level) return above
  return Math.max(0, at)
}
