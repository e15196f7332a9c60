import { contracts, type ProjectFilter } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Flex, Input, InputNumber, Modal, Select, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { asking } from '../api/asking.ts'
import { useText } from '../text/useText.ts'
import { levels, stages } from './ledger.ts'
import { savedFilters } from './queries.ts'

type Props = {
  readonly filter: ProjectFilter
  readonly onChange: (filter: ProjectFilter) => void
  readonly columns: readonly string[]
}

/** The filters of the list; everything chosen here stands in the address. */
export function FilterBar({ filter, onChange, columns }: Props) {
  const t = useText()
  const set = (change: Partial<Record<keyof ProjectFilter, unknown>>) =>
    onChange(without({ ...filter, ...change } as ProjectFilter))
  return (
    <Flex wrap gap={8} role="search" aria-label={t('projects.filters')} style={{ marginBottom: 8 }}>
      <SearchBox value={filter.q ?? ''} onChange={(q) => set({ q })} />
      <Several
        label={t('projects.level')}
        value={filter.level}
        options={levels.map((v) => ({ value: v, label: t(`projects.level.${v}`) }))}
        onChange={(level) => set({ level })}
      />
      <Select
        allowClear
        aria-label={t('projects.kind')}
        placeholder={t('projects.kind')}
        style={{ minWidth: 96 }}
        value={filter.kind ?? null}
        options={(['implementation', 'reserve'] as const).map((v) => ({ value: v, label: t(`projects.kind.${v}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <InputNumber
        aria-label={t('projects.listYear')}
        placeholder={t('projects.listYear')}
        min={2000}
        max={2100}
        value={filter.listYear ?? null}
        onChange={(listYear) => set({ listYear })}
        style={{ width: 110 }}
      />
      <Several
        label={t('projects.stage')}
        value={filter.stage}
        options={stages.map((v) => ({ value: v, label: t(`projects.stage.${v}`) }))}
        onChange={(stage) => set({ stage })}
      />
      <Select
        allowClear
        aria-label={t('projects.planStatus')}
        placeholder={t('projects.planStatus')}
        style={{ minWidth: 110 }}
        value={filter.planStatus ?? null}
        options={(['none', 'computed', 'countersigning', 'adopted'] as const).map((v) => ({
          value: v,
          label: t(`projects.planStatus.${v}`),
        }))}
        onChange={(planStatus) => set({ planStatus })}
      />
      <Flex align="center" gap={6}>
        <Switch
          size="small"
          id="mine"
          checked={filter.mine === 'true'}
          onChange={(on) => set({ mine: on ? 'true' : undefined })}
        />
        <label htmlFor="mine">{t('projects.mine')}</label>
      </Flex>
      <SavedFilters filter={filter} onChange={onChange} columns={columns} />
      <Button onClick={() => onChange({})}>{t('projects.clear')}</Button>
    </Flex>
  )
}

const without = (filter: ProjectFilter): ProjectFilter =>
  Object.fromEntries(
    Object.entries(filter).filter(([, v]) => v !== undefined && v !== null && v !== ''),
  ) as ProjectFilter

/** Waits for a pause in typing, so that each letter is no request of its own. */
function SearchBox({ value, onChange }: { readonly value: string; readonly onChange: (q: string) => void }) {
  const t = useText()
  const [typed, type] = useState(value)
  useEffect(() => type(value), [value])
  useEffect(() => {
    if (typed === value) return undefined
    const later = setTimeout(() => onChange(typed), 250)
    return () => clearTimeout(later)
  }, [typed, value, onChange])
  return (
    <Input.Search
      allowClear
      aria-label={t('projects.search')}
      placeholder={t('projects.search')}
      style={{ width: 320, maxWidth: '100%' }}
      value={typed}
      onChange={(e) => type(e.target.value)}
    />
  )
}

type SeveralProps = {
  readonly label: string
  readonly value: string | undefined
  readonly options: { value: string; label: string }[]
  readonly onChange: (value: string) => void
}
const Several = ({ label, value, options, onChange }: SeveralProps) => (
  <Select
    mode="multiple"
    maxTagCount="responsive"
    allowClear
    aria-label={label}
    placeholder={label}
    style={{ minWidth: 120 }}
    value={value === undefined || value === '' ? [] : value.split(',')}
    options={options}
    onChange={(chosen) => onChange(chosen.join(','))}
  />
)

function SavedFilters({ filter, onChange, columns }: Props) {
  const t = useText()
  const client = useQueryClient()
  const { data } = useQuery(savedFilters)
  const [name, setName] = useState<string | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: savedFilters.queryKey })
  const save = useMutation({
    mutationFn: (called: string) =>
      asking(contracts.projects.saveFilter, { body: { name: called, filter, columns: [...columns] } }),
    onSuccess: () => {
      setName(null)
      refresh()
    },
  })
  const items = data?.items ?? []
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...items.map((one) => ({ key: one.id, label: one.name, onClick: () => onChange(one.filter) })),
            ...(items.length > 0 ? [{ type: 'divider' as const }] : []),
            { key: 'save', label: t('projects.saveFilter'), onClick: () => setName('') },
          ],
        }}
      >
        <Button>{t('projects.saved')}</Button>
      </Dropdown>
      <Modal
        open={name !== null}
        title={t('projects.filterName')}
        okText={t('projects.save')}
        cancelText={t('projects.cancel')}
        okButtonProps={{ disabled: !name?.trim(), loading: save.isPending }}
        onOk={() => name && save.mutate(name)}
        onCancel={() => setName(null)}
      >
        <Input
          autoFocus
          maxLength={40}
          aria-label={t('projects.filterName')}
          value={name ?? ''}
          onChange={(e) => setName(e.target.value)}
        />
      </Modal>
    </>
  )
}
