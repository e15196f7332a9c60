import type { Phase, ProjectFacts } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Flex, Select, Typography } from 'antd'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { factDefinitions } from '../queries.ts'
import { DayField } from './DayField.tsx'
import { partName } from './factWords.ts'
import { PartCard } from './PartCard.tsx'
import { type Part, renamed, withNewPhase, without, withPart } from './parts.ts'

type Props = {
  readonly facts: ProjectFacts
  /** Numbers that a phase may not have. */
  readonly taken: readonly string[]
  readonly disabled: boolean
  readonly onChange: (facts: ProjectFacts) => void
}

/** The phases of a project (分期): when each may begin, where it stands, what differs in it. */
export function Phases({ facts, taken, disabled, onChange }: Props) {
  const t = useText()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const phases = facts.phases ?? []
  const questions = asked.items.filter((f) => f.of === 'phase')
  const set = (phase: Part) => onChange(withPart(facts, 'phases', phase))
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">
        {t(phases.length === 0 ? 'projects.phasesNone' : 'projects.phasesHint')}
      </Typography.Text>
      {phases.map((phase, at) => (
        <PartCard
          // By its place: its number may be edited.
          // biome-ignore lint/suspicious/noArrayIndexKey: the number of a phase is a field of the form
          key={at}
          kind="phases"
          at={at}
          part={phase}
          facts={facts}
          questions={questions}
          taken={taken}
          disabled={disabled}
          onRename={(id) => onChange(renamed(facts, phase.id, id))}
          onChange={set}
          onRemove={() => onChange(without(facts, phase.id))}
        >
          <DayField
            id={`phases-${at}-notBefore`}
            label={t('projects.notBefore')}
            value={phase.notBefore}
            disabled={disabled}
            onChange={(day) => set(startingOn(phase, day))}
          />
          {facts.parcels && (
            <StandsOn
              id={`phases-${at}-parcels`}
              phase={phase}
              parcels={facts.parcels}
              disabled={disabled}
              onChange={set}
            />
          )}
        </PartCard>
      ))}
      {!disabled && (
        <Button className="add" onClick={() => onChange(withNewPhase(facts, taken))}>
          {t(phases.length === 0 ? 'projects.divide' : 'projects.addPhase')}
        </Button>
      )}
    </Flex>
  )
}

function startingOn({ notBefore: _, ...phase }: Phase, day: string | undefined): Phase {
  return day === undefined ? phase : { ...phase, notBefore: day }
}

type StandsOnProps = {
  readonly id: string
  readonly phase: Phase
  readonly parcels: NonNullable<ProjectFacts['parcels']>
  readonly disabled: boolean
  readonly onChange: (phase: Phase) => void
}

function StandsOn({ id, phase, parcels, disabled, onChange }: StandsOnProps) {
  const t = useText()
  const pick = usePick()
  const { parcels: _, ...anywhere } = phase
  return (
    <div className="fact">
      <label htmlFor={id}>{t('projects.standsOn')}</label>
      <Select
        id={id}
        mode="multiple"
        disabled={disabled}
        placeholder={t('projects.allParcels')}
        value={phase.parcels ?? []}
        options={parcels.map((p) => ({ value: p.id, label: partName(p, pick) }))}
        onChange={(chosen: string[]) => onChange(chosen.length > 0 ? { ...phase, parcels: chosen } : anywhere)}
      />
    </div>
  )
}
