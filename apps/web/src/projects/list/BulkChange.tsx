import { contracts, type OutOf, type ProjectListItem } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, List, Select, Space } from 'antd'
import { useState } from 'react'
import { asking } from '../../api/asking.ts'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { useText } from '../../text/useText.ts'
import { projectKey } from '../queries.ts'
import { levels, stages } from './ledger.ts'

type Props = { readonly chosen: readonly ProjectListItem[]; readonly onDone: () => void; readonly onClear: () => void }

/** One change to many projects, each with a result of its own. */
export function BulkChange({ chosen, onDone, onClear }: Props) {
  const t = useText()
  const client = useQueryClient()
  const [stage, setStage] = useState<ProjectListItem['stage']>()
  const [level, setLevel] = useState<ProjectListItem['level']>()
  const change = useMutation({
    mutationFn: () =>
      asking(contracts.projects.bulk, {
        body: {
          projects: chosen.map(({ id, version }) => ({ id, version })),
          set: { ...(stage ? { stage } : {}), ...(level ? { level } : {}) },
        },
      }),
    onSuccess: ({ results }) => {
      client.invalidateQueries({ queryKey: projectKey() })
      if (results.every((r) => r.done)) onDone()
    },
  })
  return (
    <Alert
      type="info"
      style={{ marginBottom: 8 }}
      title={t('projects.selected', { count: chosen.length })}
      description={
        <Flex vertical gap={8}>
          <Space wrap>
            <Select
              allowClear
              aria-label={t('projects.stage')}
              placeholder={t('projects.stage')}
              style={{ width: 130 }}
              value={stage ?? null}
              onChange={(v) => setStage(v ?? undefined)}
              options={stages.map((v) => ({ value: v, label: t(`projects.stage.${v}`) }))}
            />
            <Select
              allowClear
              aria-label={t('projects.level')}
              placeholder={t('projects.level')}
              style={{ width: 130 }}
              value={level ?? null}
              onChange={(v) => setLevel(v ?? undefined)}
              options={levels.map((v) => ({ value: v, label: t(`projects.level.${v}`) }))}
            />
            <Button
              type="primary"
              disabled={!stage && !level}
              loading={change.isPending}
              onClick={() => change.mutate()}
            >
              {t('projects.bulk')}
            </Button>
            <Button onClick={onClear}>{t('projects.unselect')}</Button>
          </Space>
          {change.error && <ProblemView error={change.error} />}
          {change.data && <Results results={change.data.results} chosen={chosen} />}
        </Flex>
      }
    />
  )
}

type Outcome = OutOf<typeof contracts.projects.bulk>['results']

function Results({ results, chosen }: { readonly results: Outcome; readonly chosen: readonly ProjectListItem[] }) {
  const t = useText()
  const failed = results.filter((r) => !r.done)
  return (
    <List
      size="small"
      header={t('projects.bulkDone', { done: results.length - failed.length, failed: failed.length })}
      dataSource={failed}
      renderItem={(r) => (
        <List.Item>
          {chosen.find((c) => c.id === r.id)?.name}: {r.reason}
        </List.Item>
      )}
    />
  )
}
