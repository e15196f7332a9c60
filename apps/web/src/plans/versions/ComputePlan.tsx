import { Button, Flex, Input, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../text/useText.ts'
import { DecisionError } from './DecisionError.tsx'
import { useComputing } from './useComputing.ts'

const kinds = ['earliest', 'landDay', 'startBy'] as const
type Kind = (typeof kinds)[number]

/** Asks for a new version: as of which day, and what is to be met. */
export function ComputePlan({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const id = useId()
  const [asOf, setAsOf] = useState('')
  const [kind, setKind] = useState<Kind>('earliest')
  const [day, setDay] = useState('')
  const [asked, setAsked] = useState(false)
  const computing = useComputing(projectId)
  const dayMissing = kind !== 'earliest' && day === ''
  const compute = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (dayMissing) return
    computing.mutate({
      ...(asOf === '' ? {} : { asOf }),
      anchor: kind === 'earliest' ? { kind } : { kind, day },
    })
  }
  return (
    <form className="version-form" onSubmit={compute}>
      <div className="form-grid">
        <div className="fact">
          <label htmlFor={`${id}-asOf`}>
            {t('plans.versions.asOf')} <small>{t('plans.versions.asOfHint')}</small>
          </label>
          <Input id={`${id}-asOf`} type="date" value={asOf} onChange={(e) => setAsOf(e.target.value)} />
        </div>
        <fieldset className="fact version-question">
          <legend>{t('plans.versions.question')}</legend>
          <Radio.Group
            value={kind}
            onChange={(e) => setKind(e.target.value as Kind)}
            options={kinds.map((value) => ({ value, label: t(`plans.versions.ask.${value}`) }))}
          />
        </fieldset>
        {kind !== 'earliest' && (
          <div className="fact">
            <label htmlFor={`${id}-day`}>{t('plans.versions.day')}</label>
            <Input
              id={`${id}-day`}
              type="date"
              value={day}
              status={asked && dayMissing ? 'error' : ''}
              aria-invalid={asked && dayMissing}
              aria-describedby={`${id}-dayMissing`}
              onChange={(e) => setDay(e.target.value)}
            />
            <span id={`${id}-dayMissing`} role="alert">
              {asked && dayMissing ? t('plans.versions.dayMissing') : ''}
            </span>
          </div>
        )}
      </div>
      <Flex gap={12} align="center" wrap>
        <Button type="primary" htmlType="submit" loading={computing.isPending}>
          {t('plans.versions.compute')}
        </Button>
        <span role="status">{computing.isPending && t('plans.versions.computing')}</span>
      </Flex>
      <DecisionError error={computing.error} />
    </form>
  )
}
