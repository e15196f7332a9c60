import { contracts, type PreReviewView, type ProjectId } from '@kaigong/contract'
import { Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { usePreReview } from './usePreReview.ts'

type Props = { readonly projectId: ProjectId; readonly view: PreReviewView; readonly onClose: () => void }

/**
 * Signs the agency's opinion on the latest drawings, which the dialog names by their hash. Where the file was changed after the opinion, the
 * agency may say instead that nothing of substance did.
 */
export function Opine({ projectId, view, onClose }: Props) {
  const t = useText()
  const id = useId()
  const [verdict, setVerdict] = useState<'agrees' | 'asksForChanges' | 'same'>('agrees')
  const [text, setText] = useState('')
  const opining = usePreReview(projectId, onClose)
  const latest = view.versions.at(-1) ?? ''
  const differs = view.stage === 'agreed' && view.drawings !== null && view.drawings.sha256 !== latest
  const params = { projectId, preReviewId: view.id }
  const extra = { ifMatch: view.version }
  const send = () =>
    opining.mutate(() =>
      verdict === 'same'
        ? asking(contracts.land.deemInsubstantial, { params, body: { reason: text.trim() } }, extra)
        : asking(contracts.land.opine, { params, body: { drawingsSha256: latest, verdict, text: text.trim() } }, extra),
    )
  const choices = ['agrees', 'asksForChanges', ...(differs ? (['same'] as const) : [])] as const
  return (
    <Modal
      open
      title={t('land.opine')}
      okText={t('land.sign')}
      cancelText={t('land.cancel')}
      okButtonProps={{ disabled: verdict !== 'agrees' && text.trim().length < 2 }}
      confirmLoading={opining.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <p>{t('land.opineHint')}</p>
      <p className="case-soft land-hash">
        {view.drawings?.name} <code>{latest}</code>
      </p>
      <Radio.Group
        vertical
        value={verdict}
        onChange={(e) => setVerdict(e.target.value)}
        options={choices.map((value) => ({ value, label: t(`land.verdict.${value}`) }))}
      />
      <div className="fact">
        <label htmlFor={id}>{t('land.opinion')}</label>
        <Input.TextArea id={id} rows={3} maxLength={500} value={text} onChange={(e) => setText(e.target.value)} />
      </div>
      {opining.error && <ProblemView error={opining.error} />}
    </Modal>
  )
}
