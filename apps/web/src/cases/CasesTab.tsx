import './cases.css'
import type { Openable } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { CertificateList } from '../certificates/CertificateList.tsx'
import { JointOfProject } from '../joint/JointOfProject.tsx'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useMe } from '../shell/me.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { CaseLines } from './CaseLines.tsx'
import { Elapsed } from './Elapsed.tsx'
import { OpenCase } from './OpenCase.tsx'
import { projectCases } from './queries.ts'

/** The cases of a project, and the matters of its adopted plan for which one can be opened. */
export function CasesTab({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const { may } = useMe()
  const { data, error, isPending, refetch } = useQuery(projectCases(projectId))
  const [opening, setOpening] = useState<Openable>()
  if (isPending) return <Skeleton active />
  if (error) return <ProblemView error={error} onRetry={refetch} />
  const mine = data.openable.filter((matter) => matter.mine)
  const theirs = data.openable.filter((matter) => !matter.mine)
  return (
    <div className="case-sections">
      <section aria-labelledby="cases-of-project">
        <h2 id="cases-of-project">{t('cases.ofProject')}</h2>
        {data.items.length === 0 ? <EmptyState title={t('cases.noneOfProject')} /> : <CaseLines items={data.items} />}
        {data.items.length > 0 && (
          <>
            <h3>{t('cases.elapsed')}</h3>
            <Elapsed split={data.elapsed} />
          </>
        )}
      </section>
      {may['joint.read'] && <JointOfProject projectId={projectId} />}
      <CertificateList projectId={projectId} />
      <section aria-labelledby="cases-openable">
        <h2 id="cases-openable">{t('cases.openable')}</h2>
        {!data.hasPlan && <p className="case-soft">{t('cases.noPlan')}</p>}
        <MatterLines matters={mine} onOpen={setOpening} />
        {theirs.length > 0 && (
          <details className="case-later">
            <summary>{t('cases.openableElsewhere', { n: theirs.length })}</summary>
            <MatterLines matters={theirs} />
          </details>
        )}
      </section>
      {opening && <OpenCase projectId={projectId} matter={opening} onClose={() => setOpening(undefined)} />}
    </div>
  )
}

/** Matters as lines, with a button where they are one's own to receive. */
function MatterLines({
  matters,
  onOpen,
}: {
  readonly matters: readonly Openable[]
  readonly onOpen?: (matter: Openable) => void
}) {
  const t = useText()
  const pick = usePick()
  return (
    <ul className="case-lines">
      {matters.map((matter) => (
        <li key={matter.occurrence}>
          <div className="case-line-head">
            <span>
              {matter.occurrence} {pick(matter.name)}
            </span>
            {onOpen && (
              <Button
                size="small"
                aria-label={t('cases.openTitle', { name: pick(matter.name) })}
                onClick={() => onOpen(matter)}
              >
                {t('cases.open')}
              </Button>
            )}
          </div>
          <p className="case-soft">
            {pick(matter.agencyName)} ·{' '}
            {t('cases.planned', { from: matter.plannedOn ?? '—', by: matter.plannedBy ?? '—' })}
          </p>
        </li>
      ))}
    </ul>
  )
}
