import { Button, Tag } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Basis } from './Basis.tsx'
import { type Activity, lengthText, spanText } from './names.ts'

type Props = { readonly activity: Activity; readonly onShow: (activity: string) => void }

/** What holds one step: each reason with its article, the slack, the length and where its figure comes from. */
export function WhyActivity({ activity, onShow }: Props) {
  const t = useText()
  const pick = usePick()
  return (
    <>
      <p>
        {spanText(activity.start, activity.finish, t)} <Tag>{t(`plans.owner.${activity.owner}`)}</Tag>
        {activity.critical && <Tag color="error">{t('plans.critical')}</Tag>}
        {activity.done && <Tag color="success">{t('plans.done')}</Tag>}
        {activity.provisional && <Tag color="warning">{t('plans.provisional')}</Tag>}
        {activity.assumed && <Tag color="warning">{t('plans.assumed')}</Tag>}
      </p>
      <h3>{t('plans.why.holds')}</h3>
      {activity.binding.length === 0 && <p>{t('plans.why.nothing')}</p>}
      <ul className="why-list">
        {activity.binding.map((binding) => (
          <li key={`${binding.kind} ${binding.text.zh}`}>
            <Tag>{t(`plans.kind.${binding.kind}`)}</Tag>
            {binding.edgeKind && <Tag>{t(`plans.edge.${binding.edgeKind}`)}</Tag>}
            <div>{pick(binding.text)}</div>
            {binding.basis && <Basis basis={binding.basis} />}
            {binding.activity && (
              <Button size="small" type="link" onClick={() => binding.activity && onShow(binding.activity)}>
                {t('plans.why.show')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <dl className="why-facts">
        <dt>{t('plans.why.slack')}</dt>
        <dd>
          {activity.slack > 0
            ? `${t('plans.workdays', { n: activity.slack })} · ${t('plans.why.latest', { day: activity.latestStart.slice(0, 10) })}`
            : t('plans.why.noSlack')}
        </dd>
        <dt>{t('plans.why.length')}</dt>
        <dd>
          {lengthText(activity.length, t)} ({t(`plans.from.${activity.length.from}`)}){' '}
          <Basis basis={activity.length.basis} />
          {activity.reviewers > 0 && <div>{t('plans.why.reviewers', { n: activity.reviewers })}</div>}
        </dd>
      </dl>
    </>
  )
}
