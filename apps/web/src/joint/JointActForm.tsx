import { contracts, type JointAct, type JointView, textIn } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, DatePicker, Input, InputNumber, Modal, Radio } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { asking } from '../api/asking.ts'
import { capital } from '../cases/capital.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { actOf, type Filled } from './actOf.ts'
import { PaperChooser } from './PaperChooser.tsx'
import { jointKey, keepJoint } from './queries.ts'

type Props = { readonly view: JointView; readonly act: JointView['acts'][number]; readonly onClose: () => void }

/** A small form that asks exactly what an act needs. */
export function JointActForm({ view, act, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [filled, setFilled] = useState<Filled>(() => firstOf(act.type, view))
  const [fault, setFault] = useState<string>()
  const doing = useMutation({
    mutationFn: (body: JointAct) =>
      asking(contracts.joint.act, { params: { jointId: view.id }, body: { act: body } }, { ifMatch: view.version }),
    onSuccess: (next) => {
      keepJoint(client, next)
      message.success(t('joint.done', { act: pick(act.name) }))
      onClose()
    },
    // Refused, perhaps because somebody else acted meanwhile: what is shown is asked for anew.
    onError: () => client.invalidateQueries({ queryKey: jointKey }),
  })
  const send = () => {
    const read = actOf(act.type, filled, view)
    if (read.success) {
      setFault(undefined)
      doing.mutate(read.data)
    } else {
      // The contract says its sentences in both languages; where it has none, something was not filled in.
      const said = textIn(read.error.issues[0]?.message ?? '')
      setFault(said.zh === said.en ? t('joint.fillIn') : pick(said))
    }
  }
  return (
    <Modal
      open
      title={capital(pick(act.name))}
      okText={t('joint.do')}
      cancelText={t('joint.cancel')}
      confirmLoading={doing.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Fields type={act.type} view={view} filled={filled} onChange={(more) => setFilled({ ...filled, ...more })} />
      {fault && (
        <p className="case-fault" role="alert">
          {fault}
        </p>
      )}
      {doing.error && <ProblemView error={doing.error} />}
    </Modal>
  )
}

const firstOf = (type: JointAct['type'], view: JointView): Filled => ({
  verdict: 'agrees',
  conclusion: view.isRectified ? 'passedAfterRectification' : 'passed',
  agencies: view.opinions.map(({ agencyId }) => agencyId),
  items: view.obligations.flatMap(({ kind, says }) => (kind === 'rectification' ? [says.zh] : [])),
  ...(type === 'extend' ? { workdays: view.extension.workdays } : {}),
})

type FieldsProps = {
  readonly type: JointAct['type']
  readonly view: JointView
  readonly filled: Filled
  readonly onChange: (more: Filled) => void
}

function Fields({ type, view, filled, onChange }: FieldsProps) {
  const t = useText()
  const pick = usePick()
  const id = useId()
  switch (type) {
    case 'opine':
      return (
        <>
          <fieldset className="case-fieldset">
            <legend>{t('joint.verdict')}</legend>
            <Radio.Group
              value={filled.verdict}
              onChange={(e) => onChange({ verdict: e.target.value })}
              options={(['agrees', 'agreesWithConditions', 'objects'] as const).map((value) => ({
                value,
                label: t(`joint.verdict.${value}`),
              }))}
            />
          </fieldset>
          {filled.verdict !== 'agrees' && (
            <Lines id={id} label={t('joint.conditions')} value={filled.lines} onChange={onChange} />
          )}
        </>
      )
    case 'extend':
      return (
        <>
          <div className="fact">
            <label htmlFor={`${id}-days`}>{t('joint.workdays')}</label>
            <InputNumber
              id={`${id}-days`}
              min={1}
              max={view.extension.workdays}
              precision={0}
              value={filled.workdays ?? null}
              onChange={(n) => onChange({ workdays: n ?? undefined })}
            />
          </div>
          <div className="fact">
            <label htmlFor={`${id}-approval`}>{t('joint.approval')}</label>
            <Input
              id={`${id}-approval`}
              maxLength={200}
              value={filled.approval ?? ''}
              onChange={(e) => onChange({ approval: e.target.value })}
            />
          </div>
        </>
      )
    case 'replaceDrawings':
    case 'handInSurvey':
      return (
        <div className="fact">
          <label htmlFor={id}>{t(type === 'handInSurvey' ? 'joint.survey' : 'joint.drawings')}</label>
          <PaperChooser
            projectId={view.projectId}
            id={id}
            value={filled.paper}
            onChange={(paper) => onChange({ paper })}
          />
        </div>
      )
    case 'visit':
      return (
        <fieldset className="case-fieldset">
          <legend>{t('joint.agencies')}</legend>
          <Checkbox.Group
            className="case-checks"
            value={[...(filled.agencies ?? [])]}
            onChange={(agencies) => onChange({ agencies })}
            options={view.opinions.map((o) => ({ value: o.agencyId as string, label: pick(o.agencyName) }))}
          />
        </fieldset>
      )
    case 'askRectification':
      return (
        <>
          <Lines id={`${id}-items`} label={t('joint.items')} value={filled.lines} onChange={onChange} />
          <div className="fact">
            <label htmlFor={`${id}-due`}>{t('joint.dueOn')}</label>
            <DatePicker
              id={`${id}-due`}
              style={{ width: '100%' }}
              value={filled.dueOn === undefined ? null : dayjs(filled.dueOn)}
              onChange={(day) => onChange({ dueOn: day?.format('YYYY-MM-DD') })}
            />
          </div>
        </>
      )
    case 'rectify':
      return (
        <fieldset className="case-fieldset">
          <legend>{t('joint.putRight')}</legend>
          <Checkbox.Group
            className="case-checks"
            value={[...(filled.items ?? [])]}
            onChange={(items) => onChange({ items })}
            options={view.obligations.flatMap(({ kind, says }) =>
              kind === 'rectification' ? [{ value: says.zh, label: pick(says) }] : [],
            )}
          />
        </fieldset>
      )
    case 'sumUp':
      return (
        <>
          <fieldset className="case-fieldset">
            <legend>{t('joint.conclusion')}</legend>
            <Radio.Group
              value={filled.conclusion}
              onChange={(e) => onChange({ conclusion: e.target.value })}
              options={(['passed', 'passedAfterRectification', 'failed'] as const).map((value) => ({
                value,
                label: t(`joint.conclusion.${value}`),
              }))}
            />
          </fieldset>
          {view.isLate && (
            <div className="fact">
              <label htmlFor={id}>{t('joint.overrun')}</label>
              <Input.TextArea
                id={id}
                rows={3}
                maxLength={1000}
                value={filled.overrunReason ?? ''}
                onChange={(e) => onChange({ overrunReason: e.target.value })}
              />
            </div>
          )}
        </>
      )
  }
}

type LinesProps = {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (more: Filled) => void
}

function Lines({ id, label, value, onChange }: LinesProps) {
  return (
    <div className="fact">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea id={id} rows={4} value={value ?? ''} onChange={(e) => onChange({ lines: e.target.value })} />
    </div>
  )
}
