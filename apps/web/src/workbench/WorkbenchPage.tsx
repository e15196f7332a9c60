import './workbench.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Card, Flex, Typography } from 'antd'
import { MyCases } from '../cases/MyCases.tsx'
import { OwedByMe } from '../gates/Owed.tsx'
import { MyJoint } from '../joint/MyJoint.tsx'
import { StandIns } from '../leave/StandIns.tsx'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useMe } from '../shell/me.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { beijingTime } from '../text/time.ts'
import { useText } from '../text/useText.ts'
import { ProjectCard } from './ProjectCard.tsx'
import { failedJobs, waitingPlans } from './queries.ts'

/** What waits for this person now, by what they may do; every figure leads to its list. */
export function WorkbenchPage() {
  const t = useText()
  const { name, today, demo, may, roles, agency, company } = useMe()
  const reads = may['project.read']
  const plans = may['plan.compute'] !== undefined
  // Lists are drawn up anew each year, and what was spent counts against the list of its year.
  const listYear = Number(today.slice(0, 4))
  const nothing = !reads && !may['plan.countersign'] && !may['jobs.read']
  return (
    <>
      <PageTitle title={t('workbench.title')} />
      <Typography.Paragraph type="secondary">{t('workbench.hello', { name, today })}</Typography.Paragraph>
      {demo && <Alert type="info" title={t('workbench.demoClock')} style={{ marginBottom: 12 }} />}
      {nothing && <EmptyState title={t('workbench.nothing')} />}
      <div className="card-grid">
        {may['case.act'] && (agency ?? company) && (
          <>
            <MyCases />
            <OwedByMe />
          </>
        )}
        {may['case.act'] && agency && <StandIns />}
        {may['joint.act'] && <MyJoint />}
        {may['plan.countersign'] && <Waiting />}
        {plans && reads === 'district' && (
          <>
            <ProjectCard title={t('workbench.countersigning')} filter={{ planStatus: 'countersigning' }} />
            <ProjectCard
              title={t('workbench.unplanned')}
              filter={{ planStatus: 'none', stage: 'signed,reserve,early' }}
            />
            <ProjectCard title={t('workbench.computed')} filter={{ planStatus: 'computed' }} />
          </>
        )}
        {(roles.includes('helper') || reads === 'company' || reads === 'involved') && (
          <ProjectCard title={t('workbench.mine')} filter={reads === 'district' ? { mine: 'true' } : {}} />
        )}
        {reads === 'district' && (
          <>
            {(['province', 'city', 'district'] as const).map((level) => (
              <ProjectCard
                key={level}
                title={t(`workbench.${level}`, { year: listYear })}
                filter={{ level, listYear }}
                sums
              />
            ))}
            <ProjectCard title={t('workbench.adopted')} filter={{ planStatus: 'adopted' }} />
          </>
        )}
        {may['jobs.read'] && <FailedJobs />}
      </div>
    </>
  )
}

/** Plans in which one's agency promises something and has not signed yet, the oldest first. */
function Waiting() {
  const t = useText()
  const { data, error, isPending } = useQuery(waitingPlans)
  return (
    <Card size="small" title={`${t('workbench.sign')} ${data ? `(${data.items.length})` : ''}`} loading={isPending}>
      {error && <ProblemView error={error} />}
      {data?.items.length === 0 && <Typography.Text type="secondary">{t('workbench.nothing')}</Typography.Text>}
      <Flex vertical gap={8} component="ul" className="plain-list">
        {data?.items.map((item) => (
          <li key={`${item.projectId} ${item.no}`}>
            <Link
              to="/projects/$projectId/$tab"
              params={{ projectId: item.projectId, tab: 'versions' }}
              search={{ plan: String(item.no) }}
            >
              {item.projectName}
            </Link>
            <div>
              <Typography.Text type="secondary">
                {t('workbench.signLine', { no: item.no, count: item.promises, by: item.by ?? '' })} ·{' '}
                {t('workbench.sent')} {beijingTime(item.sentAt)}
              </Typography.Text>
            </div>
          </li>
        ))}
      </Flex>
    </Card>
  )
}

function FailedJobs() {
  const t = useText()
  const { data, isPending } = useQuery(failedJobs)
  return (
    <Card size="small" title={t('workbench.jobs')} loading={isPending}>
      <Link to="/jobs" search={{ state: 'failed' }}>
        {data?.counts.failed ?? 0}
      </Link>
    </Card>
  )
}
