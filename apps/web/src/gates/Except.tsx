import { contracts, type GateId, type GateView } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { gatesOf } from './queries.ts'

type Props = {
  readonly projectId: string
  readonly gate: GateId
  readonly missing: GateView['missing'][number]
  readonly onClose: () => void
}

/** A leader signs an exception: by which policy, with its number, and why. */
export function Except({ projectId, gate, missing, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const id = useId()
  const client = useQueryClient()
  const [said, say] = useState({ policyTitle: '', policyNumber: '', reason: '' })
  const signing = useMutation({
    mutationFn: () =>
      asking(contracts.gates.except, {
        params: { projectId, gate },
        body: {
          matter: missing.matter,
          policy: { title: said.policyTitle, number: said.policyNumber },
          reason: said.reason,
        },
      }),
    onSuccess: (view) => {
      client.setQueryData(gatesOf(projectId).queryKey, view)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={t('gates.exceptOf', { matter: `${missing.matter} ${pick(missing.name)}` })}
      okText={t('gates.except')}
      cancelText={t('cases.cancel')}
      confirmLoading={signing.isPending}
      onOk={() => signing.mutate()}
      onCancel={onClose}
    >
      {(['policyTitle', 'policyNumber', 'reason'] as const).map((name) => (
        <div key={name} className="fact">
          <label htmlFor={`${id}-${name}`}>{t(`gates.${name}`)}</label>
          <Input
            id={`${id}-${name}`}
            maxLength={name === 'reason' ? 1000 : 100}
            value={said[name]}
            onChange={({ target }) => say((before) => ({ ...before, [name]: target.value }))}
          />
        </div>
      ))}
      {signing.error && <ProblemView error={signing.error} />}
    </Modal>
  )
}
