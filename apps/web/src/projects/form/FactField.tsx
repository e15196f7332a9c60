import type { contracts, OutOf } from '@kaigong/contract'
import { Input, InputNumber, Segmented, Select, Space, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { FactSource } from './FactSource.tsx'
import { type Bare, bareOf, figureOf, type Stated, stating, withUnit } from './factValue.ts'

export type FactDefinition = OutOf<typeof contracts.editions.facts>['items'][number]

type Props = {
  readonly fact: FactDefinition
  readonly stated: Stated | undefined
  readonly disabled: boolean
  /** Why this question matters for the plan, where it does. */
  readonly hint?: string | undefined
  /** Where it is asked, where that is not its place among the project's facts, and the part that answers for itself. */
  readonly within?: { readonly id: string; readonly name?: string; readonly underItsHeading?: true } | undefined
  /** What parts answer for themselves, in words. */
  readonly elsewhere?: string | undefined
  /** What else can be done with the answer. */
  readonly children?: ReactNode
  readonly onChange: (stated: Stated) => void
}

/** One question of the fact form: the answer, what is assumed without one, where the answer comes from. */
export function FactField({ fact, stated, disabled, hint, within, elsewhere, children, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const id = within ? `fact-${within.id}-${fact.id}` : `fact-${fact.id}`
  const value = bareOf(stated)
  return (
    <div className="fact">
      <label htmlFor={id} id={`${id}-label`}>
        {within?.name && <span className={within.underItsHeading ? 'sr-only' : 'fact-part'}>{within.name}</span>}{' '}
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
      {elsewhere && <Typography.Text className="fact-note">{elsewhere}</Typography.Text>}
      {value === undefined && fact.assumed && (
        <Typography.Text type="secondary" className="fact-note">
          {t('projects.assumed', { says: pick(fact.assumed.says) })}
        </Typography.Text>
      )}
      {value === undefined ? (
        children && <div className="fact-note fact-said">{children}</div>
      ) : (
        <FactSource id={id} name={pick(fact.name)} stated={stated} disabled={disabled} onChange={onChange}>
          {children}
        </FactSource>
      )}
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

/** A number in the fact's own unit or in another that the catalogue knows (`150 亿元` of 万元). */
function Figure({ fact, id, value, disabled, onChange }: AnswerProps) {
  const t = useText()
  const written = figureOf(value, Object.keys(fact.units))
  const [unit, setUnit] = useState(written?.unit ?? null)
  if (value !== undefined && !written)
    return (
      <Input
        id={id}
        disabled={disabled}
        value={String(value)}
        onChange={(e) => onChange(e.target.value === '' ? undefined : e.target.value)}
      />
    )
  const shown = written ? written.unit : unit
  const units = Object.keys(fact.units).filter((other) => other !== fact.unit)
  const own = shown === null
  const state = (figure: number | null, inUnit: string | null) =>
    onChange(figure === null ? undefined : withUnit(figure, inUnit))
  return (
    <Space.Compact block>
      <InputNumber
        id={id}
        disabled={disabled}
        placeholder={t('projects.unknown')}
        style={{ width: '100%' }}
        {...(own && fact.minimum !== null ? { min: fact.minimum } : {})}
        {...(own && fact.maximum !== null ? { max: fact.maximum } : {})}
        {...(own && fact.type === 'integer' ? { precision: 0 } : {})}
        value={written?.figure ?? null}
        onChange={(figure) => state(figure, shown)}
      />
      {fact.unit && units.length === 0 && <Space.Addon>{fact.unit}</Space.Addon>}
      {fact.unit && units.length > 0 && (
        <Select
          aria-label={t('projects.unit')}
          disabled={disabled}
          style={{ minWidth: 96 }}
          value={shown ?? fact.unit}
          options={[fact.unit, ...units].map((one) => ({ value: one, label: one }))}
          onChange={(one: string) => {
            const next = one === fact.unit ? null : one
            setUnit(next)
            if (written) state(written.figure, next)
          }}
        />
      )}
    </Space.Compact>
  )
}
