import type { PlanDocument } from '@kaigong/contract'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import type { Matter } from '../names.ts'
import { civilOf, dayNumber } from './days.ts'
import { Legend } from './Legend.tsx'
import type { Certificate, Landmark } from './landmarks.ts'
import { Bar, Diamond } from './Marks.tsx'
import type { Row } from './rows.ts'
import { rowWords } from './rowWords.ts'
import { daysOffPath, headCells, type Range, rangeOf, widthOf, xOf } from './scale.ts'

/** Of A3 landscape, margins and text columns taken away, in CSS pixels. */
const TIME = 880

type Props = {
  readonly plan: PlanDocument
  readonly rows: readonly Row[]
  readonly range: Range
  readonly off: ReadonlySet<number>
  readonly certificates: ReadonlyMap<string, Certificate>
  readonly landmarks: readonly Landmark[]
  readonly matters: ReadonlyMap<string, Matter>
}

/** The wall chart on paper (A3 landscape): a table whose head stands on every page, the road to construction start in full width. */
export function PrintChart({ plan, rows, range: whole, off, certificates, landmarks, matters }: Props) {
  const t = useText()
  const pick = usePick()
  const range = roadToStart(plan) ?? whole
  const px = TIME / widthOf(range, 1)
  const x = (position: number) => Math.max(0, Math.min(TIME, xOf(position, range, px)))
  const everything = [0, TIME] as const
  const months = headCells('month', range, px, everything)
  const shown = landmarks.filter(({ at }) => at >= range.first && at <= range.last)
  return (
    <section className="print-chart">
      {/* The whole print becomes A3 while a chart is on the page; a table prints on the office's own paper. */}
      <style>{'@page { size: A3 landscape; margin: 12mm }'}</style>
      <table>
        <caption>
          {t('plans.sharedTitle', { name: pick(plan.project.name) })} · {t('plans.chart')}
        </caption>
        <thead>
          <tr>
            <th className="print-number">{t('plans.column.number')}</th>
            <th>{t('plans.column.matter')}</th>
            <th className="print-agency">{t('plans.column.agency')}</th>
            <th className="print-planned">{t('plans.column.planned')}</th>
            <th className="print-time">
              <div className="gantt-units">
                {months.map((cell) => (
                  <span key={cell.day} className="gantt-unit" style={{ left: cell.x, width: cell.width }}>
                    {cell.width > 40 && `${civilOf(cell.day).year}-${String(civilOf(cell.day).month).padStart(2, '0')}`}
                  </span>
                ))}
              </div>
              {shown.map((mark) => (
                <span key={mark.id} className={`print-mark print-mark-${mark.kind}`} style={{ left: x(mark.at) }}>
                  <span className={`diamond diamond-${mark.kind}`} />
                  {mark.kind === 'gate' ? mark.name.zh.slice(0, 2) : pick(mark.name)}
                </span>
              ))}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const words = rowWords(row, { plan, matters, certificates }, t, pick)
            if (row.kind === 'group') {
              return (
                <tr key={row.id} className="print-group">
                  <th colSpan={5}>{words.name}</th>
                </tr>
              )
            }
            const bars = row.kind === 'matter' ? row.bars : [row.bar]
            const certificate = row.kind === 'matter' ? certificates.get(row.id) : undefined
            return (
              <tr key={row.id}>
                <td>{row.kind === 'matter' ? row.number : ''}</td>
                <td>{words.name}</td>
                <td>{words.agency}</td>
                <td>{words.planned}</td>
                <td className="print-time">
                  <svg width={TIME} height="18" aria-hidden="true">
                    <path className="ground-off" d={daysOffPath((day) => off.has(day), range, px, everything, 18)} />
                    {shown.map((mark) => (
                      <path key={mark.id} className={`ground-${mark.kind}`} d={`M${x(mark.at)} 0v18`} />
                    ))}
                  </svg>
                  {bars
                    .filter((bar) => bar.to >= range.first && bar.from <= range.last)
                    .map((bar) => (
                      <Bar
                        key={bar.id}
                        bar={bar}
                        left={x(bar.from)}
                        width={x(bar.to) - x(bar.from)}
                        owner={t(`plans.owner.${bar.owner}`)}
                      />
                    ))}
                  {certificate && certificate.at <= range.last && (
                    <Diamond left={x(certificate.at)} kind={certificate.core ? 'core' : 'other'} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={5}>{t('plans.printedFoot', { district: pick(plan.district.name), day: plan.asOf })}</td>
          </tr>
        </tfoot>
      </table>
      <Legend baseline={false} />
    </section>
  )
}

/** From the as-of day to the start of construction; what comes after is years and one bar. */
function roadToStart(plan: PlanDocument): Range | undefined {
  const starts = plan.gates.flatMap(({ gate, date }) => (gate === 'G1' && date !== null ? [dayNumber(date)] : []))
  return starts.length === 0 ? undefined : rangeOf([dayNumber(plan.asOf), ...starts], 0)
}
