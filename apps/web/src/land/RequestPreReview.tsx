import { contracts, type LandBoard } from '@kaigong/contract'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { FileChoice } from './FileChoice.tsx'
import { usePreReview } from './usePreReview.ts'

type Props = {
  readonly projectId: LandBoard['projectId']
  readonly matter: LandBoard['requestable'][number]
  readonly onClose: () => void
}

/** Requests a pre-review on three files of the project; what else the matter needs may be handed over on paper. */
export function RequestPreReview({ projectId, matter, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const [drawings, setDrawings] = useState<string>()
  const [parcel, setParcel] = useState<string>()
  const [conditions, setConditions] = useState<string>()
  const [handedIn, setHandedIn] = useState<readonly string[]>([])
  const request = usePreReview(projectId, onClose)
  const files = drawings && parcel && conditions ? { drawings, parcel, conditions } : undefined
  const send = () => {
    if (!files) return
    const body = { occurrence: matter.occurrence, ...files, handedIn: [...handedIn] }
    request.mutate(() => asking(contracts.land.requestPreReview, { params: { projectId }, body }))
  }
  return (
    <Modal
      open
      title={`${t('land.request')}${t('land.colon')}${pick(matter.name)}`}
      okText={t('land.request')}
      cancelText={t('land.cancel')}
      okButtonProps={{ disabled: !files }}
      confirmLoading={request.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <p className="case-soft">{t('land.requestHint')}</p>
      <FileChoice projectId={projectId} label={t('land.drawingsFile')} value={drawings} onChange={setDrawings} />
      <FileChoice projectId={projectId} label={t('land.parcel')} value={parcel} onChange={setParcel} />
      <FileChoice projectId={projectId} label={t('land.conditions')} value={conditions} onChange={setConditions} />
      {matter.materials.length > 0 && (
        <fieldset className="case-fieldset">
          <legend>{t('land.handedIn')}</legend>
          <Checkbox.Group
            className="case-checks"
            value={[...handedIn]}
            onChange={setHandedIn}
            options={matter.materials.map((m) => ({ value: m.id, label: `★ ${pick(m.name)}` }))}
          />
        </fieldset>
      )}
      {request.error && <ProblemView error={request.error} />}
    </Modal>
  )
}
