import type { contracts, OutOf } from '@kaigong/contract'
import { Tag } from 'antd'
import { EmptyState } from '../shell/EmptyState.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import './plans.css'

type Change = OutOf<typeof contracts.plans.compare>['changes'][number]

/** What moved between two versions, before and after side by side. */
export function PlanDifference({ changes }: { readonly changes: readonly Change[] }) {
  const t = useText()
  const pick = usePick()
  if (changes.length === 0) return <EmptyState title={t('plans.noChanges')} />
  return (
    <table className="ledger ledger-differences">
      <thead>
        <tr>
          <th scope="col">{t('plans.changes')}</th>
          <th scope="col">{t('plans.before')}</th>
          <th scope="col">{t('plans.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.kind} ${change.id}`}>
            <td>
              {pick(change.name)} {change.before === null && <Tag color="success">{t('plans.added')}</Tag>}
              {change.after === null && <Tag color="error">{t('plans.removed')}</Tag>}
            </td>
            <td>{change.before ? <del>{pick(change.before)}</del> : '—'}</td>
            <td>{change.after ? <ins>{pick(change.after)}</ins> : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
