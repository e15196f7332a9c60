import '../projects.css'
import { contracts, type ProjectFilter, type ProjectListItem, urlOf } from '@kaigong/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Flex, Grid, Space, Table, type TableColumnsType, Tag, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../shell/EmptyState.tsx'
import { useMe } from '../../shell/me.ts'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { usePages } from '../../shell/usePage.ts'
import { useRoomBelow } from '../../shell/useRoomBelow.ts'
import { amountText, wanText } from '../../text/money.ts'
import { useLanguage } from '../../text/useLanguage.ts'
import { useText } from '../../text/useText.ts'
import { projectList } from '../queries.ts'
import { BulkChange } from './BulkChange.tsx'
import { ColumnChooser, useColumns } from './columns.tsx'
import { FilterBar } from './FilterBar.tsx'
import { ProjectCards } from './ProjectCards.tsx'
import { sortedBy, sortsOf } from './sorting.ts'
import { useRowKeys } from './useRowKeys.ts'

/** The list of projects: what the address says is filtered, what is filtered is exported. */
export function ProjectsPage() {
  const t = useText()
  const language = useLanguage()
  const { pages: _, ...filter } = useSearch({ from: '/projects' })
  const navigate = useNavigate()
  const wide = Grid.useBreakpoint().md ?? true
  const { may } = useMe()
  const [chosen, choose] = useState<readonly ProjectListItem[]>([])
  const columns = useColumns()
  const list = useInfiniteQuery(projectList(filter))
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const first = list.data?.pages[0]
  const more = usePages(list)
  const setFilter = (next: ProjectFilter) => navigate({ to: '/projects', search: next, replace: true })
  const open = (row: ProjectListItem) =>
    navigate({ to: '/projects/$projectId/$tab', params: { projectId: row.id, tab: 'plan' } })
  const shown = tableColumns(t, columns.shown, filter)
  const [below, room] = useRoomBelow(wide && first?.total !== 0)
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
            investment: amountText(first.sums.investmentWan, language),
            plan: amountText(first.sums.yearPlanWan, language),
            spent: amountText(first.sums.spentThisYearWan, language),
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
        <div ref={below}>
          <Table<ProjectListItem>
            virtual
            size="small"
            rowKey="id"
            loading={list.isPending}
            columns={shown}
            dataSource={rows}
            pagination={false}
            scroll={{ x: widthOf(shown), y: room }}
            onChange={(_pages, _filters, sorter) => {
              const { field, order } = Array.isArray(sorter) ? {} : sorter
              setFilter(sortedBy(filter, order ? String(field) : undefined, order === 'descend'))
            }}
            rowClassName={(row) => (row.id === active ? 'row-active' : '')}
            onRow={(row) => ({ onDoubleClick: () => open(row) })}
            {...(may['project.bulk']
              ? {
                  rowSelection: {
                    columnWidth: 44,
                    selectedRowKeys: chosen.map((c) => c.id),
                    preserveSelectedRowKeys: true,
                    onChange: (_, kept) => choose(kept.filter(Boolean)),
                  },
                }
              : {})}
          />
        </div>
      ) : (
        <ProjectCards rows={rows} loading={list.isPending} />
      )}
      {list.hasNextPage && (
        <Flex justify="center" style={{ paddingBlock: 16 }}>
          <Button loading={list.isFetchingNextPage} onClick={more}>
            {t('projects.more')}
          </Button>
        </Flex>
      )}
    </>
  )
}

const toggled = (chosen: readonly ProjectListItem[], row: ProjectListItem) =>
  chosen.some((c) => c.id === row.id) ? chosen.filter((c) => c.id !== row.id) : [...chosen, row]

/** As wide as its columns with the one that chooses rows: the library fits a virtual table's head and body apart if they differ. */
const widthOf = (columns: TableColumnsType<ProjectListItem>): number =>
  columns.reduce((sum, { width }) => sum + Number(width ?? 0), 44)

function tableColumns(
  t: ReturnType<typeof useText>,
  shown: readonly string[],
  filter: ProjectFilter,
): TableColumnsType<ProjectListItem> {
  const all: Record<string, TableColumnsType<ProjectListItem>[number]> = {
    name: {
      title: t('projects.name'),
      width: 320,
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
    level: { title: t('projects.level'), width: 100, render: (_, row) => t(`projects.level.${row.level}`) },
    kind: { title: t('projects.kind'), width: 100, render: (_, row) => t(`projects.kind.${row.kind}`) },
    listYear: { title: t('projects.listYear'), width: 120, render: (_, row) => row.listYear },
    stage: { title: t('projects.stage'), width: 110, render: (_, row) => t(`projects.stage.${row.stage}`) },
    company: { title: t('projects.company'), width: 220, dataIndex: 'company', ellipsis: true },
    industry: { title: t('projects.industry'), width: 90, dataIndex: 'industry' },
    township: { title: t('projects.township'), width: 130, dataIndex: 'township' },
    fiveNew: { title: t('projects.fiveNew'), width: 120, dataIndex: 'fiveNew' },
    cluster: { title: t('projects.cluster'), width: 120, dataIndex: 'cluster' },
    investmentWan: {
      title: t('projects.investmentWan'),
      width: 170,
      align: 'right',
      render: (_, row) => wanText(row.investmentWan),
    },
    yearPlanWan: {
      title: t('projects.yearPlanWan'),
      width: 170,
      align: 'right',
      render: (_, row) => wanText(row.yearPlanWan),
    },
    spentThisYearWan: {
      title: t('projects.spentThisYearWan'),
      width: 170,
      align: 'right',
      render: (_, row) => wanText(row.spentThisYearWan),
    },
    helper: { title: t('projects.helper'), width: 90, dataIndex: 'helper' },
    planStatus: {
      title: t('projects.planStatus'),
      width: 140,
      render: (_, row) => t(`projects.planStatus.${row.planStatus}`),
    },
    landDay: { title: t('projects.landDay'), width: 120, dataIndex: 'landDay' },
    constructionStart: {
      title: t('projects.constructionStart'),
      width: 130,
      render: (_, row) => row.constructionStart,
    },
  }
  return shown.flatMap((key) => {
    const column = all[key]
    if (!column) return []
    const sort = sortsOf[key]
    if (!sort) return [{ ...column, key }]
    const order = filter.descending === 'true' ? ('descend' as const) : ('ascend' as const)
    return [{ ...column, key, dataIndex: key, sorter: true, sortOrder: filter.sort === sort ? order : null }]
  })
}
