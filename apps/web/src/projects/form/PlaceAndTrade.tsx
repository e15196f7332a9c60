import { industryPath, searchIndustries, townships } from '@kaigong/contract'
import { AutoComplete, Typography } from 'antd'
import { useMe } from '../../shell/me.ts'
import { usePick } from '../../text/usePick.ts'

type Props = {
  readonly id: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}
const written = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text)

/** A code of GB/T 4754: by the code or by a word of its name; below it where the code stands in the tree. */
export function IndustryInput({ id, value, onChange }: Props) {
  const pick = usePick()
  const path = value === null ? [] : industryPath(value)
  return (
    <>
      <AutoComplete
        id={id}
        allowClear
        style={{ width: '100%' }}
        value={value ?? ''}
        options={searchIndustries(value ?? '')
          .slice(0, 30)
          .map(({ code, name }) => ({ value: code, label: `${code} ${pick(name)}` }))}
        onChange={(text?: string) => onChange(written(text))}
      />
      {path.length > 0 && (
        <Typography.Text type="secondary">{path.map(({ name }) => pick(name)).join(' › ')}</Typography.Text>
      )}
    </>
  )
}

/** The towns, subdistricts and zones of the district to choose from; another name may be written. */
export function TownshipInput({ id, value, onChange }: Props) {
  return (
    <AutoComplete
      id={id}
      allowClear
      style={{ width: '100%' }}
      value={value ?? ''}
      options={useTownships()}
      showSearch={{ filterOption: (typed, option) => String(option?.label ?? '').includes(typed) }}
      onChange={(text?: string) => onChange(written(text))}
    />
  )
}

/** What the ledger calls them is their Chinese name, whatever the reader's language. */
export function useTownships() {
  const pick = usePick()
  const { district } = useMe()
  return (townships[district.code] ?? []).map(({ name }) => ({ value: name.zh, label: pick(name) }))
}
