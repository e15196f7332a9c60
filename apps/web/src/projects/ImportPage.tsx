import { contracts, type ImportPreview, urlOf } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Space, Table, Typography, Upload } from 'antd'
import { asking } from '../api/asking.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { projectKey } from './queries.ts'

/** A list from a sheet: looked at first, then all of it or nothing. */
export function ImportPage() {
  const t = useText()
  const client = useQueryClient()
  const preview = useMutation({
    mutationFn: async (file: File) =>
      asking(contracts.projects.importPreview, { body: new Uint8Array(await file.arrayBuffer()) }),
  })
  const run = useMutation({
    mutationFn: (uploadId: string) => asking(contracts.projects.importRun, { params: { uploadId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: projectKey() }),
  })
  const found = preview.data
  return (
    <>
      <PageTitle title={t('projects.importTitle')} />
      <Typography.Paragraph>{t('projects.importHint')}</Typography.Paragraph>
      <Space wrap>
        <Upload
          accept=".xlsx"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(file) => {
            run.reset()
            preview.mutate(file)
            return false
          }}
        >
          <Button type="primary" loading={preview.isPending}>
            {t('projects.importChoose')}
          </Button>
        </Upload>
        <Button href={urlOf(contracts.projects.exportSheet)} download>
          {t('projects.export')}
        </Button>
      </Space>
      {preview.error && <ProblemView error={preview.error} />}
      {run.error && <ProblemView error={run.error} />}
      {run.data && (
        <Alert
          style={{ marginTop: 12 }}
          type="success"
          showIcon
          title={t('projects.importDone', { added: run.data.added, changed: run.data.changed })}
        />
      )}
      {found && !run.data && <Found found={found} running={run.isPending} onRun={() => run.mutate(found.uploadId)} />}
    </>
  )
}

function Found({
  found,
  running,
  onRun,
}: {
  readonly found: ImportPreview
  readonly running: boolean
  readonly onRun: () => void
}) {
  const t = useText()
  const listText = useListText()
  const pick = usePick()
  const faulty = found.faults.length > 0
  return (
    <Card
      style={{ marginTop: 12 }}
      title={t('projects.importFound', {
        rows: found.rows,
        added: found.added,
        changed: found.changed,
        same: found.same,
      })}
    >
      <Flex vertical gap={12}>
        {found.warnings.map((warning) => (
          <Alert key={warning.zh} type="warning" title={pick(warning)} />
        ))}
        {faulty && (
          <>
            <Alert
              type="error"
              showIcon
              title={t('projects.importFaults', { count: found.faults.length })}
              action={
                <Button href={urlOf(contracts.projects.importMarked, { uploadId: found.uploadId })} download>
                  {t('projects.importMarked')}
                </Button>
              }
            />
            <Table
              size="small"
              rowKey={(f) => `${f.sheet}!${f.column}${f.row}${f.message.en}`}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              components={scrolling}
              scroll={{ x: 640 }}
              dataSource={found.faults}
              columns={[
                { title: t('projects.cell'), width: 130, render: (_, f) => `${f.sheet}!${f.column}${f.row}` },
                { title: t('projects.name'), dataIndex: 'header', width: 140 },
                { title: t('projects.value'), dataIndex: 'value', width: 160 },
                { title: t('projects.mistake'), render: (_, f) => pick(f.message) },
              ]}
            />
          </>
        )}
        <Table
          size="small"
          rowKey="row"
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          dataSource={found.sample}
          columns={[
            { title: t('projects.row'), dataIndex: 'row', width: 70 },
            { title: t('projects.name'), dataIndex: 'name' },
            { title: '', width: 90, render: (_, s) => t(`projects.what.${s.what}`) },
            { title: '', render: (_, s) => listText(s.changes) },
          ]}
        />
        <Button type="primary" disabled={faulty} loading={running} onClick={onRun}>
          {t('projects.importRun')}
        </Button>
      </Flex>
    </Card>
  )
}
