import { type CertificateAct, type CertificateLine, type CertificateView, contracts } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

type Props = { readonly view: CertificateView; readonly act: CertificateAct['type']; readonly onClose: () => void }

/** Puts a certificate right, replaces or revokes it, each with its reason; a correction says how each line should read. */
export function CertificateActForm({ view, act, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [lines, setLines] = useState<readonly CertificateLine[]>(view.lines)
  const doing = useMutation({
    mutationFn: () => {
      const body = act === 'correct' ? { type: act, reason, lines: [...lines] } : { type: act, reason }
      const params = { certificateId: view.id }
      return asking(contracts.certificates.act, { params, body }, { ifMatch: view.version })
    },
    onSuccess: (next) => {
      onClose()
      navigate({ to: '/certificates/$certificateId', params: { certificateId: next.id } })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['certificate'] }),
  })
  return (
    <Modal
      open
      title={t(`certificates.${act}`)}
      okText={t(`certificates.${act}`)}
      cancelText={t('certificates.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2, danger: act === 'revoke' }}
      confirmLoading={doing.isPending}
      onOk={() => doing.mutate()}
      onCancel={onClose}
    >
      <p className="case-soft">{t(`certificates.${act}Hint`)}</p>
      {act === 'correct' &&
        lines.map(({ label, value }, i) => (
          <div key={label.zh} className="fact">
            <label htmlFor={`${id}-${i}`}>{pick(label)}</label>
            <Input
              id={`${id}-${i}`}
              value={value}
              onChange={(e) =>
                setLines((before) => before.map((line, at) => (at === i ? { ...line, value: e.target.value } : line)))
              }
            />
          </div>
        ))}
      <div className="fact">
        <label htmlFor={`${id}-reason`}>{t('certificates.reason')}</label>
        <Input.TextArea
          id={`${id}-reason`}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      {doing.error && <ProblemView error={doing.error} />}
    </Modal>
  )
}
