import './cases.css'
import type { Openable } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../shell/EmptyState.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { CaseLines } from './CaseLines.tsx'
import { OpenCase } from './OpenCase.tsx'
import { projectCases } from './queries.ts'

/** The cases of a project, and the matters of its adopted plan for which one can be opened. */
export function CasesTab({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const pick = usePick()
  const { data, error, isPending, refetch } = useQuery(projectCases(projectId))
  const [opening, setOpening] = useState<Openable>()
  if (isPending) return <Skeleton active />
  if (error) return <ProblemView error={error} onRetry={refetch} />
  // One's own stand first: those are the ones with a button.
  const openable = [...data.openable].sort((a, b) => Number(b.mine) - Number(a.mine))
  return (
    <div className="case-sections">
      <section aria-labelledby="cases-of-project">
        <h2 id="cases-of-project">{t('cases.ofProject')}</h2>
        {data.items.length === 0 ? <EmptyState title={t('cases.noneOfProject')} /> : <CaseLines items={data.items} />}
      </section>
      <section aria-labelledby="cases-openable">
        <h2 id="cases-openable">{t('cases.openable')}</h2>
        {!data.hasPlan && <p className="case-soft">{t('cases.noPlan')}</p>}
        <ul className="case-lines">
          {openable.map((matter) => (
            <li key={matter.occurrence}>
              <div className="case-line-head">
                <span>
                  {matter.occurrence} {pick(matter.name)}
                </span>
                {matter.mine ? (
                  <Button
                    size="small"
                    type="primary"
                    aria-label={t('cases.openTitle', { name: pick(matter.name) })}
                    onClick={() => setOpening(matter)}
                  >
                    {t('cases.open')}
                  </Button>
                ) : (
                  <span className="case-soft">{t('cases.onlyTheirs')}</span>
                )}
              </div>
              <p className="case-soft">
                {pick(matter.agencyName)} ·{' '}
                {t('cases.planned', { from: matter.plannedOn ?? '—', by: matter.plannedBy ?? '—' })}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {opening && <OpenCase projectId={projectId} matter={opening} onClose={() => setOpening(undefined)} />}
    </div>
  )
}
