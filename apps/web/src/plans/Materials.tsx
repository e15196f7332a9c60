import { materialList, type PlanDocument, type Wanted } from '@kaigong/contract'
import { Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useAddress } from '../shell/useAddress.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Basis } from './Basis.tsx'
import { matterText } from './names.ts'
import './plans.css'

type Which = 'bring' | 'fetched' | 'all'

type Props = {
  readonly plan: PlanDocument
  /** What is there of a material; without it the plan alone is shown, as a link without an account does. */
  readonly there?: (wanted: Wanted) => ReactNode
}

/** The checklist of a plan: what to have by which day, what the offices fetch for themselves. */
export function Materials({ plan, there }: Props) {
  const t = useText()
  const pick = usePick()
  const [{ materials }, change] = useAddress()
  const which: Which = materials === 'fetched' || materials === 'all' ? materials : 'bring'
  const all = useMemo(() => materialList(plan), [plan])
  const bring = all.filter((m) => !m.shared)
  const shown = which === 'all' ? all : which === 'bring' ? bring : all.filter((m) => m.shared)
  if (all.length === 0) return <EmptyState title={t('plans.noMaterials')} />
  return (
    <section aria-label={t('plans.materials')} className="materials">
      <p className="chain-note">{t('plans.materialsNote')}</p>
      <Segmented<Which>
        className="no-print"
        value={which}
        onChange={(next) => change({ materials: next === 'bring' ? undefined : next })}
        options={[
          { value: 'bring', label: t('plans.toBring', { n: bring.length }) },
          { value: 'fetched', label: t('plans.fetched', { n: all.length - bring.length }) },
          { value: 'all', label: t('plans.allMaterials', { n: all.length }) },
        ]}
      />
      <table className={there ? 'ledger materials-there' : 'ledger'}>
        <thead>
          <tr>
            <th scope="col">{t('plans.neededBy')}</th>
            <th scope="col">{t('plans.material')}</th>
            {there && <th scope="col">{t('files.there')}</th>}
            <th scope="col">{t('plans.usedFor')}</th>
            <th scope="col">{t('plans.column.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((m) => (
            <tr key={m.id}>
              <td className="ledger-day">{m.neededBy}</td>
              <td>
                <span title={t(m.essential ? 'plans.essential' : 'plans.deferrable')}>
                  <span aria-hidden="true">{m.essential ? '★' : '△'}</span>
                  <span className="sr-only">{t(m.essential ? 'plans.essential' : 'plans.deferrable')}</span>
                </span>{' '}
                {pick(m.name)}
                {m.shared && <small>{t('plans.shared')}</small>}
                {m.issuedBy && <small>{t('plans.issuedBy', { matter: m.issuedBy })}</small>}
              </td>
              {there && <td>{there(m)}</td>}
              <td>
                {m.usedFor.map((matter) => (
                  <div key={matter.id}>{matterText(matter, pick, t)}</div>
                ))}
              </td>
              <td>
                <Basis basis={m.basis} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
