import type { ProjectFacts, UnitWorks as Unit } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Flex, Select, Typography } from 'antd'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { factDefinitions } from '../queries.ts'
import { partName } from './factWords.ts'
import { PartCard } from './PartCard.tsx'
import { type Part, renamed, withNewUnit, without, withPart } from './parts.ts'

type Props = {
  readonly facts: ProjectFacts
  readonly taken: readonly string[]
  readonly disabled: boolean
  readonly onChange: (facts: ProjectFacts) => void
}

/** Buildings that are permitted for themselves (单位工程), each of a phase. */
export function UnitWorks({ facts, taken, disabled, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const questions = asked.items.filter((f) => f.of === 'phase')
  const set = (unit: Part) => onChange(withPart(facts, 'unitWorks', unit))
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('projects.unitWorksHint')}</Typography.Text>
      {(facts.unitWorks ?? []).map((unit, at) => (
        <PartCard
          // biome-ignore lint/suspicious/noArrayIndexKey: the number of a unit is a field of the form
          key={at}
          kind="unitWorks"
          at={at}
          part={unit}
          facts={facts}
          questions={questions}
          taken={taken}
          disabled={disabled}
          onRename={(id) => onChange(renamed(facts, unit.id, id))}
          onChange={set}
          onRemove={() => onChange(without(facts, unit.id))}
        >
          {facts.phases && (
            <div className="fact">
              <label htmlFor={`unitWorks-${at}-phase`}>{t('projects.ofPhase')}</label>
              <Select
                id={`unitWorks-${at}-phase`}
                allowClear
                disabled={disabled}
                placeholder={t('projects.allPhases')}
                value={unit.phase ?? null}
                options={facts.phases.map((p) => ({ value: p.id, label: partName(p, pick) }))}
                onChange={(phase?: string) => set(inPhase(unit, phase))}
              />
            </div>
          )}
        </PartCard>
      ))}
      {!disabled && (
        <Button className="add" onClick={() => onChange(withNewUnit(facts, taken))}>
          {t('projects.addUnit')}
        </Button>
      )}
    </Flex>
  )
}

function inPhase({ phase: _, ...unit }: Unit, phase: string | undefined): Unit {
  return phase === undefined ? unit : { ...unit, phase }
}
