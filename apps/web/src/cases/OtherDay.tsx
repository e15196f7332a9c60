import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import { useText } from '../text/useText.ts'

/** When it happened and what its document is dated, where that is not today. */
export type Otherwise = { readonly on?: string; readonly documentOn?: string }

type Props = { readonly value: Otherwise; readonly onChange: (value: Otherwise) => void }

/** What is entered afterwards (补录) says when it happened; folded away, since most is entered on its day. */
export function OtherDay({ value, onChange }: Props) {
  const t = useText()
  const id = useId()
  return (
    <details className="case-other-day">
      <summary>{t('cases.otherDay')}</summary>
      {(['on', 'documentOn'] as const).map((name) => (
        <div key={name} className="fact">
          <label htmlFor={`${id}-${name}`}>{t(`cases.${name}`)}</label>
          <DatePicker
            id={`${id}-${name}`}
            style={{ width: '100%' }}
            value={value[name] === undefined ? null : dayjs(value[name])}
            onChange={(day) => {
              const { [name]: _, ...rest } = value
              onChange(day ? { ...rest, [name]: day.format('YYYY-MM-DD') } : rest)
            }}
          />
        </div>
      ))}
    </details>
  )
}
