import type { ProjectIdentity } from '@kaigong/contract'
import { DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { type Key, useText } from '../text/useText.ts'
import { CompanyChooser } from './CompanyChooser.tsx'
import { type IdentityField, identityFields } from './ledger.ts'
import { IndustryInput, TownshipInput } from './PlaceAndTrade.tsx'

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
  const set = (key: keyof ProjectIdentity, value: unknown) => onChange({ ...identity, [key]: value })
  const item = (key: string, label: string, required: boolean, child: ReactNode) => {
    const fault = faults.get(`/identity/${key}`)
    return (
      <Form.Item
        key={key}
        label={label}
        htmlFor={`identity-${key}`}
        required={required}
        {...(fault ? { validateStatus: 'error' as const, help: fault } : {})}
      >
        {child}
      </Form.Item>
    )
  }
  return (
    <Form layout="vertical" disabled={disabled} component={false}>
      <div className="form-grid">
        {identityFields.map((field) =>
          item(
            field.key,
            t(`projects.${field.key}` as Key),
            field.required === true,
            <Field field={field} value={identity[field.key]} onChange={(v) => set(field.key, v)} />,
          ),
        )}
        {item(
          'companyId',
          t('projects.company'),
          false,
          <CompanyChooser
            id="identity-companyId"
            value={identity.companyId}
            name={company}
            onChange={(v) => set('companyId', v)}
          />,
        )}
      </div>
    </Form>
  )
}

/** An empty field is null: nobody has said. */
const written = (text: string): string | null => (text.trim() === '' ? null : text)

type FieldProps = {
  readonly field: IdentityField
  readonly value: string | number | null
  readonly onChange: (value: string | number | null) => void
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
