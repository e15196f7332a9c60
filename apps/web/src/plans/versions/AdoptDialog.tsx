import { contracts, type PlanView } from '@kaigong/contract'
import { Alert, App, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { asking } from '../../api/asking.ts'
import { useListText } from '../../text/useListText.ts'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { DecisionError } from './DecisionError.tsx'
import { useDecision } from './useDecision.ts'

type Props = { readonly projectId: string; readonly view: PlanView; readonly onClose: () => void }

/** The shortest reason that the server takes. */
const REASON = 5

/** Adopts a version; where an agency has not agreed, only with a reason. */
export function AdoptDialog({ projectId, view, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  const id = useId()
  const { message } = App.useApp()
  const [despite, setDespite] = useState('')
  const decision = useDecision(projectId, view)
  const unsigned = view.countersignatures.filter(({ status }) => status !== 'signed')
  const names = unsigned.map((s) => `${pick(s.agencyName)} (${t(`plans.versions.signature.${s.status}`)})`)
  const reason = despite.trim()
  const adopt = () =>
    decision.mutate(
      (params, extra) =>
        asking(contracts.plans.adopt, { params, body: { despite: unsigned.length === 0 ? null : reason } }, extra),
      {
        onSuccess: () => {
          message.success(t('plans.versions.adopted'))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('plans.versions.adoptTitle', { no: view.no })}
      okText={t('plans.versions.adopt')}
      cancelText={t('plans.versions.cancel')}
      confirmLoading={decision.isPending}
      okButtonProps={{ disabled: unsigned.length > 0 && reason.length < REASON }}
      onOk={adopt}
      onCancel={onClose}
    >
      <p>{t('plans.versions.adoptAsk')}</p>
      {unsigned.length > 0 && (
        <div className="fact">
          <Alert type="warning" showIcon title={t('plans.versions.unsigned', { names: listText(names) })} />
          <label htmlFor={id}>{t('plans.versions.despite')}</label>
          <Input.TextArea
            id={id}
            autoFocus
            rows={3}
            maxLength={500}
            showCount
            value={despite}
            onChange={(e) => setDespite(e.target.value)}
          />
        </div>
      )}
      <DecisionError error={decision.error} />
    </Modal>
  )
}
