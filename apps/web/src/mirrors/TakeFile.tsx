import { contracts, type MirrorDelivery } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Table, Tag, Typography, Upload } from 'antd'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { useRowColumns } from './columns.tsx'

type Seen = { readonly name: string; readonly body: Uint8Array; readonly found: MirrorDelivery }

/** A file of rows: seen first, row by row, then taken. */
export function TakeFile() {
  const t = useText()
  const client = useQueryClient()
  const preview = useMutation({
    mutationFn: async (file: File): Promise<Seen> => {
      const body = new Uint8Array(await file.arrayBuffer())
      return { name: file.name, body, found: await asking(contracts.mirrors.preview, { body }) }
    },
  })
  const take = useMutation({
    mutationFn: ({ body }: Seen) => asking(contracts.mirrors.upload, { body }),
    onSuccess: () => Promise.all(['mirror', 'case'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  const seen = preview.data
  const error = preview.error ?? take.error
  return (
    <>
      <Typography.Paragraph>{t('mirrors.hint')}</Typography.Paragraph>
      <Upload
        accept=".csv,.json,.txt"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          take.reset()
          preview.mutate(file)
          return false
        }}
      >
        <Button type="primary" loading={preview.isPending}>
          {t('mirrors.choose')}
        </Button>
      </Upload>
      {error && <ProblemView error={error} />}
      {take.data && (
        <Alert
          style={{ marginTop: 12 }}
          type="success"
          showIcon
          title={t('mirrors.done', { placed: take.data.placed, waiting: take.data.waiting })}
        />
      )}
      {seen && !take.data && <Found seen={seen} isTaking={take.isPending} onTake={() => take.mutate(seen)} />}
    </>
  )
}

const COLOURS = { placed: 'green', waiting: 'orange', dismissed: 'default' } as const

type FoundProps = { readonly seen: Seen; readonly isTaking: boolean; readonly onTake: () => void }

function Found({ seen: { name, found }, isTaking, onTake }: FoundProps) {
  const t = useText()
  const pick = usePick()
  const columns = useRowColumns()
  const { placed, waiting, repeated } = found
  return (
    <Card
      style={{ marginTop: 12 }}
      title={t('mirrors.found', { file: name, placed, waiting, repeated })}
      extra={
        <Button type="primary" loading={isTaking} onClick={onTake}>
          {t('mirrors.take')}
        </Button>
      }
    >
      <Table
        size="small"
        rowKey="line"
        dataSource={found.rows.map((one, line) => ({ ...one, line }))}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        components={scrolling}
        scroll={{ x: 1100 }}
        columns={[
          ...columns,
          {
            title: t('mirrors.outcome'),
            render: (_, one) => (
              <>
                <Tag color={COLOURS[one.state]}>{t(`mirrors.state.${one.state}`)}</Tag>
                {one.repeated && <Tag>{t('mirrors.repeated')}</Tag>}
                {one.reason && pick(one.reason)}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
