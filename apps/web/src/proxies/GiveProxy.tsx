import {
  type CaseAttachment,
  contracts,
  type OutOf,
  type PersonId,
  ProxyAct,
  type ProxyStage,
  type proxyContracts,
} from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, DatePicker, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { asking } from '../api/asking.ts'
import { newKey } from '../api/newKey.ts'
import { PaperField } from '../cases/PaperField.tsx'
import { useMe } from '../shell/me.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { proxiesOf } from './queries.ts'

type Props = {
  readonly projectId: string
  readonly from: OutOf<typeof proxyContracts.list>
  readonly onClose: () => void
}

const STAGES: readonly ProxyStage[] = [1, 2, 3, 4]
const AGREEMENT = { kind: 'application', name: { zh: '委托代办协议', en: 'agreement' } } as const

/** The form by which a company authorises a helper: who, for which stages and matters, what, from when until when. */
export function GiveProxy({ projectId, from, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const id = useId()
  const client = useQueryClient()
  const { today } = useMe()
  const [helper, setHelper] = useState<PersonId | undefined>(from.helpers[0]?.personId)
  const [stages, setStages] = useState<readonly ProxyStage[]>(STAGES)
  const [matters, setMatters] = useState<readonly string[]>([])
  const [acts, setActs] = useState<readonly ProxyAct[]>(ProxyAct.options)
  const [days, setDays] = useState({ fromOn: today, untilOn: dayjs(today).add(1, 'year').format('YYYY-MM-DD') })
  const [agreement, setAgreement] = useState<CaseAttachment>()
  // A second click is the same authorisation.
  const [idempotencyKey] = useState(newKey)
  const giving = useMutation({
    mutationFn: () =>
      asking(
        contracts.proxies.give,
        {
          params: { projectId },
          body: {
            helper: helper ?? ('' as PersonId),
            stages: [...stages],
            matters: [...matters],
            acts: [...acts],
            ...days,
            ...(agreement?.file ? { agreement: agreement.file } : {}),
          },
        },
        { idempotencyKey },
      ),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: proxiesOf(projectId).queryKey })
      onClose()
    },
  })
  const choosable = from.matters.filter(({ stage }) => stages.includes(stage))
  return (
    <Modal
      open
      title={t('proxies.give')}
      okText={t('proxies.give')}
      cancelText={t('cases.cancel')}
      confirmLoading={giving.isPending}
      onOk={() => giving.mutate()}
      onCancel={onClose}
    >
      <div className="fact">
        <label htmlFor={`${id}-helper`}>{t('proxies.helper')}</label>
        <Select
          id={`${id}-helper`}
          style={{ width: '100%' }}
          value={helper}
          onChange={setHelper}
          options={from.helpers.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
      </div>
      <fieldset className="case-fieldset">
        <legend>{t('proxies.stages')}</legend>
        <Checkbox.Group
          value={[...stages]}
          onChange={(chosen) => {
            setStages(chosen)
            setMatters((before) =>
              before.filter((m) => from.matters.some((o) => o.id === m && chosen.includes(o.stage))),
            )
          }}
          options={STAGES.map((value) => ({ value, label: t(`proxies.stage.${value as 1}`) }))}
        />
      </fieldset>
      <div className="fact">
        <label htmlFor={`${id}-matters`}>{t('proxies.matters')}</label>
        <Select
          id={`${id}-matters`}
          mode="multiple"
          style={{ width: '100%' }}
          value={[...matters]}
          onChange={setMatters}
          showSearch={{ optionFilterProp: 'label' }}
          options={choosable.map((m) => ({ value: m.id, label: `${m.id} ${pick(m.name)}` }))}
        />
      </div>
      <fieldset className="case-fieldset">
        <legend>{t('proxies.acts')}</legend>
        <Checkbox.Group
          className="case-checks"
          value={[...acts]}
          onChange={setActs}
          options={ProxyAct.options.map((value) => ({ value, label: t(`proxies.act.${value}`) }))}
        />
      </fieldset>
      {(['fromOn', 'untilOn'] as const).map((name) => (
        <div key={name} className="fact">
          <label htmlFor={`${id}-${name}`}>{t(`proxies.${name}`)}</label>
          <DatePicker
            id={`${id}-${name}`}
            style={{ width: '100%' }}
            allowClear={false}
            value={dayjs(days[name])}
            onChange={(day) => day && setDays((before) => ({ ...before, [name]: day.format('YYYY-MM-DD') }))}
          />
        </div>
      ))}
      <PaperField projectId={projectId} paper={AGREEMENT} mirrored={false} value={agreement} onChange={setAgreement} />
      {giving.error && <ProblemView error={giving.error} />}
    </Modal>
  )
}
