import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Flex, Grid, Select, Tabs, Tag, Tooltip, Typography } from 'antd'
import { ProjectMaterials } from '../files/ProjectMaterials.tsx'
import { PlanTab } from '../plans/PlanTab.tsx'
import { PlanTableTab } from '../plans/PlanTableTab.tsx'
import { VersionsTab } from '../plans/VersionsTab.tsx'
import { ProjectEditor } from '../projects/ProjectEditor.tsx'
import { project as projectQuery } from '../projects/queries.ts'
import { TeamTab } from '../projects/TeamTab.tsx'
import { TimelineTab } from '../projects/TimelineTab.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { amountText } from '../text/money.ts'
import { useLanguage } from '../text/useLanguage.ts'
import { useText } from '../text/useText.ts'

const tabs = ['plan', 'table', 'materials', 'facts', 'versions', 'team', 'timeline'] as const
type TabName = (typeof tabs)[number]

/** One project: its plan first, then everything that the plan rests on. Each tab has an address. */
export function ProjectPage() {
  const t = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const { projectId, tab } = useParams({ from: '/projects/$projectId/$tab' })
  const { data: project } = useSuspenseQuery(projectQuery(projectId))
  const { identity, company } = project
  // Seven tabs do not fit a phone; a list of them does, and its options have names that a reader hears.
  const wide = Grid.useBreakpoint().md ?? true
  const active = tabs.find((name) => name === tab) ?? 'plan'
  const bodies: Record<TabName, () => React.ReactNode> = {
    plan: () => <PlanTab projectId={projectId} />,
    table: () => <PlanTableTab projectId={projectId} />,
    materials: () => <ProjectMaterials projectId={projectId} />,
    facts: () => <ProjectEditor project={project} />,
    versions: () => <VersionsTab projectId={projectId} />,
    team: () => <TeamTab project={project} />,
    timeline: () => <TimelineTab projectId={projectId} />,
  }
  const open = (next: string) =>
    navigate({ to: '/projects/$projectId/$tab', params: { projectId, tab: next }, search: true })
  return (
    <>
      <PageTitle title={identity.name} />
      <Flex wrap gap={6} align="center" style={{ marginBottom: 8 }}>
        {identity.code && (
          <Typography.Text copyable={{ tooltips: [t('projects.copy'), t('projects.copied')] }}>
            {identity.code}
          </Typography.Text>
        )}
        <Tag>{t(`projects.level.${identity.level}`)}</Tag>
        <Tag>{t(`projects.kind.${identity.kind}`)}</Tag>
        <Tag>{t(`projects.stage.${identity.stage}`)}</Tag>
        {identity.synthetic && (
          <Tooltip title={t('projects.syntheticHint')}>
            <Tag color="gold">{t('projects.synthetic')}</Tag>
          </Tooltip>
        )}
        {company && <Typography.Text type="secondary">{company.name}</Typography.Text>}
        {identity.investmentWan && (
          <Typography.Text type="secondary">{amountText(identity.investmentWan, language)}</Typography.Text>
        )}
      </Flex>
      {wide ? (
        <Tabs
          activeKey={active}
          destroyOnHidden
          onChange={open}
          items={tabs.map((name) => ({ key: name, label: t(`projects.tab.${name}`), children: bodies[name]() }))}
        />
      ) : (
        <>
          <Select
            aria-label={t('projects.tabs')}
            style={{ width: '100%', marginBottom: 12 }}
            value={active}
            onChange={open}
            options={tabs.map((name) => ({ value: name, label: t(`projects.tab.${name}`) }))}
          />
          {bodies[active]()}
        </>
      )}
    </>
  )
}
