import { contracts, type MirrorWaiting } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { EmptyState } from '../shell/EmptyState.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { useRowColumns } from './columns.tsx'
import { waitingRows } from './queries.ts'

/** Rows that found no place, each with its reason: tried again all at once, or dismissed for a reason. */
export function Waiting() {
  const t = useText()
  const pick = usePick()
  const client = useQueryClient()
  const columns = useRowColumns()
  const { data, error, isPending, refetch } = useQuery(waitingRows)
  const [dismissed, setDismissed] = useState<MirrorWaiting>()
  const retry = useMutation({
    mutationFn: () => asking(contracts.mirrors.retry, {}),
    onSuccess: () => Promise.all(['mirror', 'case'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  return (
    <Card
      style={{ marginTop: 12 }}
      loading={isPending}
      title={t('mirrors.waiting', { n: data?.total ?? 0 })}
      extra={
        <Button loading={retry.isPending} disabled={!data?.total} onClick={() => retry.mutate()}>
          {t('mirrors.retry')}
        </Button>
      }
    >
      {error && <ProblemView error={error} onRetry={refetch} />}
      {retry.error && <ProblemView error={retry.error} />}
      {retry.data && (
        <Alert
          style={{ marginBottom: 12 }}
          type="info"
          showIcon
          title={t('mirrors.retried', { placed: retry.data.placed, waiting: retry.data.waiting })}
        />
      )}
      {data?.items.length === 0 ? (
        <EmptyState title={t('mirrors.none')} />
      ) : (
        <Table
          size="small"
          rowKey="id"
          dataSource={data?.items ?? []}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          components={scrolling}
          scroll={{ x: 1200 }}
          columns={[
            ...columns,
            { title: t('mirrors.outcome'), render: (_, { reason }) => pick(reason) },
            {
              title: '',
              width: 110,
              render: (_, one) => (
                <Button size="small" onClick={() => setDismissed(one)}>
                  {t('mirrors.dismiss')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {dismissed && <Dismiss waiting={dismissed} onClose={() => setDismissed(undefined)} />}
    </Card>
  )
}

function Dismiss({ waiting, onClose }: { readonly waiting: MirrorWaiting; readonly onClose: () => void }) {
  const t = useText()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const dismissing = useMutation({
    mutationFn: () => asking(contracts.mirrors.dismiss, { params: { rowId: waiting.id }, body: { reason } }),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: waitingRows.queryKey })
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`${t('mirrors.dismiss')} ${waiting.row.sourceId}`}
      okText={t('mirrors.dismiss')}
      cancelText={t('cases.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      confirmLoading={dismissing.isPending}
      onOk={() => dismissing.mutate()}
      onCancel={onClose}
    >
      <Input.TextArea
        aria-label={t('mirrors.dismissWhy')}
        placeholder={t('mirrors.dismissWhy')}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {dismissing.error && <ProblemView error={dismissing.error} />}
    </Modal>
  )
}
