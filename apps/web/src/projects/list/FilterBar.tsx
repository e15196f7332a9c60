import { type PersonId, type ProjectFilter, searchIndustries } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Grid, Input, InputNumber, Select, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { useMe } from '../../shell/me.ts'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { useTownships } from '../form/PlaceAndTrade.tsx'
import { helpersToChoose } from '../queries.ts'
import type { useColumns } from './columns.tsx'
import { levels, stages } from './ledger.ts'
import { SavedFilters } from './SavedFilters.tsx'

type Props = {
  readonly filter: ProjectFilter
  readonly onChange: (filter: ProjectFilter) => void
  /** Which columns are shown: a saved filter remembers them and brings them back. */
  readonly columns: ReturnType<typeof useColumns>
}

/** The filters of the list; everything chosen here stands in the address. */
export function FilterBar({ filter, onChange, columns }: Props) {
  const t = useText()
  const set = (change: Partial<Record<keyof ProjectFilter, unknown>>) =>
    onChange(without({ ...filter, ...change } as ProjectFilter))
  const wide = Grid.useBreakpoint().md ?? true
  const [unfolded, unfold] = useState(false)
  const inUse = Object.keys(filter).filter((name) => !['q', 'sort', 'descending'].includes(name)).length
  return (
    <Flex wrap gap={8} role="search" aria-label={t('projects.filters')} style={{ marginBottom: 8 }}>
      <SearchBox value={filter.q ?? ''} onChange={(q) => set({ q })} />
      {wide ? (
        <Filters filter={filter} set={set} />
      ) : (
        // On a phone ten fields would push the list off the screen.
        <>
          <Button aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
            {inUse === 0 ? t('projects.filters') : t('projects.filtersInUse', { n: inUse })}
          </Button>
          {unfolded && <Filters filter={filter} set={set} />}
        </>
      )}
      {(wide || unfolded) && <SavedFilters filter={filter} onChange={onChange} columns={columns} />}
      {(wide || unfolded || inUse > 0) && <Button onClick={() => onChange({})}>{t('projects.clear')}</Button>}
    </Flex>
  )
}

type FiltersProps = {
  readonly filter: ProjectFilter
  readonly set: (change: Partial<Record<keyof ProjectFilter, unknown>>) => void
}

function Filters({ filter, set }: FiltersProps) {
  const t = useText()
  const pick = usePick()
  const { may } = useMe()
  return (
    <>
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
      <Several
        label={t('projects.township')}
        value={filter.township}
        options={useTownships()}
        onChange={(township) => set({ township })}
      />
      <Several
        label={t('projects.industry')}
        value={filter.industry}
        options={divisions.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name)}` }))}
        onChange={(industry) => set({ industry })}
      />
      <Select
        mode="tags"
        allowClear
        aria-label={t('projects.fiveNew')}
        placeholder={t('projects.fiveNew')}
        style={{ minWidth: 130 }}
        value={listed(filter.fiveNew)}
        onChange={(chosen) => set({ fiveNew: chosen.join(',') })}
      />
      {may['people.read'] && <HelperChoice value={filter.helper} onChange={(helper) => set({ helper })} />}
      <Flex align="center" gap={6}>
        <Switch
          size="small"
          id="mine"
          checked={filter.mine === 'true'}
          onChange={(on) => set({ mine: on ? 'true' : undefined })}
        />
        <label htmlFor="mine">{t('projects.mine')}</label>
      </Flex>
    </>
  )
}

type HelperProps = {
  readonly value: PersonId | undefined
  readonly onChange: (helper: PersonId | undefined) => void
}

/** Chosen by name and kept by id, so that the address tells no name. */
function HelperChoice({ value, onChange }: HelperProps) {
  const t = useText()
  const { data, isPending } = useQuery(helpersToChoose)
  const helpers = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  // Somebody who is no helper any more still stands on a team; without an own line their bare id would be shown.
  const gone = value !== undefined && !isPending && !helpers.some((h) => h.value === value)
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('projects.helper')}
      placeholder={t('projects.helper')}
      style={{ minWidth: 110 }}
      loading={isPending}
      value={isPending ? null : (value ?? null)}
      options={gone ? [...helpers, { value, label: t('projects.helperGone') }] : helpers}
      onChange={(helper) => onChange(helper ?? undefined)}
    />
  )
}

/** Manufacturing and energy by their divisions: what a district's list is narrowed to; a finer code can be searched for. */
const divisions = searchIndustries('C')
  .concat(searchIndustries('D'))
  .filter(({ code }) => /^[CD]\d\d$/.test(code))

const listed = (value: string | undefined): string[] => (value === undefined || value === '' ? [] : value.split(','))

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
    value={listed(value)}
    options={options}
    onChange={(chosen) => onChange(chosen.join(','))}
  />
)
