import type { PlanView } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Collapse } from 'antd'
import { useMe } from '../shell/me.ts'
import { useText } from '../text/useText.ts'
import { PlanOf } from './PlanOf.tsx'
import './plans.css'
import { planList } from './queries.ts'
import { CompareVersions } from './versions/CompareVersions.tsx'
import { ComputePlan } from './versions/ComputePlan.tsx'
import { Countersignatures } from './versions/Countersignatures.tsx'
import { Decisions } from './versions/Decisions.tsx'
import { Downloads } from './versions/Downloads.tsx'
import { Promises } from './versions/Promises.tsx'
import { ShareLinks } from './versions/ShareLinks.tsx'
import { VersionTable } from './versions/VersionTable.tsx'

/** All versions of a project's plan, and everything that is done with one: computed, sent round, adopted, compared, handed out. */
export function VersionsTab({ projectId }: { readonly projectId: string }) {
  return <PlanOf projectId={projectId}>{(view) => <Versions projectId={projectId} view={view} />}</PlanOf>
}

function Versions({ projectId, view }: { readonly projectId: string; readonly view: PlanView }) {
  const t = useText()
  const { may } = useMe()
  const { data: versions } = useSuspenseQuery(planList(projectId))
  const newestFirst = [...versions].sort((a, b) => b.no - a.no)
  return (
    <div className="versions-tab">
      <Decisions key={view.no} projectId={projectId} view={view} />
      {may['plan.compute'] && (
        <Collapse
          items={[
            {
              key: 'compute',
              label: t('plans.versions.compute'),
              children: <ComputePlan projectId={projectId} />,
            },
          ]}
        />
      )}
      <Countersignatures key={`signatures ${view.no}`} projectId={projectId} view={view} />
      <section>
        <h2>{t('plans.versions.list')}</h2>
        <VersionTable projectId={projectId} versions={newestFirst} chosen={view.no} />
      </section>
      <CompareVersions projectId={projectId} versions={newestFirst} no={view.no} />
      <Promises projectId={projectId} view={view} />
      <Downloads projectId={projectId} no={view.no} />
      {may['plan.share'] && <ShareLinks key={`links ${view.no}`} projectId={projectId} no={view.no} />}
    </div>
  )
}
