import type { ProjectIdentity } from '@kaigong/contract'
import { DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { memo, type ReactNode } from 'react'
import { type Key, useText } from '../../text/useText.ts'
import { type IdentityField, identityFields } from '../list/ledger.ts'
import { CompanyChooser } from './CompanyChooser.tsx'
import { IndustryInput, TownshipInput } from './PlaceAndTrade.tsx'
import { useSteady } from './useSteady.ts'

type Props = {
  readonly identity: ProjectIdentity
  readonly company: string | null
  readonly disabled: boolean
  readonly faults: ReadonlyMap<string, string>
  readonly onChange: (identity: ProjectIdentity) => void
}

/** Name, codes, money and days of a project, as the ledger has them. */
export function IdentityForm({ identity, company, disabled, faults, onChange }: Props) {
  const t = useText()
  const set = useSteady((key: keyof ProjectIdentity, value: Written) => onChange({ ...identity, [key]: value }))
  return (
    <Form layout="vertical" disabled={disabled} component={false}>
      <div className="form-grid">
        {identityFields.map((field) => (
          <Line
            key={field.key}
            field={field}
            value={identity[field.key]}
            fault={faults.get(`/identity/${field.key}`)}
            set={set}
          />
        ))}
        <Item name="companyId" label={t('projects.company')} required={false} fault={faults.get('/identity/companyId')}>
          <CompanyChooser
            id="identity-companyId"
            value={identity.companyId}
            name={company}
            onChange={(v) => set('companyId', v)}
          />
        </Item>
      </div>
    </Form>
  )
}

type Written = string | number | null
type LineProps = {
  readonly field: IdentityField
  readonly value: Written
  readonly fault: string | undefined
  readonly set: (key: IdentityField['key'], value: Written) => void
}

/** One field with its label, drawn anew only when its own value or fault changes. */
const Line = memo(function Line({ field, value, fault, set }: LineProps) {
  const t = useText()
  return (
    <Item name={field.key} label={t(`projects.${field.key}` as Key)} required={field.required === true} fault={fault}>
      <Field field={field} value={value} onChange={(v) => set(field.key, v)} />
    </Item>
  )
})

type ItemProps = {
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly fault: string | undefined
  readonly children: ReactNode
}
const Item = ({ name, label, required, fault, children }: ItemProps) => (
  <Form.Item
    label={label}
    htmlFor={`identity-${name}`}
    required={required}
    {...(fault ? { validateStatus: 'error' as const, help: fault } : {})}
  >
    {children}
  </Form.Item>
)

/** An empty field is null: nobody has said. */
const written = (text: string): string | null => (text.trim() === '' ? null : text)

type FieldProps = {
  readonly field: IdentityField
  readonly value: Written
  readonly onChange: (value: Written) => void
}
function Field({ field: { key, kind, choices, required }, value, onChange }: FieldProps) {
  const t = useText()
  const id = `identity-${key}`
  switch (kind) {
    case 'choice':
      return (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={(choices ?? []).map((choice) => ({ value: choice, label: t(`projects.${key}.${choice}` as Key) }))}
        />
      )
    case 'day':
      return (
        <DatePicker
          id={id}
          style={{ width: '100%' }}
          value={value === null ? null : dayjs(String(value))}
          onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
        />
      )
    case 'year':
      return (
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          min={2000}
          max={2100}
          value={value as number | null}
          onChange={onChange}
        />
      )
    case 'industry':
      return <IndustryInput id={id} value={value as string | null} onChange={onChange} />
    case 'township':
      return <TownshipInput id={id} value={value as string | null} onChange={onChange} />
    case 'long':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={value ?? ''}
          onChange={(e) => onChange(written(e.target.value))}
        />
      )
    case 'text':
    case 'code':
    case 'money':
      return (
        <Input
          id={id}
          inputMode={kind === 'money' ? 'decimal' : 'text'}
          value={value ?? ''}
          onChange={(e) => onChange(required ? e.target.value : written(e.target.value))}
        />
      )
  }
}
