import { memo } from 'react'
import type { Landmark } from './landmarks.ts'
import { daysOffPath, type Range, widthOf, xOf } from './scale.ts'
import { ROW } from './sizes.ts'

type Props = {
  readonly range: Range
  readonly px: number
  readonly window: readonly [number, number]
  /** The rows that are drawn, both included; the ground lies under these only, for a picture of all would be enormous. */
  readonly first: number
  readonly last: number
  readonly off: ReadonlySet<number>
  readonly landmarks: readonly Landmark[]
}

/** What lies under the bars: days off, and a line for each landmark. One element each, however long the plan. */
export const GanttGround = memo(function GanttGround({ range, px, window, first, last, off, landmarks }: Props) {
  const height = (last - first + 1) * ROW
  const lines = (kind: Landmark['kind']) =>
    landmarks
      .filter((mark) => mark.kind === kind)
      .map((mark) => `M${xOf(mark.at, range, px)} 0v${height}`)
      .join('')
  return (
    <svg
      className="gantt-ground"
      style={{ top: first * ROW }}
      width={widthOf(range, px)}
      height={height}
      aria-hidden="true"
    >
      <path className="ground-off" d={daysOffPath((day) => off.has(day), range, px, window, height)} />
      <path className="ground-gate" d={lines('gate')} />
      <path className="ground-asOf" d={lines('asOf')} />
      <path className="ground-land" d={lines('land')} />
    </svg>
  )
})
