import type { contracts, OutOf } from '@kaigong/contract'
import { Input, InputNumber, Segmented, Select, Space, Typography } from 'antd'
import { Confidence } from '../plans/Confidence.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { type Bare, bareOf, confidenceOf, type Stated, sourceOf, stating } from './factValue.ts'

type FactDefinition = OutOf<typeof contracts.editions.facts>['items'][number]

type Props = {
  readonly fact: FactDefinition
  readonly stated: Stated | undefined
  readonly disabled: boolean
  /** Why this question matters for the plan, where it does. */
  readonly hint?: string | undefined
  readonly onChange: (stated: Stated) => void
}

/** One question of the fact form: the answer, what is assumed without one, where the answer comes from. */
export function FactField({ fact, stated, disabled, hint, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const id = `fact-${fact.id}`
  const value = bareOf(stated)
  const [source, confidence] = [sourceOf(stated), confidenceOf(stated)]
  return (
    <div className="fact">
      <label htmlFor={id} id={`${id}-label`}>
        {pick(fact.question)}
      </label>
      {hint && <Typography.Text type="warning">{hint}</Typography.Text>}
      <Answer
        fact={fact}
        id={id}
        value={value}
        disabled={disabled}
        onChange={(next) => onChange(stating(stated, next))}
      />
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {value === undefined && fact.assumed && t('projects.assumed', { says: pick(fact.assumed.says) })}
        {value !== undefined && source && t('projects.source', { title: source })}{' '}
        {value !== undefined && confidence && <Confidence mark={confidence} />}
      </Typography.Text>
    </div>
  )
}

type AnswerProps = {
  readonly fact: FactDefinition
  readonly id: string
  readonly value: Bare | undefined
  readonly disabled: boolean
  readonly onChange: (value: Bare | undefined) => void
}

function Answer({ fact, id, value, disabled, onChange }: AnswerProps) {
  const t = useText()
  const pick = usePick()
  switch (fact.type) {
    case 'boolean':
      return (
        <Segmented
          aria-labelledby={`${id}-label`}
          disabled={disabled}
          value={value === undefined ? 'unknown' : String(value)}
          options={[
            { value: 'true', label: t('projects.yes') },
            { value: 'false', label: t('projects.no') },
            { value: 'unknown', label: t('projects.unknown') },
          ]}
          onChange={(chosen) => onChange(chosen === 'unknown' ? undefined : chosen === 'true')}
        />
      )
    case 'choice':
    case 'choices':
      return (
        <Select
          id={id}
          allowClear
          disabled={disabled}
          placeholder={t('projects.unknown')}
          {...(fact.type === 'choices' ? { mode: 'multiple' as const } : {})}
          value={(value ?? (fact.type === 'choices' ? [] : null)) as string}
          options={fact.choices.map((c) => ({ value: c.value, label: pick(c.name) }))}
          onChange={(chosen: Bare | undefined | null) => onChange(chosen ?? undefined)}
        />
      )
    case 'number':
    case 'integer':
      return <Figure fact={fact} id={id} value={value} disabled={disabled} onChange={onChange} />
    case 'text':
      return (
        <Input
          id={id}
          disabled={disabled}
          placeholder={t('projects.unknown')}
          value={(value as string | undefined) ?? ''}
          onChange={(e) => onChange(e.target.value === '' ? undefined : e.target.value)}
        />
      )
  }
}

/** A number in the fact's own unit; one that was written with another unit (150 亿元) stays the text that it is. */
function Figure({ fact, id, value, disabled, onChange }: AnswerProps) {
  const t = useText()
  if (typeof value === 'string') {
    return (
      <Input
        id={id}
        disabled={disabled}
        value={value}
        onChange={(e) => onChange(e.target.value === '' ? undefined : e.target.value)}
      />
    )
  }
  return (
    <Space.Compact block>
      <InputNumber
        id={id}
        disabled={disabled}
        placeholder={t('projects.unknown')}
        style={{ width: '100%' }}
        {...(fact.minimum === null ? {} : { min: fact.minimum })}
        {...(fact.maximum === null ? {} : { max: fact.maximum })}
        {...(fact.type === 'integer' ? { precision: 0 } : {})}
        value={typeof value === 'number' ? value : null}
        onChange={(n) => onChange(n ?? undefined)}
      />
      {fact.unit && <Space.Addon>{fact.unit}</Space.Addon>}
    </Space.Compact>
  )
}
