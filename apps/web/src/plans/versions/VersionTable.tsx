import type { PlanSummary } from '@kaigong/contract'
import { Link, useSearch } from '@tanstack/react-router'
import { Table, Tag } from 'antd'
import { scrolling } from '../../shell/scrolling.tsx'
import { usePage } from '../../shell/usePage.ts'
import { beijingTime } from '../../text/time.ts'
import { usePick } from '../../text/usePick.ts'
import { type Say, useText } from '../../text/useText.ts'
import { StatusTag } from './StatusTag.tsx'

type Props = { readonly projectId: string; readonly versions: readonly PlanSummary[]; readonly chosen: number }

/** All versions with what each rests on; the name of one opens it below. */
export function VersionTable({ projectId, versions, chosen }: Props) {
  const t = useText()
  const pick = usePick()
  const page = usePage()
  const search = useSearch({ from: '/projects/$projectId/$tab' })
  return (
    <Table<PlanSummary>
      size="small"
      rowKey="no"
      className="version-table"
      components={scrolling}
      scroll={{ x: 1168 }}
      pagination={{ pageSize: 10, ...page }}
      dataSource={versions}
      rowClassName={({ no }) => (no === chosen ? 'version-chosen' : '')}
      columns={[
        {
          title: t('plans.versions.no'),
          width: 76,
          render: (_, { no }) => (
            <Link
              to="/projects/$projectId/$tab"
              params={{ projectId, tab: 'versions' }}
              search={{ ...search, plan: String(no) }}
              aria-current={no === chosen ? 'true' : undefined}
            >
              {t('plans.versionNo', { no })}
            </Link>
          ),
        },
        {
          title: t('plans.versions.status'),
          width: 104,
          render: (_, version) => (
            <>
              <StatusTag status={version.status} />
              {!version.factsStand && <Tag color="warning">{t('plans.versions.factsChanged')}</Tag>}
            </>
          ),
        },
        {
          title: t('plans.verdict'),
          width: 300,
          render: (_, { headline }) => pick(headline),
        },
        {
          title: t('plans.constructionStart'),
          width: 104,
          render: (_, { constructionStart }) => constructionStart ?? '—',
        },
        { title: t('plans.production'), width: 104, render: (_, { production }) => production ?? '—' },
        {
          title: t('plans.versions.cause'),
          width: 118,
          render: (_, version) => (
            <>
              {t(`plans.versions.cause.${version.cause}`)}
              <small>{anchorText(version, t)}</small>
            </>
          ),
        },
        { title: t('plans.versions.asOf'), width: 104, dataIndex: 'asOf' },
        {
          title: t('plans.versions.rests'),
          width: 136,
          render: (_, { edition, calendarThrough }) => (
            <>
              <Link to="/catalogue/editions" search={{ edition }}>
                {edition.slice(0, 8)}
              </Link>
              <small>{t('plans.versions.calendarThrough', { day: calendarThrough })}</small>
            </>
          ),
        },
        {
          title: t('plans.versions.check'),
          width: 86,
          render: (_, { violations: n }) =>
            n === 0 ? t('plans.versions.checked') : <Tag color="error">{t('plans.versions.breachCount', { n })}</Tag>,
        },
        {
          title: t('plans.versions.computedAt'),
          width: 136,
          render: (_, { computedAt, computedBy }) => (
            <>
              {beijingTime(computedAt)}
              <small>{computedBy ?? t('plans.versions.bySystem')}</small>
            </>
          ),
        },
      ]}
    />
  )
}

const anchorText = ({ anchor }: PlanSummary, t: Say): string =>
  anchor.kind === 'earliest'
    ? t('plans.versions.anchor.earliest')
    : t(`plans.versions.anchor.${anchor.kind}`, { day: anchor.day })
