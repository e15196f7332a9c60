import type { PlanDocument } from '@kaigong/contract'
import { Button, Input, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useAddress } from '../shell/useAddress.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Basis } from './Basis.tsx'
import { rowsOf } from './chart/rows.ts'
import { exemptText, stageText } from './chart/rowWords.ts'
import { lengthText, type Matter, matterText } from './names.ts'
import './plans.css'

type Props = { readonly plan: PlanDocument; readonly onWhy?: ((occurrence: string) => void) | undefined }

const NOTHING: ReadonlySet<string> = new Set()

/** Every matter of the plan as offices write such a table, in the order of the wall chart. */
export function PlanTable({ plan, onWhy }: Props) {
  const t = useText()
  const pick = usePick()
  const [{ q = '' }, change] = useAddress()
  const [wanted, setWanted] = useState(q)
  const rows = useMemo(() => rowsOf(plan, 'stage', { closedGroups: NOTHING, openMatters: NOTHING }), [plan])
  const says = (matter: Matter) =>
    [matterText(matter, pick, t), pick(matter.agencyName), t(`plans.track.${matter.track}`)].join(' ').toLowerCase()
  const shown = rows.filter(
    (row) => row.kind === 'group' || (row.kind === 'matter' && says(row.matter).includes(wanted.trim().toLowerCase())),
  )
  // A stage of which nothing is left is left out too.
  const kept = shown.filter((row, i) => row.kind !== 'group' || shown[i + 1]?.kind === 'matter')
  return (
    <section aria-label={t('plans.table')} className="plan-table">
      <Input
        className="no-print"
        allowClear
        aria-label={t('plans.filterMatters')}
        placeholder={t('plans.filterMatters')}
        value={wanted}
        maxLength={100}
        onChange={({ target: { value } }) => {
          setWanted(value)
          change({ q: value }, { replace: true })
        }}
      />
      {kept.length === 0 ? (
        <EmptyState title={t('plans.noMatters')} />
      ) : (
        <div className="ledger-scroll">
          <table className="ledger ledger-matters">
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {t(`plans.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kept.map((row) => {
                if (row.kind === 'matter')
                  return <MatterLine key={row.id} number={row.number} matter={row.matter} onWhy={onWhy} />
                if (row.kind !== 'group' || !('stage' in row.group)) return null
                return (
                  <tr key={row.id} className="ledger-group">
                    <th colSpan={columns.length} scope="rowgroup">
                      {stageText(row.group.stage, t)}
                    </th>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {plan.notApplicable.length > 0 && (
        <details className="no-print">
          <summary>{t('plans.notApplicable', { n: plan.notApplicable.length })}</summary>
          <ul>
            {plan.notApplicable.map((n) => (
              <li key={`${n.matter} ${n.scope.id}`}>
                {t('shell.says', { what: `${n.matter} ${pick(n.name)}`, how: n.because.map(pick).join(' · ') })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const columns = [
  'number',
  'matter',
  'agency',
  'track',
  'materials',
  'statutory',
  'promised',
  'submitted',
  'issued',
  'basis',
] as const

type LineProps = { readonly number: number; readonly matter: Matter; readonly onWhy: Props['onWhy'] }

function MatterLine({ number, matter, onWhy }: LineProps) {
  const t = useText()
  const pick = usePick()
  const { planned, statutory } = matter.limit
  const name = matterText(matter, pick, t)
  const [basis] = matter.citations
  return (
    <tr>
      <td>{number}</td>
      <td data-label={t('plans.column.matter')}>
        {onWhy ? (
          <Button type="link" className="chain-name" onClick={() => onWhy(matter.id)}>
            {name}
          </Button>
        ) : (
          name
        )}
        {matter.verdict === 'assumed' && <Tag color="warning">{t('plans.assumed')}</Tag>}
        {matter.done && <Tag color="success">{t('plans.done')}</Tag>}
        {matter.exemption && <small>{exemptText(matter.exemption, t)}</small>}
      </td>
      <td data-label={t('plans.column.agency')}>{pick(matter.agencyName)}</td>
      <td data-label={t('plans.column.track')}>{t(`plans.track.${matter.track}`)}</td>
      <td data-label={t('plans.column.materials')}>{matter.materials.length}</td>
      <td data-label={t('plans.column.statutory')}>{pick(statutory.text)}</td>
      <td data-label={t('plans.column.promised')} className="ledger-limit">
        {planned ? lengthText(planned, t) : '—'}
        {planned && <small>{t(`plans.from.${planned.from}`)}</small>}
      </td>
      <td data-label={t('plans.column.submitted')} className="ledger-day">
        {matter.submitted?.slice(0, 10) ?? '—'}
      </td>
      <td data-label={t('plans.column.issued')} className="ledger-day">
        {matter.issued?.slice(0, 10) ?? '—'}
      </td>
      <td data-label={t('plans.column.basis')}>{basis && <Basis basis={basis} />}</td>
    </tr>
  )
}
