import type { CaseView } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import { Phrases } from '../leave/Phrases.tsx'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import type { ActField as Field } from './actFields.ts'
import { colleagues } from './queries.ts'

type Props = {
  readonly field: Field
  readonly view: CaseView
  readonly value: unknown
  readonly fault: string | undefined
  readonly onChange: (value: unknown) => void
}

/** One field of an act, its label above it and what is wrong with it below. */
export function ActField({ field, view, value, fault, onChange }: Props) {
  const t = useText()
  const id = useId()
  const told = {
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
  }
  const grouped = field.kind === 'materials' || field.kind === 'choice'
  const input = <Control field={field} view={view} value={value} id={id} onChange={onChange} told={told} />
  return (
    <div className="fact">
      {grouped ? (
        <fieldset {...told} className="case-fieldset">
          <legend>{t(field.label)}</legend>
          {input}
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>{t(field.label)}</label>
          {input}
        </>
      )}
      {fault && (
        <p id={`${id}-fault`} className="case-fault">
          {fault}
        </p>
      )}
    </div>
  )
}

type Told = { readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined }
type ControlProps = Omit<Props, 'fault'> & { readonly id: string; readonly told: Told }

function Control({ field, view, value, id, onChange, told }: ControlProps) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  switch (field.kind) {
    case 'line':
      return (
        <Input
          {...told}
          id={id}
          maxLength={100}
          value={String(value ?? '')}
          onChange={(e) => onChange(e.target.value === '' ? null : e.target.value)}
        />
      )
    case 'text':
      return (
        <>
          <Input.TextArea
            {...told}
            id={id}
            rows={3}
            maxLength={1000}
            value={String(value ?? '')}
            onChange={(e) => onChange(e.target.value)}
          />
          <Phrases field={t(field.label)} value={String(value ?? '')} onChange={onChange} />
        </>
      )
    case 'lines':
      return (
        <Input.TextArea
          {...told}
          id={id}
          rows={4}
          value={((value ?? []) as readonly string[]).join('\n')}
          onChange={(e) => onChange(e.target.value === '' ? [] : e.target.value.split('\n'))}
        />
      )
    case 'count':
      return (
        <InputNumber
          {...told}
          id={id}
          min={1}
          max={400}
          precision={0}
          value={(value as number | undefined) ?? null}
          onChange={(n) => onChange(n ?? undefined)}
        />
      )
    case 'day':
      return (
        <DatePicker
          {...told}
          id={id}
          style={{ width: '100%' }}
          value={value === undefined ? null : dayjs(value as string)}
          onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
        />
      )
    case 'materials':
      return (
        <Checkbox.Group
          className="case-checks"
          value={[...((value ?? []) as readonly string[])]}
          onChange={onChange}
          options={view.materials.map((m) => ({
            value: m.id,
            label: `${pick(m.name)}（${t(`cases.material.${m.status}`)}）`,
          }))}
        />
      )
    case 'choice':
      return (
        <Radio.Group
          value={value}
          onChange={(e) => onChange(e.target.value)}
          options={(field.choices ?? []).map((c) => ({ value: c.value, label: t(c.label) }))}
        />
      )
    case 'span':
    case 'procedure':
      return (
        <Select
          {...told}
          id={id}
          style={{ width: '100%' }}
          value={value as string | undefined}
          onChange={onChange}
          options={
            field.kind === 'span'
              ? view.open.map((s) => ({ value: s.id, label: `${s.id} ${listText(s.items)}` }))
              : view.procedures.map((p) => ({
                  value: p.id,
                  label: `${pick(p.name)}（${t(`cases.effect.${p.clockEffect}`)}）`,
                }))
          }
        />
      )
    default:
      return <PeopleControl field={field} view={view} value={value} id={id} onChange={onChange} told={told} />
  }
}

/** People of the agency in charge; only its heads where the law wants the head's approval. */
function PeopleControl({ field, view, value, id, onChange, told }: ControlProps) {
  const { data, isPending } = useQuery(colleagues(view.agencyId))
  const people = (data ?? []).filter(({ roles }) => field.kind !== 'head' || roles.includes('agencyHead'))
  return (
    <Select
      {...told}
      id={id}
      style={{ width: '100%' }}
      loading={isPending}
      {...(field.kind === 'people' ? { mode: 'multiple' as const } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      options={people.map((p) => ({ value: p.id, label: p.name }))}
    />
  )
}
