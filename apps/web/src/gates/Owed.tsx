import type { ObligationView } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Tag } from 'antd'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { owedByMe } from './queries.ts'
import '../cases/cases.css'

type Props = { readonly items: readonly ObligationView[]; readonly withProject?: boolean }

/** Obligations as lines: what, by when, who owes it, from which case, on what ground. */
export function Owed({ items, withProject = false }: Props) {
  const t = useText()
  const pick = usePick()
  if (items.length === 0) return <p className="case-soft">{t('gates.owedNone')}</p>
  return (
    <ul className="case-lines">
      {items.map((item) => (
        <li key={`${item.caseId} ${item.kind} ${item.says.zh}`}>
          <div className="case-line-head">
            <span>{pick(item.says)}</span>
            <Tag color={item.isOverdue ? 'red' : 'default'}>
              {item.dueOn === null ? t('gates.owedNoDay') : t('gates.owedBy', { day: item.dueOn })}
              {item.isOverdue && ` · ${t('gates.overdue')}`}
            </Tag>
          </div>
          <p className="case-soft">
            {t(`gates.kind.${item.kind}`)} · {pick(item.party.name)} ·{' '}
            <Link to="/cases/$caseId" params={{ caseId: item.caseId }}>
              {item.matter} {pick(item.matterName)}
            </Link>
            {withProject && ` · ${item.projectName}`}
            {item.basis && ` · ${pick(item.basis.text)}`}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What one's own agency or company owes, at the workbench. */
export function OwedByMe() {
  const t = useText()
  const { data, error, isPending, refetch } = useQuery(owedByMe)
  return (
    <Card size="small" title={`${t('gates.owed')}${data ? ` (${data.length})` : ''}`} loading={isPending}>
      {error && <ProblemView error={error} onRetry={refetch} />}
      {data && <Owed items={data} withProject />}
    </Card>
  )
}
