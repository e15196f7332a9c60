import { contracts } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Flex, Tabs, Tag } from 'antd'
import { useMemo } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemError } from '../api/refused.ts'
import { EmptyState } from '../shell/EmptyState.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { AppearanceSwitch, LanguageSwitch } from '../shell/Switches.tsx'
import { useAddress } from '../shell/useAddress.ts'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { CriticalChain } from './CriticalChain.tsx'
import { Gantt } from './chart/Gantt.tsx'
import { Materials } from './Materials.tsx'
import { PlanTable } from './PlanTable.tsx'
import './plans.css'
import { useWhy } from './useWhy.ts'
import { VerdictHeader } from './VerdictHeader.tsx'
import { WhyPanel } from './WhyPanel.tsx'

const tabs = ['chart', 'table', 'chain', 'materials'] as const

/** Neither what such a link is made of nor why it fails is said to whoever holds it. */
const isDead = (error: Error): boolean =>
  error instanceof ProblemError && [404, 410, 422].includes(error.problem.status)

/** A plan that a company reads by its link, without an account. The token goes in the body, so that no log keeps it. */
export function SharedPlanPage() {
  const t = useText()
  const pick = usePick()
  const { token } = useParams({ from: '/shared/$token' })
  const { why, show, close } = useWhy()
  const [{ tab }, change] = useAddress()
  const shared = useQuery({
    queryKey: ['shared', token],
    queryFn: () => asking(contracts.plans.shared, { body: { token } }, { anonymous: true }),
  })
  const daysOff = useMemo(() => new Set(shared.data?.daysOff), [shared.data])
  if (shared.isPending) return <PageSkeleton />
  if (shared.error) {
    return (
      <main className="shared-plan">
        <PageTitle title={t('plans.title')}>
          <LanguageSwitch />
        </PageTitle>
        {isDead(shared.error) ? (
          // A token that is mistyped, expired or taken back: to who reads the link it is all the same.
          <EmptyState title={t('plans.linkDead')} hint={t('plans.linkDeadTodo')} />
        ) : (
          <ProblemView error={shared.error} onRetry={() => shared.refetch()} />
        )}
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
        activeKey={tabs.find((name) => name === tab) ?? 'chart'}
        onChange={(next) => change({ tab: next })}
        destroyOnHidden
        items={[
          { key: 'chart', label: t('plans.chart'), children: <Gantt plan={plan} daysOff={daysOff} onWhy={show} /> },
          { key: 'table', label: t('plans.table'), children: <PlanTable plan={plan} onWhy={show} /> },
          { key: 'chain', label: t('plans.chain'), children: <CriticalChain plan={plan} onWhy={show} /> },
          { key: 'materials', label: t('plans.materials'), children: <Materials plan={plan} /> },
        ]}
      />
      <WhyPanel plan={plan} activity={why} onShow={show} onClose={close} />
    </main>
  )
}
