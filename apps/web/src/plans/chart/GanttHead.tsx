import { memo, type ReactNode } from 'react'
import { useLanguage } from '../../text/useLanguage.ts'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { shortDay } from '../names.ts'
import { civilOf } from './days.ts'
import { type Landmark, lanesOf, textWidth } from './landmarks.ts'
import { roles } from './roles.ts'
import { type Cell, headCells, type Range, unitsAt, xOf } from './scale.ts'

const LANES = 2

type Props = {
  readonly range: Range
  readonly px: number
  readonly window: readonly [number, number]
  readonly landmarks: readonly Landmark[]
}

/** The columns' names and the axis of time, with the gates on it. */
export const GanttHead = memo(function GanttHead({ range, px, window, landmarks }: Props) {
  const t = useText()
  const pick = usePick()
  const language = useLanguage()
  const [top, bottom] = unitsAt(px)
  const labels = landmarks.map((mark) => {
    const text =
      mark.kind === 'gate' ? `${pick(mark.name)} ${shortDay(mark.day)}` : `${pick(mark.name)} ${shortDay(mark.day)}`
    return { id: mark.id, text, x: xOf(mark.at, range, px), width: textWidth(text) + 26 }
  })
  const lanes = lanesOf(labels, LANES)
  return (
    <div {...roles.head} className="gantt-head">
      <div className="gantt-fixed gantt-columns">
        <div {...roles.columnHead} className="gantt-name">
          {t('plans.column.matter')}
        </div>
        <div {...roles.columnHead} className="gantt-agency">
          {t('plans.column.agency')}
        </div>
        <div {...roles.columnHead} className="gantt-planned">
          {t('plans.column.planned')}
        </div>
      </div>
      <div {...roles.columnHead} className="gantt-time">
        <span className="sr-only">{t('plans.column.chart')}</span>
        <Cells
          className="gantt-units"
          cells={headCells(top, range, px, window)}
          text={(c) => cellText(c, language)}
          sticky
        />
        <Cells
          className="gantt-units"
          cells={headCells(bottom, range, px, window)}
          // The row above already says the year.
          text={(c) =>
            c.width < 12 ? '' : cellText(top === 'year' ? { ...c, width: Math.min(c.width, 71) } : c, language)
          }
        />
        <div className="gantt-landmarks">
          {landmarks.map((mark, i) => {
            const label = labels[i]
            const lane = lanes.get(mark.id)
            return (
              <span
                key={mark.id}
                className={`landmark landmark-${mark.kind}`}
                style={{ left: label?.x, top: (lane ?? 0) * 18 }}
                title={label?.text}
              >
                <span className={`diamond diamond-${mark.kind}`} aria-hidden="true" />
                <span className={lane === undefined ? 'sr-only' : 'landmark-text'}>{label?.text}</span>
              </span>
            )
          })}
        </div>
      </div>
    </div>
  )
})

type CellsProps = {
  readonly className: string
  readonly cells: readonly Cell[]
  readonly text: (cell: Cell) => ReactNode
  readonly sticky?: true
}

const Cells = ({ className, cells, text, sticky }: CellsProps) => (
  <div className={className} aria-hidden="true">
    {cells.map((cell) => (
      <span key={cell.day} className="gantt-unit" style={{ left: cell.x, width: cell.width }}>
        <span className={sticky && 'gantt-unit-sticky'}>{text(cell)}</span>
      </span>
    ))}
  </div>
)

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What a cell of the axis is called at its width: months say their year only where there is room. */
function cellText({ unit, day: number, width }: Cell, language: 'zh' | 'en'): string {
  const { year, month, day } = civilOf(number)
  switch (unit) {
    case 'year':
      return language === 'zh' ? `${year}年` : String(year)
    case 'month':
      if (width < 34) return String(month)
      if (width < 72) return language === 'zh' ? `${month}月` : (months[month - 1] ?? '')
      return language === 'zh' ? `${year}年${month}月` : `${months[month - 1]} ${year}`
    case 'week':
    case 'day':
      return String(day)
  }
}
