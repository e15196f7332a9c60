import { contracts, type PreReviewView, type ProjectId } from '@kaigong/contract'
import { Modal } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { FileChoice } from './FileChoice.tsx'
import { usePreReview } from './usePreReview.ts'

type Props = { readonly projectId: ProjectId; readonly view: PreReviewView; readonly onClose: () => void }

/** Puts other drawings under a pre-review; what was opined on those before no longer counts. */
export function ReplaceDrawings({ projectId, view, onClose }: Props) {
  const t = useText()
  const [drawings, setDrawings] = useState<string | undefined>(view.drawings?.materialId)
  const replacing = usePreReview(projectId, onClose)
  const send = () => {
    if (!drawings) return
    const params = { projectId, preReviewId: view.id }
    replacing.mutate(() =>
      asking(contracts.land.replaceDrawings, { params, body: { drawings } }, { ifMatch: view.version }),
    )
  }
  return (
    <Modal
      open
      title={t('land.replace')}
      okText={t('land.replace')}
      cancelText={t('land.cancel')}
      okButtonProps={{ disabled: !drawings }}
      confirmLoading={replacing.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <p className="case-soft">{t('land.replaceHint')}</p>
      <FileChoice projectId={projectId} label={t('land.drawingsFile')} value={drawings} onChange={setDrawings} />
      {replacing.error && <ProblemView error={replacing.error} />}
    </Modal>
  )
}
