import './projects.css'
import { contracts, type ProjectFilter, type ProjectListItem, urlOf } from '@kaigong/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Flex, Grid, Space, Table, type TableColumnsType, Tag, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useMe } from '../shell/me.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { wanText, yiText } from '../text/money.ts'
import { useText } from '../text/useText.ts'
import { BulkChange } from './BulkChange.tsx'
import { ColumnChooser, useColumns } from './columns.tsx'
import { FilterBar } from './FilterBar.tsx'
import { ProjectCards } from './ProjectCards.tsx'
import { projectList } from './queries.ts'
import { useRowKeys } from './useRowKeys.ts'

/** The list of projects: what the address says is filtered, what is filtered is exported. */
export function ProjectsPage() {
  const t = useText()
  const filter: ProjectFilter = useSearch({ strict: false })
  const navigate = useNavigate()
  const wide = Grid.useBreakpoint().md ?? true
  const { may } = useMe()
  const [chosen, choose] = useState<readonly ProjectListItem[]>([])
  const columns = useColumns()
  const list = useInfiniteQuery(projectList(filter))
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const first = list.data?.pages[0]
  const setFilter = (next: ProjectFilter) => navigate({ to: '/projects', search: next, replace: true })
  const open = (row: ProjectListItem) =>
    navigate({ to: '/projects/$projectId/$tab', params: { projectId: row.id, tab: 'plan' } })
  const active = useRowKeys(rows, { open, toggle: (row) => choose(toggled(chosen, row)) })

  return (
    <>
      <PageTitle title={t('projects.title')}>
        <Space wrap>
          {may['project.write'] && (
            <Link to="/projects/new">
              <Button type="primary">{t('projects.new')}</Button>
            </Link>
          )}
          {may['project.bulk'] && (
            <Link to="/projects/import">
              <Button>{t('projects.import')}</Button>
            </Link>
          )}
          <Button href={urlOf(contracts.projects.exportSheet, {}, filter)} download>
            {t('projects.export')}
          </Button>
          {wide && <ColumnChooser {...columns} />}
        </Space>
      </PageTitle>
      <FilterBar filter={filter} onChange={setFilter} columns={columns} />
      {first && (
        <Typography.Paragraph type="secondary" aria-live="polite">
          {t('projects.found', {
            total: first.total,
            investment: yiText(first.sums.investmentWan),
            plan: yiText(first.sums.yearPlanWan),
            spent: yiText(first.sums.spentThisYearWan),
          })}
        </Typography.Paragraph>
      )}
      {chosen.length > 0 && <BulkChange chosen={chosen} onDone={() => choose([])} onClear={() => choose([])} />}
      {list.error && <ProblemView error={list.error} onRetry={() => list.refetch()} />}
      {first?.total === 0 ? (
        <EmptyState title={t('projects.none')} hint={t('projects.noneHint')}>
          <Button onClick={() => setFilter({})}>{t('projects.clear')}</Button>
        </EmptyState>
      ) : wide ? (
        <Table<ProjectListItem>
          virtual
          size="small"
          rowKey="id"
          loading={list.isPending}
          columns={tableColumns(t, columns.shown)}
          dataSource={rows}
          pagination={false}
          scroll={{ x: 1400, y: 'calc(100dvh - 330px)' as unknown as number }}
          rowClassName={(row) => (row.id === active ? 'row-active' : '')}
          onRow={(row) => ({ onDoubleClick: () => open(row) })}
          {...(may['project.bulk']
            ? {
                rowSelection: {
                  selectedRowKeys: chosen.map((c) => c.id),
                  preserveSelectedRowKeys: true,
                  onChange: (_, kept) => choose(kept.filter(Boolean)),
                },
              }
            : {})}
        />
      ) : (
        <ProjectCards rows={rows} loading={list.isPending} />
      )}
      {list.hasNextPage && (
        <Flex justify="center" style={{ paddingBlock: 16 }}>
          <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('projects.more')}
          </Button>
        </Flex>
      )}
    </>
  )
}

const toggled = (chosen: readonly ProjectListItem[], row: ProjectListItem) =>
  chosen.some((c) => c.id === row.id) ? chosen.filter((c) => c.id !== row.id) : [...chosen, row]

function tableColumns(t: ReturnType<typeof useText>, shown: readonly string[]): TableColumnsType<ProjectListItem> {
  const all: Record<string, TableColumnsType<ProjectListItem>[number]> = {
    name: {
      title: t('projects.name'),
      width: 280,
      fixed: 'left',
      render: (_, row) => (
        <Space size={4}>
          <Link to="/projects/$projectId/$tab" params={{ projectId: row.id, tab: 'plan' }}>
            {row.name}
          </Link>
          {row.synthetic && (
            <Tooltip title={t('projects.syntheticHint')}>
              <Tag>{t('projects.synthetic')}</Tag>
            </Tooltip>
          )}
        </Space>
      ),
    },
    code: { title: t('projects.code'), width: 210, dataIndex: 'code' },
    level: { title: t('projects.level'), width: 90, render: (_, row) => t(`projects.level.${row.level}`) },
    kind: { title: t('projects.kind'), width: 80, render: (_, row) => t(`projects.kind.${row.kind}`) },
    listYear: { title: t('projects.listYear'), width: 90, dataIndex: 'listYear' },
    stage: { title: t('projects.stage'), width: 90, render: (_, row) => t(`projects.stage.${row.stage}`) },
    company: { title: t('projects.company'), width: 220, dataIndex: 'company', ellipsis: true },
    industry: { title: t('projects.industry'), width: 90, dataIndex: 'industry' },
    township: { title: t('projects.township'), width: 130, dataIndex: 'township' },
    fiveNew: { title: t('projects.fiveNew'), width: 120, dataIndex: 'fiveNew' },
    cluster: { title: t('projects.cluster'), width: 120, dataIndex: 'cluster' },
    investmentWan: {
      title: t('projects.investmentWan'),
      width: 150,
      align: 'right',
      render: (_, row) => wanText(row.investmentWan),
    },
    yearPlanWan: {
      title: t('projects.yearPlanWan'),
      width: 150,
      align: 'right',
      render: (_, row) => wanText(row.yearPlanWan),
    },
    spentThisYearWan: {
      title: t('projects.spentThisYearWan'),
      width: 150,
      align: 'right',
      render: (_, row) => wanText(row.spentThisYearWan),
    },
    helper: { title: t('projects.helper'), width: 90, dataIndex: 'helper' },
    planStatus: {
      title: t('projects.planStatus'),
      width: 100,
      render: (_, row) => t(`projects.planStatus.${row.planStatus}`),
    },
    landDay: { title: t('projects.landDay'), width: 110, dataIndex: 'landDay' },
    constructionStart: { title: t('projects.constructionStart'), width: 110, dataIndex: 'constructionStart' },
  }
  return shown.flatMap((key) => (all[key] ? [{ ...all[key], key }] : []))
}
