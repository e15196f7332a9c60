import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Gate } from './Gate.tsx'
import { Owed } from './Owed.tsx'
import { gatesOf, owedIn } from './queries.ts'
import '../cases/cases.css'

/** May it start? The gates of a project with what they lack, the three simultaneities, and what is still owed. */
export function GatesTab({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const pick = usePick()
  const { data, error, isPending, refetch } = useQuery(gatesOf(projectId))
  const owed = useQuery(owedIn(projectId))
  if (isPending) return <Skeleton active />
  if (error) return <ProblemView error={error} onRetry={refetch} />
  return (
    <div className="case-sections">
      <section aria-labelledby="gates">
        <h2 id="gates">{t('gates.title')}</h2>
        <p className="case-soft">{t('gates.hint', { day: data.on })}</p>
        {data.gates.map((gate) => (
          <Gate
            key={`${gate.gate} ${gate.opens.occurrence}`}
            projectId={projectId}
            gate={gate}
            mayExcept={data.mayExcept}
          />
        ))}
      </section>
      <section aria-labelledby="simultaneities">
        <h2 id="simultaneities">{t('gates.simultaneities')}</h2>
        {data.simultaneities.length === 0 && <p>{t('gates.noSimultaneities')}</p>}
        {data.simultaneities.map(({ id, name, basis, items }) => (
          <div key={id}>
            <h3>{pick(name)}</h3>
            <p className="case-soft">{pick(basis.text)}</p>
            <ul>
              {items.map((item) => (
                <li key={`${item.phase} ${item.matter}`}>
                  {t(`gates.phase.${item.phase}`)}: {item.matter} {pick(item.name)} ·{' '}
                  {item.issuedOn === null ? t('gates.notYet') : t('gates.issuedOn', { day: item.issuedOn })}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section aria-labelledby="owed">
        <h2 id="owed">{t('gates.owed')}</h2>
        {owed.error && <ProblemView error={owed.error} onRetry={owed.refetch} />}
        {owed.data && <Owed items={owed.data} />}
      </section>
    </div>
  )
}
