import { contracts, type ProjectFilter } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Input, Popover } from 'antd'
import { useState } from 'react'
import { asking } from '../../api/asking.ts'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { useText } from '../../text/useText.ts'
import { savedFilters } from '../queries.ts'
import type { useColumns } from './columns.tsx'

type Props = {
  readonly filter: ProjectFilter
  readonly columns: ReturnType<typeof useColumns>
  readonly onChange: (filter: ProjectFilter) => void
}

/** Filters with their columns under a name, for oneself: taken up again, kept, removed. */
export function SavedFilters({ filter, columns, onChange }: Props) {
  const t = useText()
  const client = useQueryClient()
  const { data } = useQuery(savedFilters)
  const [name, setName] = useState('')
  const refresh = () => client.invalidateQueries({ queryKey: savedFilters.queryKey })
  const save = useMutation({
    mutationFn: () => asking(contracts.projects.saveFilter, { body: { name, filter, columns: [...columns.shown] } }),
    onSuccess: () => {
      setName('')
      refresh()
    },
  })
  const remove = useMutation({
    mutationFn: (filterId: string) => asking(contracts.projects.removeFilter, { params: { filterId } }),
    onSuccess: refresh,
  })
  const error = save.error ?? remove.error
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Flex vertical gap={8} style={{ width: 300 }}>
          {data?.items.map((one) => (
            <Flex key={one.id} gap={8} justify="space-between">
              <Button
                type="link"
                onClick={() => {
                  columns.onChange(one.columns)
                  onChange(one.filter)
                }}
              >
                {one.name}
              </Button>
              <Button
                size="small"
                aria-label={`${t('projects.remove')}: ${one.name}`}
                onClick={() => remove.mutate(one.id)}
              >
                {t('projects.remove')}
              </Button>
            </Flex>
          ))}
          <Flex gap={8}>
            <Input
              maxLength={40}
              aria-label={t('projects.filterName')}
              placeholder={t('projects.filterName')}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
            <Button disabled={name.trim() === ''} loading={save.isPending} onClick={() => save.mutate()}>
              {t('projects.saveFilter')}
            </Button>
          </Flex>
          {error && <ProblemView error={error} />}
        </Flex>
      }
    >
      <Button>{t('projects.saved')}</Button>
    </Popover>
  )
}
