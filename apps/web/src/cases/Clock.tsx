import type { CaseClock, CaseReading } from '@kaigong/contract'
import { Alert, Card } from 'antd'
import { Confidence } from '../plans/Confidence.tsx'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { type Picture, pictureOf } from './clockPicture.ts'

/** The legal clock: a picture, the limits, and each stretch of time with whether it counts and on which article. */
export function Clock({ clock }: { readonly clock: CaseClock }) {
  const t = useText()
  const pick = usePick()
  const picture = pictureOf(clock)
  const counted = clock.spans.filter(({ counts }) => counts).reduce((sum, { days }) => sum + days, 0)
  const paused = clock.spans.filter(({ counts }) => !counts).length
  const { delivery } = clock
  return (
    <Card size="small" title={<h2 className="case-heading">{t('cases.clock')}</h2>}>
      {clock.byLapse && <Alert type="warning" showIcon title={t('cases.clock.byLapse')} />}
      {!clock.byLapse && clock.noticeDueOn && (
        <p className="case-plain">{t('cases.clock.notice', { day: clock.noticeDueOn })}</p>
      )}
      {picture === null ? (
        <p className="case-soft">{t('cases.clock.notStarted')}</p>
      ) : (
        <Strip
          picture={picture}
          says={t('cases.clock.picture', { start: picture.start, end: picture.end, counted, paused })}
        />
      )}
      <Limits clock={clock} />
      {delivery && (
        <p className="case-below">
          {delivery.deliveredOn
            ? t('cases.clock.delivered', { day: delivery.deliveredOn })
            : t('cases.clock.delivery', { day: delivery.dueOn })}{' '}
          <cite>{pick(delivery.basis.text)}</cite>
        </p>
      )}
      {clock.isProvisional && <p className="case-soft">{t('cases.clock.provisional')}</p>}
      {clock.spans.length > 0 && <Spans clock={clock} />}
    </Card>
  )
}

const marksOf = { start: '▶', today: '▼', promised: '◆', statutory: '■' } as const

function Strip({ picture, says }: { readonly picture: Picture; readonly says: string }) {
  const t = useText()
  // Two signs on one spot would hide each other; the legend names both.
  const marks = picture.marks.filter(({ at }, i) => picture.marks.findIndex((m) => m.at === at) === i)
  return (
    <div className="clock-picture">
      <div role="img" aria-label={says} className="clock-strip">
        {picture.stretches.map(({ from, to, counts }) => (
          <span
            key={from}
            className={counts ? 'clock-counts' : 'clock-stands'}
            style={{ insetInlineStart: `${from}%`, width: `${Math.max(0, to - from)}%` }}
          />
        ))}
        {marks.map(({ name, at }) => (
          <span key={name} className={`clock-mark clock-mark-${name}`} style={{ insetInlineStart: `${at}%` }}>
            {marksOf[name]}
          </span>
        ))}
      </div>
      <ul className="clock-legend">
        {picture.marks.map(({ name, day }) => (
          <li key={name}>
            <span aria-hidden="true" className={`clock-sign-${name}`}>
              {marksOf[name]}
            </span>{' '}
            {t(`cases.mark.${name}`, { day })}
          </li>
        ))}
        <li>
          <span aria-hidden="true" className="clock-key clock-counts" /> {t('cases.mark.counted')}
        </li>
        <li>
          <span aria-hidden="true" className="clock-key clock-stands" /> {t('cases.mark.paused')}
        </li>
      </ul>
    </div>
  )
}

function Limits({ clock: { promised, statutory } }: { readonly clock: CaseClock }) {
  const t = useText()
  const rows = [
    ['promised', promised],
    ['statutory', statutory],
  ] as const
  if (promised === null && statutory === null) return null
  return (
    <div className="ledger-scroll">
      <table className="ledger">
        <thead>
          <tr>
            {(['which', 'limit', 'elapsed', 'remaining', 'deadline'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`cases.clock.${name}`)}
              </th>
            ))}
            <th scope="col">{t('cases.basis')}</th>
          </tr>
        </thead>
        <tbody>{rows.map(([name, reading]) => reading && <LimitRow key={name} name={name} reading={reading} />)}</tbody>
      </table>
    </div>
  )
}

function LimitRow({ name, reading }: { readonly name: 'promised' | 'statutory'; readonly reading: CaseReading }) {
  const t = useText()
  const pick = usePick()
  const { unit, limit, added, elapsed, remaining, late, deadlineOn, deadlineClock, basis } = reading
  const days = (n: number) => t(unit === 'workday' ? 'cases.clock.workdays' : 'cases.clock.days', { n: rounded(n) })
  const whole = days(limit + added)
  return (
    <tr>
      <th scope="row">{t(`cases.due.${name}`)}</th>
      <td>{added > 0 ? t('cases.clock.added', { n: whole, added }) : whole}</td>
      <td>{days(elapsed)}</td>
      <td>{late > 0 ? `${t('cases.clock.late')} ${days(late)}` : days(remaining)}</td>
      <td className="ledger-day">
        {deadlineOn === null ? t('cases.clock.unknown') : `${deadlineOn} ${deadlineClock ?? ''}`}
      </td>
      <td>
        {pick(basis.text)} <Confidence mark={basis.confidence} />
      </td>
    </tr>
  )
}

const rounded = (n: number): number => Math.round(n * 10) / 10

function Spans({ clock: { spans } }: { readonly clock: CaseClock }) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  return (
    <>
      <h3 className="case-heading">{t('cases.clock.spans')}</h3>
      <div className="ledger-scroll">
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('cases.clock.from')}</th>
              <th scope="col">{t('cases.clock.until')}</th>
              <th scope="col">{t('cases.clock.counts')}</th>
              <th scope="col">{t('cases.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {spans.map((span) => (
              <tr key={`${span.afterOn} ${span.counts}`}>
                <td className="ledger-day">{span.afterOn}</td>
                <td className="ledger-day">{span.untilOn ?? t('cases.clock.lasts')}</td>
                <td>
                  {span.counts
                    ? `${t('cases.clock.yes')} ${rounded(span.days)}`
                    : t('cases.clock.no', { why: listText(span.causes.map(pick)) })}
                </td>
                <td>
                  {span.basis.map((basis) => (
                    <div key={basis.text.zh}>
                      {pick(basis.text)} <Confidence mark={basis.confidence} />
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
