import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'
import { type Key, useText } from '../../text/useText.ts'

const known = [
  'name',
  'level',
  'kind',
  'listYear',
  'stage',
  'planStatus',
  'landDay',
  'constructionStart',
  'company',
  'township',
  'helper',
  'investmentWan',
  'yearPlanWan',
  'spentThisYearWan',
  'industry',
  'fiveNew',
  'cluster',
  'code',
] as const
const usual = known.slice(0, 14)
const STORE = 'kaigong.projectColumns'

/** Which columns somebody wants to see, remembered on this machine. */
export function useColumns() {
  const [shown, show] = useState<readonly string[]>(remembered)
  return {
    shown,
    onChange: (next: readonly string[]) => {
      const ordered = known.filter((key) => key === 'name' || next.includes(key))
      show(ordered)
      localStorage.setItem(STORE, ordered.join(','))
    },
  }
}

function remembered(): readonly string[] {
  const kept = localStorage.getItem(STORE)?.split(',') ?? []
  const still = known.filter((key) => kept.includes(key))
  return still.length > 0 ? still : usual
}

export function ColumnChooser({ shown, onChange }: ReturnType<typeof useColumns>) {
  const t = useText()
  const titles: Record<string, Key> = { listYear: 'projects.listYear', landDay: 'projects.landDay' }
  return (
    <Popover
      trigger="click"
      content={
        <Checkbox.Group
          style={{ display: 'grid', gap: 4 }}
          value={[...shown]}
          onChange={(next) => onChange(next.map(String))}
          options={known.map((key) => ({
            value: key,
            disabled: key === 'name',
            label: t(titles[key] ?? (`projects.${key}` as Key)),
          }))}
        />
      }
    >
      <Button>{t('projects.columns')}</Button>
    </Popover>
  )
}
