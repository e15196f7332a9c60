import type { contracts, OutOf, ProjectFacts } from '@kaigong/contract'
import { Button, Flex, Select, Typography } from 'antd'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { FactField } from './FactField.tsx'
import { factWords, partName } from './factWords.ts'
import { type Part, withOwnFact } from './parts.ts'

type Props = {
  /** Of the part in its list, for the ids of its fields. */
  readonly place: string
  readonly part: Part
  /** What the whole project answers. */
  readonly whole: ProjectFacts['facts']
  /** The questions that may be answered part by part. */
  readonly questions: OutOf<typeof contracts.editions.facts>['items']
  readonly disabled: boolean
  readonly onChange: (part: Part) => void
}

/** What differs in a part from the whole project: only that is written down, and taken back it is the project's answer again. */
export function PartFacts({ place, part, whole, questions, disabled, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const own = questions.filter(({ id }) => part.facts?.[id] !== undefined)
  const others = questions.filter(({ id }) => part.facts?.[id] === undefined)
  const name = partName(part, pick)
  return (
    <Flex vertical gap={8}>
      {own.length === 0 && <Typography.Text type="secondary">{t('projects.sameAsWhole')}</Typography.Text>}
      {own.length > 0 && (
        <div className="form-grid">
          {own.map((fact) => (
            <FactField
              key={fact.id}
              fact={fact}
              within={{ id: place, name, underItsHeading: true }}
              stated={part.facts?.[fact.id]}
              disabled={disabled}
              onChange={(stated) => onChange(withOwnFact(part, fact.id, stated))}
            >
              {!disabled && (
                <Button
                  type="link"
                  size="small"
                  aria-label={`${t('projects.likeWhole')} · ${name} ${pick(fact.name)}`}
                  onClick={() => onChange(withOwnFact(part, fact.id, undefined))}
                >
                  {t('projects.likeWhole')}
                </Button>
              )}
            </FactField>
          ))}
        </div>
      )}
      {!disabled && others.length > 0 && (
        <Select
          className="adder"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={`${t('projects.addDiffering')} · ${name}`}
          placeholder={t('projects.addDiffering')}
          value={null}
          options={others.map((fact) => ({
            value: fact.id,
            label: t('projects.wholeSays', { name: pick(fact.name), says: factWords(fact, whole[fact.id], t, pick) }),
          }))}
          // It begins with the project's answer, or openly unknown: then one changes what is different.
          onChange={(id: string | null) => id !== null && onChange(withOwnFact(part, id, whole[id] ?? 'unknown'))}
        />
      )}
    </Flex>
  )
}
