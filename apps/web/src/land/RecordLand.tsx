import { contracts, type LandBoard, type LandEventKind } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { DatePicker, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { FileChoice } from './FileChoice.tsx'
import { keepBoard, refreshLand } from './queries.ts'

type Props = { readonly board: LandBoard; readonly kind: LandEventKind; readonly onClose: () => void }

/** Records one happening of the land: its day, the paper that proves it, and with the contract the files that it contains. */
export function RecordLand({ board, kind, onClose }: Props) {
  const t = useText()
  const id = useId()
  const client = useQueryClient()
  const { projectId, today, events } = board
  const before = events.find((event) => event.kind === kind)
  const [on, setOn] = useState(before?.on ?? today)
  const [reference, setReference] = useState(before?.reference ?? '')
  const [reason, setReason] = useState('')
  const [parcel, setParcel] = useState<string>()
  const [conditions, setConditions] = useState<string>()
  const recording = useMutation({
    mutationFn: () => {
      const files = { ...(parcel ? { parcel } : {}), ...(conditions ? { conditions } : {}) }
      const body = { on, reference, ...files, ...(reason.trim() ? { reason: reason.trim() } : {}) }
      return asking(contracts.land.record, { params: { projectId, kind }, body })
    },
    onSuccess: (next) => {
      keepBoard(client, next)
      onClose()
    },
    onError: () => refreshLand(client, projectId),
  })
  return (
    <Modal
      open
      title={`${t(before ? 'land.putRight' : 'land.record')}${t('land.colon')}${t(`land.event.${kind}`)}`}
      okText={t('land.record')}
      cancelText={t('land.cancel')}
      okButtonProps={{ disabled: reference.trim().length < 2, danger: kind === 'notWon' }}
      confirmLoading={recording.isPending}
      onOk={() => recording.mutate()}
      onCancel={onClose}
    >
      {kind === 'notWon' && <p>{t('land.notWonHint')}</p>}
      <div className="fact">
        <label htmlFor={`${id}-on`}>{t('land.on')}</label>
        <DatePicker
          id={`${id}-on`}
          allowClear={false}
          value={dayjs(on)}
          maxDate={dayjs(today)}
          onChange={(_, text) => typeof text === 'string' && text !== '' && setOn(text)}
        />
      </div>
      <div className="fact">
        <label htmlFor={`${id}-reference`}>{t('land.reference')}</label>
        <Input
          id={`${id}-reference`}
          maxLength={200}
          value={reference}
          onChange={(e) => setReference(e.target.value)}
        />
      </div>
      {kind === 'contract' && (
        <>
          <FileChoice projectId={projectId} label={t('land.parcel')} value={parcel} onChange={setParcel} />
          <FileChoice projectId={projectId} label={t('land.conditions')} value={conditions} onChange={setConditions} />
          <p className="case-soft">{t('land.contractHint')}</p>
        </>
      )}
      {before && (
        <div className="fact">
          <label htmlFor={`${id}-reason`}>{t('land.reason')}</label>
          <Input id={`${id}-reason`} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
        </div>
      )}
      {recording.error && <ProblemView error={recording.error} />}
    </Modal>
  )
}
