import { contracts } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Flex, Tabs, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { asking } from '../api/asking.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { AppearanceSwitch, LanguageSwitch } from '../shell/Switches.tsx'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { CriticalChain } from './CriticalChain.tsx'
import { Gantt } from './chart/Gantt.tsx'
import { Materials } from './Materials.tsx'
import { PlanTable } from './PlanTable.tsx'
import './plans.css'
import { VerdictHeader } from './VerdictHeader.tsx'
import { WhyPanel } from './WhyPanel.tsx'

/** A plan that a company reads by its link, without an account. The token goes in the body, so that no log keeps it. */
export function SharedPlanPage() {
  const t = useText()
  const pick = usePick()
  const { token } = useParams({ from: '/shared/$token' })
  const [why, setWhy] = useState<string | null>(null)
  const shared = useQuery({
    queryKey: ['shared', token],
    queryFn: () => asking(contracts.plans.shared, { body: { token } }),
  })
  const daysOff = useMemo(() => new Set(shared.data?.daysOff), [shared.data])
  if (shared.isPending) return <PageSkeleton />
  if (shared.error) {
    return (
      <main className="shared-plan">
        <PageTitle title={t('plans.title')} />
        <ProblemView error={shared.error} onRetry={() => shared.refetch()} />
      </main>
    )
  }
  const { plan, expiresAt, status, synthetic } = shared.data
  return (
    <main className="shared-plan">
      <PageTitle title={t('plans.sharedTitle', { name: pick(plan.project.name) })}>
        <Flex className="no-print">
          <LanguageSwitch />
          <AppearanceSwitch />
        </Flex>
      </PageTitle>
      <p className="shared-note">
        <Tag>{t(`plans.status.${status}`)}</Tag>
        {synthetic && <Tag color="warning">{t('plans.synthetic')}</Tag>}
        {t('plans.sharedUntil', { at: beijingTime(expiresAt) })}
      </p>
      <VerdictHeader plan={plan} />
      <Tabs
        items={[
          { key: 'chart', label: t('plans.chart'), children: <Gantt plan={plan} daysOff={daysOff} onWhy={setWhy} /> },
          { key: 'table', label: t('plans.table'), children: <PlanTable plan={plan} onWhy={setWhy} /> },
          { key: 'chain', label: t('plans.chain'), children: <CriticalChain plan={plan} onWhy={setWhy} /> },
          { key: 'materials', label: t('plans.materials'), children: <Materials plan={plan} /> },
        ]}
      />
      <WhyPanel plan={plan} activity={why} onShow={setWhy} onClose={() => setWhy(null)} />
    </main>
  )
}
