import type { PlanDocument, ProjectFacts, Readiness as Ready } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Collapse, DatePicker, Flex, Input, Segmented, Select, Tag, Typography } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { useMe } from '../../shell/me.ts'
import { type Pick, usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { factDefinitions } from '../queries.ts'
import { partName } from './factWords.ts'
import { type Part, withList } from './parts.ts'
import { type Awaited, type Awaiting, awaited, wholeMatters, withReadyDay } from './readiness.ts'

type Props = {
  readonly facts: ProjectFacts
  /** The plan that was tried with these facts, where there is one: it says what has to be brought, by when. */
  readonly plan: PlanDocument | undefined
  readonly disabled: boolean
  readonly onChange: (facts: ProjectFacts) => void
}

/** When the company will have each material, by who brings it. What has no day is there in time. */
export function Readiness({ facts, plan, disabled, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState<'all' | 'dated'>('all')
  const groups = useMemo(() => awaited(plan, facts, asked.matters), [plan, facts, asked.matters])
  const part = partNamer(facts, pick)
  const found = (one: Awaited) =>
    (only === 'all' || one.on !== undefined) &&
    [one.matter, pick(one.matterName), pick(one.name), part(one.scope)].some((words) =>
      words.toLowerCase().includes(typed.trim().toLowerCase()),
    )
  const narrowed = typed.trim() !== '' || only === 'dated'
  const shown = groups
    .map((group) => ({ ...group, materials: group.materials.filter(found) }))
    .filter(({ materials }) => materials.length > 0)
  // Those with a day stand open from the start; what somebody looks for opens, too.
  const [opened, setOpened] = useState<readonly string[]>(() => groups.filter(hasDay).map(({ from }) => from))
  const setDay = (one: Awaited, on: string | undefined) =>
    onChange(withList(facts, 'ready', [...withReadyDay(facts, asked.matters, one, on)]))
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('projects.readyHint')}</Typography.Text>
      {groups.length === 0 && <Typography.Text>{t('projects.readyNoPlan')}</Typography.Text>}
      {groups.length > 0 && (
        <Flex gap={8} wrap align="center">
          <Segmented<'all' | 'dated'>
            aria-label={t('projects.readyShow')}
            value={only}
            onChange={setOnly}
            options={[
              { value: 'all', label: t('projects.readyAll', { count: countOf(groups, () => true) }) },
              { value: 'dated', label: t('projects.readyDated', { count: countOf(groups, isDated) }) },
            ]}
          />
          <Input
            allowClear
            style={{ flex: '1 1 200px', maxWidth: 320 }}
            aria-label={t('projects.readySearch')}
            placeholder={t('projects.readySearch')}
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
          />
        </Flex>
      )}
      {groups.length > 0 && shown.length === 0 && <Typography.Text>{t('projects.readyNoneFound')}</Typography.Text>}
      {shown.length > 0 && (
        <Collapse
          activeKey={narrowed ? shown.map(({ from }) => from) : [...opened]}
          onChange={(keys) => setOpened(keys)}
          items={shown.map(({ from, materials }) => ({
            key: from,
            label: t(`projects.from.${from}`),
            extra: t('projects.readyCount', { count: materials.length, dated: materials.filter(isDated).length }),
            children: (
              <ul className="awaited">
                {materials.map((one) => (
                  <Line
                    key={one.key}
                    one={one}
                    part={part(one.scope)}
                    id={idOfEntry(facts.ready ?? [], one)}
                    disabled={disabled}
                    onChange={(on) => setDay(one, on)}
                  />
                ))}
              </ul>
            ),
          }))}
        />
      )}
      <WholeMatters facts={facts} plan={plan} disabled={disabled} onChange={onChange} />
    </Flex>
  )
}

const isDated = ({ on }: Awaited) => on !== undefined
const hasDay = ({ materials }: Awaiting) => materials.some(isDated)
const countOf = (groups: readonly Awaiting[], counts: (one: Awaited) => boolean) =>
  groups.reduce((sum, { materials }) => sum + materials.filter(counts).length, 0)

/** Where a problem of the server points to: the entry's place in the list. A day named for all places stands in each, and is nobody's own. */
const idOfEntry = (ready: readonly Ready[], { matter, scope, material }: Awaited): string | undefined => {
  const at = ready.findIndex((r) => r.matter === matter && r.material === material && (r.scope ?? '') === scope)
  return at < 0 ? undefined : `ready-${at}-on`
}

