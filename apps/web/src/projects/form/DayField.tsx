import { DatePicker } from 'antd'
import dayjs from 'dayjs'

type Props = {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly disabled: boolean
  readonly onChange: (day: string | undefined) => void
}

/** A day with its label above it; taken back, it is undefined. */
export const DayField = ({ id, label, value, disabled, onChange }: Props) => (
  <div className="fact">
    <label htmlFor={id}>{label}</label>
    <DatePicker
      id={id}
      disabled={disabled}
      style={{ width: '100%' }}
      value={value === undefined ? null : dayjs(value)}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : undefined)}
    />
  </div>
)
