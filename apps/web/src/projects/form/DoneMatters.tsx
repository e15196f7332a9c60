import type { contracts, DoneMatter, OutOf, ProjectFacts } from '@kaigong/contract'
import { Button, DatePicker, Flex, Input, Select, Tag } from 'antd'
import dayjs from 'dayjs'
import { useMe } from '../../shell/me.ts'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { partName } from './factWords.ts'
import { placesOf } from './parts.ts'

type Props = {
  readonly facts: ProjectFacts
  readonly matters: OutOf<typeof contracts.editions.facts>['matters']
  readonly disabled: boolean
  readonly onChange: (done: DoneMatter[]) => void
}

/** What is done already, where and on which day: those dates are fixed for the plan. */
export function DoneMatters({ facts, matters, disabled, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const { today } = useMe()
  const done = facts.done ?? []
  const name = (id: string) => `${id} ${pick(matters.find((m) => m.id === id)?.name ?? { zh: '', en: '' })}`
  const places = (id: string) => placesOf(facts, matters.find((m) => m.id === id)?.per ?? 'project')
  const replace = (at: number, next: DoneMatter) => onChange(done.map((one, i) => (i === at ? next : one)))
  const add = (matter: string) => {
    // The first place that is not done yet; where a matter occurs once, it has none.
    const place = places(matter).find(({ id }) => !done.some((d) => d.matter === matter && d.scope === id))
    const on = facts.asOf ?? today
    onChange([...done, { matter, ...(place ? { scope: place.id } : {}), on }])
  }
  const open = ({ id }: { readonly id: string }) => {
    const here = places(id)
    const isDone = (scope: string | undefined) => done.some((d) => d.matter === id && d.scope === scope)
    return !isDone(undefined) && (here.length === 0 || here.some((p) => !isDone(p.id)))
  }
  return (
    <Flex vertical gap={8}>
      <ul className="awaited">
        {done.map((one, i) => (
          <li key={`${one.matter} ${one.scope ?? ''}`}>
            <span className="awaited-name">
              {name(one.matter)} {one.synthetic && <Tag color="gold">{t('projects.synthetic')}</Tag>}
            </span>
            {(places(one.matter).length > 0 || one.scope !== undefined) && (
              <Select
                id={`done-${i}-scope`}
                aria-label={`${t('projects.where')} · ${name(one.matter)}`}
                disabled={disabled}
                style={{ minWidth: 120 }}
                value={one.scope ?? ''}
                options={[
                  { value: '', label: t('projects.everywhere') },
                  ...places(one.matter).map((p) => ({ value: p.id, label: partName(p, pick) })),
                ].filter(
                  ({ value }) =>
                    value === (one.scope ?? '') ||
                    !done.some((d) => d.matter === one.matter && (d.scope ?? '') === value),
                )}
                onChange={(scope) => replace(i, inPlace(one, scope))}
              />
            )}
            <Input
              id={`done-${i}-number`}
              aria-label={`${t('projects.documentNumber')} · ${name(one.matter)}`}
              placeholder={t('projects.documentNumber')}
              disabled={disabled}
              maxLength={100}
              className="awaited-number"
              value={one.number ?? ''}
              onChange={(e) => replace(i, numbered(one, e.target.value))}
            />
            <DatePicker
              id={`done-${i}-on`}
              aria-label={`${t('projects.doneOn')} · ${name(one.matter)}`}
              disabled={disabled}
              value={dayjs(one.on)}
              allowClear={false}
              onChange={(day) => day && replace(i, { ...one, on: day.format('YYYY-MM-DD') })}
            />
            {!disabled && (
              <Button
                aria-label={`${t('projects.remove')} · ${name(one.matter)}`}
                onClick={() => onChange(done.filter((_, at) => at !== i))}
              >
                {t('projects.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <Select
          className="adder"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('projects.addDone')}
          placeholder={t('projects.addDone')}
          value={null}
          options={matters.filter(open).map((m) => ({ value: m.id, label: name(m.id) }))}
          onChange={(matter: string | null) => matter !== null && add(matter)}
        />
      )}
    </Flex>
  )
}

function inPlace({ scope: _, ...one }: DoneMatter, scope: string): DoneMatter {
  return scope === '' ? one : { ...one, scope }
}

function numbered({ number: _, ...one }: DoneMatter, number: string): DoneMatter {
  return number === '' ? one : { ...one, number }
}
