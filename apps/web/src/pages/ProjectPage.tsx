import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Flex, Tag, Tooltip, Typography } from 'antd'
import { lazy, Suspense } from 'react'
import { PlanTab } from '../plans/PlanTab.tsx'
import { project as projectQuery } from '../projects/queries.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { PageTabs } from '../shell/PageTabs.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { pageCode } from '../shell/pageCode.ts'
import { amountText } from '../text/money.ts'
import { useLanguage } from '../text/useLanguage.ts'
import { useText } from '../text/useText.ts'

const tabs = ['plan', 'table', 'materials', 'cases', 'gates', 'facts', 'versions', 'team', 'timeline'] as const
type TabName = (typeof tabs)[number]

// The plan is what most people open; the code of the other parts, forms and tables most of it, comes when one of them is looked at.
const tab = <P extends object>(load: () => Promise<React.ComponentType<P>>) =>
  lazy(pageCode(async () => ({ default: await load() })))
const PlanTableTab = tab(async () => (await import('../plans/PlanTableTab.tsx')).PlanTableTab)
const ProjectMaterials = tab(async () => (await import('../files/ProjectMaterials.tsx')).ProjectMaterials)
const CasesTab = tab(async () => (await import('../cases/CasesTab.tsx')).CasesTab)
const GatesTab = tab(async () => (await import('../gates/GatesTab.tsx')).GatesTab)
const ProjectEditor = tab(async () => (await import('../projects/form/ProjectEditor.tsx')).ProjectEditor)
const VersionsTab = tab(async () => (await import('../plans/VersionsTab.tsx')).VersionsTab)
const TeamTab = tab(async () => (await import('../projects/TeamTab.tsx')).TeamTab)
const TimelineTab = tab(async () => (await import('../projects/TimelineTab.tsx')).TimelineTab)

/** One project: its plan first, then everything that the plan rests on. Each tab has an address. */
export function ProjectPage() {
  const t = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const { projectId, tab: named } = useParams({ from: '/projects/$projectId/$tab' })
  const { data: project } = useSuspenseQuery(projectQuery(projectId))
  const { identity, company } = project
  const active = tabs.find((name) => name === named) ?? 'plan'
  const bodies: Record<TabName, () => React.ReactNode> = {
    plan: () => <PlanTab projectId={projectId} />,
    table: () => <PlanTableTab projectId={projectId} />,
    materials: () => <ProjectMaterials projectId={projectId} />,
    cases: () => <CasesTab projectId={projectId} />,
    gates: () => <GatesTab projectId={projectId} />,
    facts: () => <ProjectEditor project={project} />,
    versions: () => <VersionsTab projectId={projectId} />,
    team: () => <TeamTab project={project} />,
    timeline: () => <TimelineTab projectId={projectId} />,
  }
  const open = (next: string) =>
    navigate({ to: '/projects/$projectId/$tab', params: { projectId, tab: next }, search: true })
  return (
    <>
      <PageTitle title={language === 'en' ? (identity.nameEn ?? identity.name) : identity.name} />
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
        <Link to="/land-day/$projectId" params={{ projectId }} title={t('land.pageHint')}>
          {t('land.page')}
        </Link>
        {identity.investmentWan && (
          <Typography.Text type="secondary">{amountText(identity.investmentWan, language)}</Typography.Text>
        )}
      </Flex>
      <PageTabs
        name={t('projects.tabs')}
        tabs={tabs.map((name) => ({
          key: name,
          label: t(`projects.tab.${name}`),
          body: () => <Suspense fallback={<PageSkeleton />}>{bodies[name]()}</Suspense>,
        }))}
        active={active}
        onOpen={open}
      />
    </>
  )
}
