import { type CaseAttachment, contracts, type Openable } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { newKey } from '../api/newKey.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { OtherDay, type Otherwise } from './OtherDay.tsx'
import { PaperField } from './PaperField.tsx'
import { keepCase } from './queries.ts'

type Props = { readonly projectId: string; readonly matter: Openable; readonly onClose: () => void }

const APPLICATION = { kind: 'application', name: { zh: '申请表', en: 'application form' } } as const

/** Receives an application: which materials came, and the form with which it was made. */
export function OpenCase({ projectId, matter, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [handedIn, setHandedIn] = useState<readonly string[]>([])
  const [form, setForm] = useState<CaseAttachment>()
  const [otherwise, setOtherwise] = useState<Otherwise>({})
  // A second click is the same receipt.
  const [idempotencyKey] = useState(newKey)
  const receipt = useMutation({
    mutationFn: () =>
      asking(
        contracts.cases.open,
        {
          params: { projectId },
          body: {
            occurrence: matter.occurrence,
            handedIn: [...handedIn],
            attached: form === undefined ? [] : [form],
            ...otherwise,
          },
        },
        { idempotencyKey },
      ),
    onSuccess: (opened) => {
      keepCase(client, opened)
      message.success(t('cases.opened', { number: opened.number }))
      onClose()
      navigate({ to: '/cases/$caseId', params: { caseId: opened.id } })
    },
  })
  return (
    <Modal
      open
      title={t('cases.openTitle', { name: pick(matter.name) })}
      okText={t('cases.open')}
      cancelText={t('cases.cancel')}
      confirmLoading={receipt.isPending}
      onOk={() => receipt.mutate()}
      onCancel={onClose}
    >
      <fieldset className="case-fieldset">
        <legend>{t('cases.openHint')}</legend>
        <Checkbox.Group
          className="case-checks"
          value={[...handedIn]}
          onChange={setHandedIn}
          options={matter.materials.map((m) => ({
            value: m.id,
            label: `${m.necessity === 'essential' ? '★' : '△'} ${pick(m.name)}`,
          }))}
        />
      </fieldset>
      <PaperField projectId={projectId} paper={APPLICATION} mirrored={false} value={form} onChange={setForm} />
      <OtherDay value={otherwise} onChange={setOtherwise} />
      {receipt.error && <ProblemView error={receipt.error} />}
    </Modal>
  )
}
