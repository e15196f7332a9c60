import type { PlanDocument } from '@kaigong/contract'
import { Button, Tag } from 'antd'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Basis } from './Basis.tsx'
import { exemptText } from './chart/rowWords.ts'
import { factText, lengthText, type Matter, spanText, stepText } from './names.ts'

type Props = {
  readonly plan: PlanDocument
  readonly matter: Matter
  readonly current: string | undefined
  readonly onShow: (activity: string) => void
}

/** What the plan knows of a matter: its steps, its limits beside the law's, its track, why it applies, its materials. */
export function WhyMatter({ plan, matter, current, onShow }: Props) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  const steps = plan.activities.filter((a) => a.occurrence === matter.id)
  const missing = matter.missing.map((fact) => factText(plan, fact, pick))
  const { planned, statutory } = matter.limit
  return (
    <>
      <h3>{t('plans.why.steps')}</h3>
      {matter.exemption && <p>{exemptText(matter.exemption, t)}</p>}
      <ol className="why-steps">
        {steps.map((step) => (
          <li key={step.id} aria-current={step.id === current ? 'step' : undefined}>
            <Button type="link" size="small" onClick={() => onShow(step.id)}>
              {stepText(step, matter, pick)}
            </Button>
            <span>
              {spanText(step.start, step.finish, t)}
              {step.critical && ` · ${t('plans.critical')}`}
            </span>
          </li>
        ))}
      </ol>
      <h3>{t('plans.why.limits')}</h3>
      <dl className="why-facts">
        <dt>{t('plans.why.planned')}</dt>
        <dd>
          {planned ? `${lengthText(planned, t)} · ${t(`plans.from.${planned.from}`)} ` : '—'}
          {planned && <Basis basis={planned.basis} />}
        </dd>
        <dt>{t('plans.column.statutory')}</dt>
        <dd>
          {pick(statutory.text)} {statutory.lastDay && `· ${t('plans.atWorst', { day: statutory.lastDay })}`}{' '}
          <Basis basis={statutory.basis} />
        </dd>
        <dt>{t('plans.why.track')}</dt>
        <dd>
          <Tag>{t(`plans.track.${matter.track}`)}</Tag> {pick(matter.trackReason)}
          <div>
            {t('plans.why.lawful', {
              tracks: matter.lawfulTracks.map((track) => t(`plans.track.${track}`)).join(' · '),
            })}
          </div>
        </dd>
        <dt>{t('plans.why.applies')}</dt>
        <dd>
          {pick(matter.rule.says)} <Basis basis={matter.rule.basis} />
          {matter.missing.length > 0 && <div>{t('plans.why.missing', { facts: listText(missing) })}</div>}
        </dd>
      </dl>
      {matter.materials.length > 0 && <h3>{t('plans.why.materials')}</h3>}
      <ul className="why-list">
        {matter.materials.map((material) => (
          <li key={material.id}>
            {material.necessity === 'essential' ? '★' : '△'} {pick(material.name)} · {t('plans.neededBy')}{' '}
            {material.neededBy}
            {material.shared && ` · ${t('plans.shared')}`}
          </li>
        ))}
      </ul>
    </>
  )
}
