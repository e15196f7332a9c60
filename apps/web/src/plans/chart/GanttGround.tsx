import { memo } from 'react'
import type { Landmark } from './landmarks.ts'
import { daysOffPath, type Range, widthOf, xOf } from './scale.ts'

type Props = {
  readonly range: Range
  readonly px: number
  readonly window: readonly [number, number]
  readonly height: number
  readonly off: ReadonlySet<number>
  readonly landmarks: readonly Landmark[]
}

/** What lies under the bars: days off, and a line for each landmark. One element each, however long the plan. */
export const GanttGround = memo(function GanttGround({ range, px, window, height, off, landmarks }: Props) {
  const lines = (kind: Landmark['kind']) =>
    landmarks
      .filter((mark) => mark.kind === kind)
      .map((mark) => `M${xOf(mark.at, range, px)} 0v${height}`)
      .join('')
  return (
    <svg className="gantt-ground" width={widthOf(range, px)} height={height} aria-hidden="true">
      <path className="ground-off" d={daysOffPath((day) => off.has(day), range, px, window, height)} />
      <path className="ground-gate" d={lines('gate')} />
      <path className="ground-asOf" d={lines('asOf')} />
      <path className="ground-land" d={lines('land')} />
    </svg>
  )
})
