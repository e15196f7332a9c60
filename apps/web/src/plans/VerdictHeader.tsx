import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import type { PlanDocument } from '@kaigong/contract'
import { Tag } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import './plans.css'

/** The answer before everything else: whether it can be had, the four days that matter, what else could be done, how sure it is. */
export function VerdictHeader({ plan }: { readonly plan: PlanDocument }) {
  const t = useText()
  const pick = usePick()
  const { verdict, land, comparison, provisional, rests } = plan
  const unknown = plan.unknown.length
  return (
    <section className={`verdict verdict-${verdict.met ? 'met' : 'unmet'}`} aria-label={t('plans.verdict')}>
      <p className="verdict-headline">
        {verdict.met ? <CheckCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />}
        <span>
          <span className="sr-only">{t(verdict.met ? 'plans.met' : 'plans.notMet')}</span> {pick(verdict.headline)}
        </span>
      </p>
      {!verdict.met && verdict.nearest && <p>{t('plans.nearest', { day: verdict.nearest })}</p>}
      <dl className="verdict-days">
        <Figure name={`${t('plans.landDay')} · ${pick(land.basisName)}`} value={land.day} />
        <Figure name={t('plans.constructionStart')} value={gateDay(plan, 'G1')} />
        <Figure name={t('plans.production')} value={gateDay(plan, 'G3')} />
        <Figure
          name={t('plans.landToPermit')}
          value={workdays(comparison?.accelerated.workdaysFromLandToPermit, t)}
          more={savedText(comparison, t)}
        />
      </dl>
      <p className="verdict-marks">
        <Tag>{t('plans.asOf', { day: plan.asOf })}</Tag>
        <Tag>{t('plans.edition', { edition: rests.edition, day: rests.lawCheckedThrough })}</Tag>
        {provisional && <Tag color="warning">{pick(provisional.text)}</Tag>}
        {unknown > 0 && <Tag color="warning">{t('plans.assumedCount', { n: unknown })}</Tag>}
      </p>
      {(verdict.details.length > 0 || verdict.remedies.length > 0) && (
        <details className="verdict-more" open={!verdict.met}>
          <summary>{t(verdict.met ? 'plans.details' : 'plans.remedies')}</summary>
          {verdict.details.length > 0 && (
            <ul>
              {verdict.details.map((detail) => (
                <li key={detail.zh}>{pick(detail)}</li>
              ))}
            </ul>
          )}
          {verdict.remedies.length > 0 && (
            <ul className="remedies">
              {verdict.remedies.map((remedy) => (
                <li key={remedy.text.zh}>
                  <span className={remedy.meets ? 'remedy-meets' : 'remedy-fails'}>
                    {remedy.meets ? '●' : '○'} {t(remedy.meets ? 'plans.remedyMeets' : 'plans.remedyFails')}
                  </span>{' '}
                  {pick(remedy.text)}
                  {remedy.constructionStart && ` · ${t('plans.constructionStart')} ${remedy.constructionStart}`}
                  {remedy.workdaysGained !== null &&
                    remedy.workdaysGained > 0 &&
                    ` · ${t('plans.gained', { n: remedy.workdaysGained })}`}
                </li>
              ))}
            </ul>
          )}
        </details>
      )}
    </section>
  )
}

type FigureProps = {
  readonly name: string
  readonly value: string | null | undefined
  readonly more?: string | undefined
}

function Figure({ name, value, more }: FigureProps) {
  const t = useText()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value ?? t('plans.unsettled')}
        {more && <small>{more}</small>}
      </dd>
    </div>
  )
}

/** The first day on which a gate opens; phases may have their own. */
const gateDay = ({ gates }: PlanDocument, which: 'G1' | 'G3'): string | null =>
  gates
    .flatMap(({ gate, date }) => (gate === which && date !== null ? [date] : []))
    .sort()
    .at(0) ?? null

const workdays = (n: number | null | undefined, t: ReturnType<typeof useText>): string | null =>
  n === null || n === undefined ? null : t('plans.workdays', { n })

function savedText(comparison: PlanDocument['comparison'], t: ReturnType<typeof useText>): string | undefined {
  const standard = comparison?.standard.workdaysFromLandToPermit
  const here = comparison?.accelerated.workdaysFromLandToPermit
  if (typeof standard !== 'number' || typeof here !== 'number' || standard <= here) return undefined
  return t('plans.saved', { n: Math.round((standard - here) * 10) / 10 })
}
