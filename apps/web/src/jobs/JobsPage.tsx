import { contracts } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Space, Table } from 'antd'
import { asking } from '../api/asking.ts'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useMe } from '../shell/me.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { usePage } from '../shell/usePage.ts'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

const states = ['failed', 'waiting', 'active', 'completed'] as const

/** Work that the server does later: what failed stands first, with its reason and a way to try again. */
export function JobsPage() {
  const t = useText()
  const pick = usePick()
  const { may } = useMe()
  const navigate = useNavigate()
  const page = usePage()
  const search = useSearch({ from: '/jobs' })
  const state = states.find((s) => s === search.state) ?? 'failed'
  const client = useQueryClient()
  const list = useQuery({
    queryKey: ['job', state],
    queryFn: () => asking(contracts.operations.jobs, { query: { state } }),
    refetchInterval: 5000,
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['job'] })
  const retry = useMutation({
    mutationFn: (params: { queue: string; jobId: string }) => asking(contracts.operations.retryJob, { params }),
    onSuccess: refresh,
  })
  const cancel = useMutation({
    mutationFn: (params: { queue: string; jobId: string }) => asking(contracts.operations.cancelJob, { params }),
    onSuccess: refresh,
  })
  const error = list.error ?? retry.error ?? cancel.error
  return (
    <>
      <PageTitle title={t('jobs.title')} />
      <Segmented
        style={{ marginBottom: 12 }}
        value={state}
        options={states.map((s) => ({ value: s, label: `${t(`jobs.${s}`)} ${list.data?.counts[s] ?? ''}` }))}
        onChange={(next) => navigate({ to: '/jobs', search: { state: next } })}
      />
      {error && <ProblemView error={error} />}
      {list.data?.items.length === 0 ? (
        <EmptyState title={t('jobs.nothing')} />
      ) : (
        <Table
          size="small"
          rowKey="id"
          loading={list.isPending}
          dataSource={list.data?.items ?? []}
          pagination={{ pageSize: 50, ...page }}
          components={scrolling}
          scroll={{ x: 760 }}
          columns={[
            { title: t('jobs.name'), render: (_, job) => pick(job.name) },
            { title: t('jobs.subject'), dataIndex: 'subject', ellipsis: true },
            { title: t('jobs.created'), width: 150, render: (_, job) => beijingTime(job.createdAt) },
            { title: t('jobs.ended'), width: 150, render: (_, job) => job.endedAt && beijingTime(job.endedAt) },
            { title: t('jobs.attempts'), dataIndex: 'attempts', width: 70 },
            { title: t('jobs.reason'), dataIndex: 'reason', ellipsis: true },
            {
              title: '',
              width: 150,
              render: (_, job) =>
                may['jobs.retry'] && (
                  <Space>
                    {job.state === 'failed' && (
                      <Button size="small" onClick={() => retry.mutate({ queue: job.queue, jobId: job.id })}>
                        {t('jobs.retry')}
                      </Button>
                    )}
                    {(job.state === 'created' || job.state === 'retry' || job.state === 'active') && (
                      <Button size="small" onClick={() => cancel.mutate({ queue: job.queue, jobId: job.id })}>
                        {t('jobs.cancel')}
                      </Button>
                    )}
                  </Space>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
