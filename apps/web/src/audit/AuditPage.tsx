import './audit.css'
import { contracts } from '@kaigong/contract'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Flex, Input, Table, Typography } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { EmptyState } from '../shell/EmptyState.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { usePages } from '../shell/usePage.ts'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

/** Everything that happened, by whom and when, and whether the chain of it is whole. */
export function AuditPage() {
  const t = useText()
  const pick = usePick()
  const navigate = useNavigate()
  const { pages: _, ...search } = useSearch({ from: '/audit' })
  const set = (change: object) => navigate({ to: '/audit', search: { ...search, ...change }, replace: true })
  // Not in the address like the rest: it would put a name into the browser's history and into whatever stands before the server.
  const [actor, lookFor] = useState('')
  const list = useInfiniteQuery({
    queryKey: ['event', actor, search],
    queryFn: ({ pageParam }) =>
      asking(contracts.operations.audit, {
        body: {
          ...search,
          ...(actor === '' ? {} : { actor }),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const more = usePages(list)
  const verify = useMutation({ mutationFn: () => asking(contracts.operations.verification, {}) })
  const total = list.data?.pages[0]?.total ?? undefined
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageTitle title={t('audit.title')}>
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('audit.verify')}
        </Button>
      </PageTitle>
      <Flex vertical gap={12}>
        {verify.error && <ProblemView error={verify.error} />}
        {verify.data && (
          <Alert
            showIcon
            type={verify.data.whole ? 'success' : 'error'}
            title={
              verify.data.whole
                ? t('audit.whole', {
                    events: verify.data.events,
                    streams: verify.data.streams,
                    checkpoints: verify.data.checkpoints,
                  })
                : t('audit.broken', { count: verify.data.faults.length })
            }
            description={verify.data.faults.slice(0, 20).map((f) => (
              <div key={`${f.stream} ${f.version}`}>
                {f.stream} {f.version} {pick(f.says)}
              </div>
            ))}
          />
        )}
        <Flex wrap gap={8} role="search">
          <Input.Search
            allowClear
            style={{ width: 180 }}
            aria-label={t('audit.actor')}
            placeholder={t('audit.actor')}
            maxLength={40}
            onSearch={(typed) => {
              lookFor(typed.trim())
              set({})
            }}
          />
          <DatePicker
            aria-label={t('audit.from')}
            placeholder={t('audit.from')}
            value={search.from ? dayjs(search.from) : null}
            onChange={(day) => set({ from: day?.format('YYYY-MM-DD') })}
          />
          <DatePicker
            aria-label={t('audit.until')}
            placeholder={t('audit.until')}
            value={search.until ? dayjs(search.until) : null}
            onChange={(day) => set({ until: day?.format('YYYY-MM-DD') })}
          />
          {total !== undefined && <Typography.Text type="secondary">{t('audit.total', { total })}</Typography.Text>}
        </Flex>
        {list.error && <ProblemView error={list.error} onRetry={() => list.refetch()} />}
        {list.data && rows.length === 0 ? (
          <EmptyState title={t('audit.nothing')} />
        ) : (
          <Table
            size="small"
            rowKey={(e) => `${e.stream} ${e.version}`}
            loading={list.isPending}
            dataSource={rows}
            pagination={false}
            components={scrolling}
            scroll={{ x: 820 }}
            expandable={{ expandedRowRender: (e) => <pre className="json">{JSON.stringify(e.data, null, 2)}</pre> }}
            columns={[
              { title: t('audit.when'), width: 150, render: (_, e) => beijingTime(e.at) },
              { title: t('audit.actor'), width: 110, render: (_, e) => e.actor ?? t('audit.system') },
              { title: t('audit.what'), render: (_, e) => pick(e.says) },
              { title: t('audit.stream'), width: 180, ellipsis: true, dataIndex: 'stream' },
              {
                title: t('audit.hash'),
                width: 120,
                render: (_, e) => (
                  <Typography.Text code copyable={{ text: e.hash }}>
                    {e.hash.slice(0, 8)}
                  </Typography.Text>
                ),
              },
            ]}
          />
        )}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={more}>
            {t('audit.more')}
          </Button>
        )}
      </Flex>
    </>
  )
}
