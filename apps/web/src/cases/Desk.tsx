import type { CaseView } from '@kaigong/contract'
import { Card } from 'antd'
import { useText } from '../text/useText.ts'

/** Where a case lies inside the office. */
export function Desk({ desk }: { readonly desk: NonNullable<CaseView['desk']> }) {
  const t = useText()
  const { holder, answerable, round, reminders } = desk
  const nameOf = (name: string | null) => name ?? t('cases.somebody')
  const signed = (agrees: boolean | null) =>
    t(agrees === null ? 'cases.signed.waiting' : agrees ? 'cases.signed.yes' : 'cases.signed.no')
  return (
    <Card size="small" title={<h2 className="case-heading">{t('cases.desk')}</h2>}>
      <p className="case-plain">
        {t('cases.holder', { name: nameOf(holder.name) })}
        {answerable.personId !== holder.personId && ` · ${t('cases.answerable', { name: nameOf(answerable.name) })}`}
        {reminders > 0 && ` · ${t('cases.reminders', { n: reminders })}`}
      </p>
      {round && (
        <>
          <p className="case-plain">{t(`cases.round.${round.rule}`)}</p>
          <ul className="case-plain-list">
            {round.signers.map(({ personId, name, agrees }) => (
              <li key={personId}>
                {nameOf(name)}: {signed(agrees)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
