import type { contracts, OutOf, ProjectFacts } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Collapse, Flex, Select, Typography } from 'antd'
import { memo, useMemo, useState } from 'react'
import { usePick } from '../../text/usePick.ts'
import { type Key, useText } from '../../text/useText.ts'
import { factDefinitions } from '../queries.ts'
import { DayField } from './DayField.tsx'
import { DoneMatters } from './DoneMatters.tsx'
import { type FactDefinition, FactField } from './FactField.tsx'
import { bareOf, type Stated } from './factValue.ts'
import { factWords, partName } from './factWords.ts'
import { groupOfFault } from './faultPlace.ts'
import { statedInParts, withList, withOwnFact, withPart } from './parts.ts'
import { useSteady } from './useSteady.ts'

type Questions = OutOf<typeof contracts.plans.preview>['questions']

type Props = {
  readonly facts: ProjectFacts
  readonly questions: Questions
  readonly disabled: boolean
  /** What is wrong, by pointer: a group of facts that holds something of it stays open. */
  readonly faults: ReadonlyMap<string, string>
  readonly onChange: (facts: ProjectFacts) => void
}

/** The facts: first the questions whose answers change the plan, then all of them by group. */
export function FactsForm({ facts, questions, disabled, faults, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const [opened, setOpened] = useState<readonly string[]>(['project', 'land'])
  const faulty = useMemo(
    () => [...faults.keys()].flatMap((pointer) => groupOfFault(pointer, asked.items) ?? []),
    [faults, asked.items],
  )
  const setFact = useSteady((id: string, stated: Stated) =>
    onChange({ ...facts, facts: { ...facts.facts, [id]: stated } }),
  )
  const field = (id: string, hint?: string) => {
    const fact = asked.items.find((f) => f.id === id)
    return (
      fact && (
        <Question
          key={id}
          fact={fact}
          stated={facts.facts[id]}
          disabled={disabled}
          hint={hint}
          elsewhere={elsewhere(fact)}
          onState={setFact}
        />
      )
    )
  }
  const elsewhere = (fact: FactDefinition): string | undefined => {
    const own = statedInParts(facts, fact.id)
    return own.length === 0
      ? undefined
      : t('projects.elsewhere', {
          says: own.map(({ part, stated }) => `${partName(part, pick)} ${factWords(fact, stated, t, pick)}`).join('; '),
        })
  }
  // A part that says "unknown" is asked for itself: the project's answer does not reach it.
  const openParts = (id: string) => {
    const fact = asked.items.find((f) => f.id === id)
    return statedInParts(facts, id).flatMap(({ kind, at, part, stated }) =>
      fact && bareOf(stated) === undefined
        ? [
            <FactField
              key={`${part.id} ${id}`}
              fact={fact}
              within={{ id: `ask-${kind}-${at}`, name: partName(part, pick) }}
              stated={stated}
              disabled={disabled}
              onChange={(answer) => onChange(withPart(facts, kind, withOwnFact(part, id, answer)))}
            />,
          ]
        : [],
    )
  }
  const first = questions.slice(0, 6)
  return (
    <Flex vertical gap={16}>
      {first.length > 0 && (
        <section aria-label={t('projects.askFirst')}>
          <Typography.Title level={4}>{t('projects.askFirst')}</Typography.Title>
          <div className="form-grid">
            {first.flatMap((q) => [
              field(
                q.fact,
                q.moves
                  ? t('projects.moves', { days: Math.abs(q.moves) })
                  : t('projects.touches', { count: q.matters }),
              ),
              ...openParts(q.fact),
            ])}
          </div>
        </section>
      )}
      <LandAndDays facts={facts} disabled={disabled} onChange={onChange} />
      <Collapse
        activeKey={[...new Set([...opened, ...faulty])]}
        onChange={setOpened}
        items={[
          ...asked.groups.map(({ id, name }) => ({
            key: id,
            label: pick(name),
            children: (
              <div className="form-grid">{asked.items.filter((f) => f.group === id).map((f) => field(f.id))}</div>
            ),
          })),
          {
            key: 'tracks',
            label: t('projects.tracks'),
            children: <Tracks facts={facts} matters={asked.matters} disabled={disabled} onChange={onChange} />,
          },
          {
            key: 'done',
            label: t('projects.done'),
            children: (
              <DoneMatters
                facts={facts}
                matters={asked.matters}
                disabled={disabled}
                onChange={(done) => onChange(withList(facts, 'done', done))}
              />
            ),
          },
        ]}
      />
    </Flex>
  )
}

type QuestionProps = {
  readonly fact: FactDefinition
  readonly stated: Stated | undefined
  readonly disabled: boolean
  readonly hint: string | undefined
  readonly elsewhere: string | undefined
  readonly onState: (id: string, stated: Stated) => void
}

/** A question about the whole project, drawn anew only when something about it has changed. */
const Question = memo(function Question({ fact, hint, onState, ...rest }: QuestionProps) {
  return (
    <FactField
      fact={fact}
      hint={hint}
      // A question that is asked first stands among the others, too: each has an id of its own.
      within={hint === undefined ? undefined : { id: 'first' }}
      onChange={(stated) => onState(fact.id, stated)}
      {...rest}
    />
  )
})

const bases = ['transaction', 'contract', 'handover', 'title'] as const

function LandAndDays({ facts, disabled, onChange }: Pick<Props, 'facts' | 'disabled' | 'onChange'>) {
  const t = useText()
  const pick = usePick()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const { land: _, ...withoutLand } = facts
  return (
    <div className="form-grid">
      <div className="fact">
        <label htmlFor="land-basis">{t('projects.landBasis')}</label>
        <Select
          id="land-basis"
          allowClear
          disabled={disabled}
          value={facts.land?.basis ?? null}
          options={bases.map((b) => ({ value: b, label: t(`projects.basis.${b}`) }))}
          onChange={(basis: (typeof bases)[number] | undefined) =>
            onChange(basis ? { ...facts, land: { ...facts.land, basis } } : withoutLand)
          }
        />
      </div>
      {facts.land && (
        <DayField
          id="land-day"
          label={t('projects.landDay')}
          value={facts.land.day}
          disabled={disabled}
          onChange={(day) =>
            onChange({ ...facts, land: { basis: facts.land?.basis ?? 'transaction', ...(day ? { day } : {}) } })
          }
        />
      )}
      <DayField
        id="start-by"
        label={t('projects.startBy')}
        value={facts.startBy}
        disabled={disabled}
        onChange={(day) => onChange(withDay(facts, 'startBy', day))}
      />
      <DayField
        id="as-of"
        label={t('projects.asOf')}
        value={facts.asOf}
        disabled={disabled}
        onChange={(day) => onChange(withDay(facts, 'asOf', day))}
      />
      <div className="fact">
        <label htmlFor="assessments">{t('projects.assessments')}</label>
        <Select
          id="assessments"
          mode="multiple"
          disabled={disabled}
          value={facts.assessments ?? []}
          options={asked.assessments.map((a) => ({
            value: a.id,
            label: `${pick(a.name)}${a.validTo ? ` → ${a.validTo}` : ''}`,
          }))}
          onChange={(assessments) => onChange({ ...facts, assessments })}
        />
      </div>
    </div>
  )
}

function withDay(facts: ProjectFacts, key: 'startBy' | 'asOf', day: string | undefined): ProjectFacts {
  const { [key]: _, ...rest } = facts
  return day === undefined ? rest : { ...rest, [key]: day }
}

type TracksProps = Pick<Props, 'facts' | 'disabled' | 'onChange'> & {
  readonly matters: OutOf<typeof contracts.editions.facts>['matters']
}

/** Only matters for which somebody chose a track stand here; all others take the quickest lawful one. */
function Tracks({ facts, matters, disabled, onChange }: TracksProps) {
  const t = useText()
  const pick = usePick()
  const chosen = facts.tracks ?? {}
  const set = (matter: string, track: string) => {
    const { [matter]: _, ...rest } = chosen
    // Changed, a matter stays in its line.
    onChange({ ...facts, tracks: track === 'best' ? rest : { ...chosen, [matter]: track } })
  }
  const name = (id: string) => `${id} ${pick(matters.find((m) => m.id === id)?.name ?? { zh: '', en: '' })}`
  const lawful = (id: string) => matters.find((m) => m.id === id)?.tracks ?? []
  return (
    <Flex vertical gap={8}>
      {Object.entries(chosen).map(([matter, track]) => (
        <Flex key={matter} gap={8} align="center" wrap>
          <span style={{ flex: 1, minWidth: 200 }}>{name(matter)}</span>
          <Select
            aria-label={name(matter)}
            disabled={disabled}
            style={{ width: 220 }}
            value={track}
            options={['best', ...lawful(matter)].map((v) => ({ value: v, label: t(`projects.track.${v}` as Key) }))}
            onChange={(v) => set(matter, v)}
          />
        </Flex>
      ))}
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        disabled={disabled}
        aria-label={t('projects.add')}
        placeholder={t('projects.add')}
        value={null}
        options={matters
          .filter((m) => chosen[m.id] === undefined && m.tracks.length > 1)
          .map((m) => ({ value: m.id, label: name(m.id) }))}
        onChange={(matter: string | null) => matter && set(matter, 'standard')}
      />
    </Flex>
  )
}
