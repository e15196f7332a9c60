import type { CaseView } from '@kaigong/contract'
import { Card, Tag } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

const colours = { handedIn: 'success', deferred: 'warning', missing: 'default' } as const

/** What the application needs and whether it is there, and what is owed later. */
export function Materials({ view: { materials, obligations } }: { readonly view: CaseView }) {
  const t = useText()
  const pick = usePick()
  return (
    <Card size="small" title={<h2 className="case-heading">{t('cases.materials')}</h2>}>
      <ul className="case-plain-list">
        {materials.map(({ id, name, necessity, status }) => (
          <li key={id}>
            <span title={t(`cases.${necessity}`)}>{necessity === 'essential' ? '★' : '△'}</span> {pick(name)}{' '}
            <Tag color={colours[status]}>{t(`cases.material.${status}`)}</Tag>
          </li>
        ))}
      </ul>
      {obligations.length > 0 && (
        <>
          <h3 className="case-heading">{t('cases.obligations')}</h3>
          <ul className="case-plain-list">
            {obligations.map(({ says, dueOn, isOverdue }) => (
              <li key={`${says.zh} ${dueOn}`}>
                {pick(says)} <span className="case-soft">{t('cases.by', { day: dueOn })}</span>{' '}
                {isOverdue && <Tag color="error">{t('cases.isOverdue')}</Tag>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