/** Names a phase or parcel by its id; the whole project has none. */
function partNamer({ phases = [], parcels = [], unitWorks = [] }: ProjectFacts, pick: Pick) {
  const parts: readonly Part[] = [...phases, ...parcels, ...unitWorks]
  return (id: string): string => partName(parts.find((p) => p.id === id) ?? { id }, pick)
}

type LineProps = {
  readonly one: Awaited
  readonly part: string
  readonly id: string | undefined
  readonly disabled: boolean
  readonly onChange: (on: string | undefined) => void
}

function Line({ one, part, id, disabled, onChange }: LineProps) {
  const t = useText()
  const pick = usePick()
  const name = pick(one.name)
  const whereTo = [one.matter, pick(one.matterName), part].filter(Boolean).join(' ')
  return (
    <li>
      <span className="awaited-name">
        <span title={t(one.essential ? 'projects.essential' : 'projects.deferrable')}>
          <span aria-hidden="true">{one.essential ? '★' : '△'}</span>
          <span className="sr-only">{t(one.essential ? 'projects.essential' : 'projects.deferrable')}</span>
        </span>{' '}
        {name}
        <small>{whereTo}</small>
      </span>
      <span className="awaited-needed">
        {one.neededBy === null ? (
          <Tag>{t('projects.readyNotAsked')}</Tag>
        ) : (
          <small>{t('projects.readyNeeded', { day: one.neededBy })}</small>
        )}
      </span>
      <DatePicker
        {...(id === undefined ? {} : { id })}
        aria-label={`${t('projects.readyOn')} · ${name} · ${whereTo}`}
        placeholder={t('projects.readyInTime')}
        disabled={disabled}
        value={one.on === undefined ? null : dayjs(one.on)}
        onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : undefined)}
      />
    </li>
  )
}

/** Matters all of whose materials come on one day. */
function WholeMatters({ facts, plan, disabled, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const { today } = useMe()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const ready = facts.ready ?? []
  const whole = wholeMatters(facts)
  const part = partNamer(facts, pick)
  const set = (list: readonly Ready[]) => onChange(withList(facts, 'ready', [...list]))
  const name = (id: string) => `${id} ${pick(asked.matters.find((m) => m.id === id)?.name ?? { zh: '', en: '' })}`
  const planned = new Set(plan?.matters.map((m) => m.matter))
  const others = asked.matters.filter(
    (m) => m.materials.length > 0 && planned.has(m.id) && !whole.some(({ entry }) => entry.matter === m.id),
  )
  if (whole.length === 0 && (disabled || others.length === 0)) return null
  return (
    <section className="part" aria-label={t('projects.readyWhole')}>
      <Typography.Title level={4} className="part-title">
        {t('projects.readyWhole')}
      </Typography.Title>
      <ul className="awaited">
        {whole.map(({ at, entry }) => (
          <li key={at}>
            <span className="awaited-name">
              {name(entry.matter)}
              {entry.scope !== undefined && <small>{part(entry.scope)}</small>}
            </span>
            <Button
              size="small"
              disabled={disabled}
              aria-label={`${t('projects.remove')} · ${name(entry.matter)}`}
              onClick={() => set(ready.filter((_, i) => i !== at))}
            >
              {t('projects.remove')}
            </Button>
            <DatePicker
              id={`ready-${at}-on`}
              aria-label={`${t('projects.readyOn')} · ${name(entry.matter)}`}
              disabled={disabled}
              allowClear={false}
              value={dayjs(entry.on)}
              onChange={(day) =>
                day && set(ready.map((r, i) => (i === at ? { ...r, on: day.format('YYYY-MM-DD') } : r)))
              }
            />
          </li>
        ))}
      </ul>
      {!disabled && (
        <Select
          className="adder"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('projects.readyWholeAdd')}
          placeholder={t('projects.readyWholeAdd')}
          value={null}
          options={others.map((m) => ({ value: m.id, label: name(m.id) }))}
          onChange={(matter: string | null) => matter !== null && set([...ready, { matter, on: facts.asOf ?? today }])}
        />
      )}
    </section>
  )
}
