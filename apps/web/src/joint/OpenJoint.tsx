import './joint.css'
import { contracts, type JointKind, type OutOf } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Checkbox, DatePicker, Input, Modal, Radio } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { asking } from '../api/asking.ts'
import { newKey } from '../api/newKey.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { type Chosen, PaperChooser, paperOf } from './PaperChooser.tsx'
import { keepJoint } from './queries.ts'

type Offer = OutOf<typeof contracts.joint.ofProject>
type Props = { readonly projectId: string; readonly offer: Offer; readonly onClose: () => void }

const kinds = ['review', 'drawings', 'acceptance'] as const
/** Acceptance is of what stands: matters of the last stage are offered first. */
const STAGE_OF: Readonly<Record<JointKind, number>> = { review: 2, drawings: 3, acceptance: 4 }

/** Gives one application to the agencies that are chosen, each by its own day. */
export function OpenJoint({ projectId, offer, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [kind, setKind] = useState<JointKind>('review')
  const [application, setApplication] = useState('')
  const [drawings, setDrawings] = useState<Chosen>()
  /** Day by matter of whoever is asked. */
  const [days, setDays] = useState<Readonly<Record<string, string>>>({})
  // A second click is the same opening.
  const [idempotencyKey] = useState(newKey)
  const opening = useMutation({
    mutationFn: () =>
      asking(
        contracts.joint.open,
        {
          params: { projectId },
          body: {
            kind,
            application,
            asked: offer.matters.flatMap(({ matter, agencyId }) => {
              const dueOn = days[matter]
              return dueOn === undefined ? [] : [{ agency: agencyId, matter, dueOn }]
            }),
            ...(kind === 'review' || drawings === undefined ? {} : { drawings: paperOf(drawings) }),
          },
        },
        { idempotencyKey },
      ),
    onSuccess: (opened) => {
      keepJoint(client, opened)
      message.success(t('joint.opened', { number: opened.number }))
      onClose()
      navigate({ to: '/joint/$jointId', params: { jointId: opened.id } })
    },
  })
  const nearest = (stage: number) => Math.abs(stage - STAGE_OF[kind])
  const matters = [...new Map(offer.matters.map((m) => [m.matter, m])).values()].sort(
    (a, b) => nearest(a.stage) - nearest(b.stage),
  )
  const choose = (matter: string, on: boolean) =>
    setDays((before) => {
      const { [matter]: _, ...others } = before
      return on ? { ...others, [matter]: offer.limitOn } : others
    })
  return (
    <Modal
      open
      title={t('joint.openTitle')}
      okText={t('joint.open')}
      cancelText={t('joint.cancel')}
      confirmLoading={opening.isPending}
      onOk={() => opening.mutate()}
      onCancel={onClose}
    >
      <fieldset className="case-fieldset">
        <legend>{t('joint.kind')}</legend>
        <Radio.Group
          value={kind}
          onChange={(e) => setKind(e.target.value)}
          options={kinds.map((value) => ({ value, label: t(`joint.kind.${value}`) }))}
        />
      </fieldset>
      <div className="fact">
        <label htmlFor={`${id}-application`}>{t('joint.application')}</label>
        <Input
          id={`${id}-application`}
          value={application}
          maxLength={200}
          onChange={(e) => setApplication(e.target.value)}
        />
      </div>
      {kind !== 'review' && (
        <div className="fact">
          <label htmlFor={`${id}-drawings`}>{t('joint.drawings')}</label>
          <PaperChooser projectId={projectId} id={`${id}-drawings`} value={drawings} onChange={setDrawings} />
        </div>
      )}
      <fieldset className="case-fieldset">
        <legend>{t('joint.whom')}</legend>
        <p className="case-soft">{t('joint.whomHint', { day: offer.limitOn })}</p>
        <ul className="case-lines joint-whom">
          {matters.map(({ matter, name, agencyName }) => (
            <li key={matter} className="case-line-head">
              <Checkbox checked={days[matter] !== undefined} onChange={(e) => choose(matter, e.target.checked)}>
                {pick(agencyName)} · {matter} {pick(name)}
              </Checkbox>
              {days[matter] !== undefined && (
                <DatePicker
                  size="small"
                  allowClear={false}
                  aria-label={t('joint.dueOf', { agency: pick(agencyName) })}
                  value={dayjs(days[matter])}
                  onChange={(day) => day && setDays({ ...days, [matter]: day.format('YYYY-MM-DD') })}
                />
              )}
            </li>
          ))}
        </ul>
      </fieldset>
      {opening.error && <ProblemView error={opening.error} />}
    </Modal>
  )
}
