import { memo, useMemo } from 'react'
import { groupedBy } from '../groupedBy.ts'
import { arrowPaths, arrowsIn, type Edge, placesOf } from './arrows.ts'
import type { Row } from './rows.ts'
import { ROW } from './sizes.ts'

type Props = {
  readonly edges: readonly Edge[]
  readonly rows: readonly Row[]
  readonly first: number
  readonly last: number
  readonly chosen: Row | undefined
  readonly x: (position: number) => number
  readonly width: number
}

/** What holds what: faint for all, strong on the critical chain and around the chosen row. Three pairs of paths in all. */
export const GanttArrows = memo(function GanttArrows({ edges, rows, first, last, chosen, x, width }: Props) {
  const places = useMemo(() => placesOf(rows), [rows])
  const arrows = useMemo(() => arrowsIn(edges, places, first, last), [edges, places, first, last])
  const own = useMemo(() => {
    if (chosen?.kind === 'matter') return new Set(chosen.bars.map((b) => b.id))
    return new Set(chosen?.kind === 'activity' ? [chosen.id] : [])
  }, [chosen])
  const kindOf = ({ from, to, critical }: Edge) =>
    own.has(from) || own.has(to) ? 'own' : critical ? 'critical' : 'usual'
  const kinds = groupedBy(arrows, ({ edge }) => kindOf(edge))
  const height = (last - first + 1) * ROW
  return (
    <svg
      className="gantt-arrows"
      style={{ top: first * ROW }}
      width={width}
      height={height}
      viewBox={`0 ${first * ROW} ${width} ${height}`}
      aria-hidden="true"
    >
      {(['usual', 'critical', 'own'] as const).map((kind) => {
        const { lines, heads } = arrowPaths(kinds.get(kind) ?? [], x, ROW)
        return (
          <g key={kind} className={`arrows-${kind}`}>
            <path className="arrow-lines" d={lines} />
            <path className="arrow-heads" d={heads} />
          </g>
        )
      })}
    </svg>
  )
})
