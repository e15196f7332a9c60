import type { contracts, OutOf, ProjectFacts } from '@kaigong/contract'
import { Button, DatePicker, Flex, Select } from 'antd'
import dayjs from 'dayjs'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

type Done = NonNullable<ProjectFacts['done']>
type One = { readonly matter: string; readonly on: string }
type Props = {
  readonly done: Done
  readonly matters: OutOf<typeof contracts.editions.facts>['matters']
  readonly disabled: boolean
  readonly onChange: (done: Done) => void
}

/** What is done already, and on which day: those dates are fixed for the plan. */
export function DoneMatters({ done, matters, disabled, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const options = matters.map((m) => ({ value: m.id, label: `${m.id} ${pick(m.name)}` }))
  const replace = (at: number, change: Partial<One>) =>
    onChange(done.map((one, i) => (i === at ? { ...(one as One), ...change } : one)))
  return (
    <Flex vertical gap={8}>
      {done.map((entry, i) => {
        const { matter, on } = entry as One
        return (
          <Flex key={`${matter} ${i.toString()}`} gap={8} wrap>
            <Select
              aria-label={t('projects.matter')}
              showSearch={{ optionFilterProp: 'label' }}
              disabled={disabled}
              style={{ flex: 1, minWidth: 200 }}
              value={matter}
              options={options}
              onChange={(next) => replace(i, { matter: next })}
            />
            <DatePicker
              aria-label={t('projects.doneOn')}
              disabled={disabled}
              value={dayjs(on)}
              allowClear={false}
              onChange={(day) => day && replace(i, { on: day.format('YYYY-MM-DD') })}
            />
            <Button disabled={disabled} onClick={() => onChange(done.filter((_, at) => at !== i))}>
              {t('projects.remove')}
            </Button>
          </Flex>
        )
      })}
      <Button
        disabled={disabled}
        style={{ alignSelf: 'start' }}
        onClick={() => onChange([...done, { matter: matters[0]?.id ?? 'P01', on: dayjs().format('YYYY-MM-DD') }])}
      >
        {t('projects.add')}
      </Button>
    </Flex>
  )
}
