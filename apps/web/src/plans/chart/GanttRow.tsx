import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { memo } from 'react'
import { useText } from '../../text/useText.ts'
import type { Certificate } from './landmarks.ts'
import { Bar, Diamond } from './Marks.tsx'
import { roles } from './roles.ts'
import type { Row } from './rows.ts'
import type { RowWords } from './rowWords.ts'
import { type Range, xOf } from './scale.ts'

export type RowProps = {
  readonly row: Row
  readonly words: RowWords
  readonly index: number
  readonly top: number
  readonly chosen: boolean
  readonly range: Range
  readonly px: number
  readonly certificate: Certificate | undefined
  /** Where the plan in force has it. */
  readonly baseline: readonly [number, number] | undefined
}

/** One line of the chart: who, when, and the bars. Clicks and keys are the chart's (`data-row`, `data-fold`). */
export const GanttRow = memo(function GanttRow(props: RowProps) {
  const { row, words, index, top, chosen, range, px, certificate, baseline } = props
  const t = useText()
  const x = (position: number) => xOf(position, range, px)
  const bars = row.kind === 'matter' ? row.bars : row.kind === 'activity' ? [row.bar] : []
  const folds = row.kind === 'group' || (row.kind === 'matter' && row.bars.length > 0)
  const open = row.kind !== 'activity' && row.open
  const end = Math.max(range.first, certificate?.at ?? range.first, ...bars.map((b) => b.to))
  const aria = {
    'aria-rowindex': index + 2,
    'aria-level': row.level,
    'aria-selected': chosen,
    ...(folds ? { 'aria-expanded': open } : {}),
  }
  return (
    <div
      {...roles.row}
      {...aria}
      id={`gantt-row-${index}`}
      data-row={index}
      className={`gantt-row gantt-${row.kind}${chosen ? ' gantt-chosen' : ''}`}
      style={{ top }}
    >
      <div className="gantt-fixed">
        <div {...roles.cell} className="gantt-name" title={words.name}>
          {folds ? (
            <button
              type="button"
              tabIndex={-1}
              data-fold
              className="gantt-twisty"
              aria-label={t(open ? 'plans.fold' : 'plans.unfold')}
            >
              {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
            </button>
          ) : (
            <span className="gantt-twisty" />
          )}
          <span className="gantt-text">{words.name}</span>
        </div>
        <div {...roles.cell} className="gantt-agency" title={words.agency}>
          {words.agency}
        </div>
        <div {...roles.cell} className="gantt-planned">
          {words.planned}
        </div>
      </div>
      <div {...roles.cell} className="gantt-time">
        <span className="sr-only">{words.spoken}</span>
        <span aria-hidden="true">
          {row.kind === 'group' && row.span && (
            <span className="gantt-span" style={{ left: x(row.span[0]), width: x(row.span[1]) - x(row.span[0]) }} />
          )}
          {baseline && (
            <span
              className="gantt-baseline"
              style={{ left: x(baseline[0]), width: Math.max(3, x(baseline[1]) - x(baseline[0])) }}
            />
          )}
          {bars.map((bar) => (
            <Bar
              key={bar.id}
              bar={bar}
              left={x(bar.from)}
              width={x(bar.to) - x(bar.from)}
              owner={t(`plans.owner.${bar.owner}`)}
            />
          ))}
          {certificate && <Diamond left={x(certificate.at)} kind={certificate.core ? 'core' : 'other'} />}
          {words.after !== '' && (
            <span className="gantt-after" style={{ left: x(end) + 10 }}>
              {words.after}
            </span>
          )}
        </span>
      </div>
    </div>
  )
})
