import { contracts, type LandBoard, type LandIssue, type Rehearsal } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { newKey } from '../api/newKey.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { beijingTime } from '../text/time.ts'
import { useText } from '../text/useText.ts'
import { Found } from './Found.tsx'
import { refreshLand } from './queries.ts'

/** The two buttons of the land day: rehearse, which leaves nothing, and issue, which cannot be taken back; and what came of them. */
export function Press({ board }: { readonly board: LandBoard }) {
  const t = useText()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'rehearse' | 'issue'>()
  const [assumeLand, setAssumeLand] = useState(true)
  // A second click, or a repeat after a broken connection, is the same press.
  const [idempotencyKey] = useState(newKey)
  const { projectId, conversion, may } = board
  const params = { projectId }
  const settle = () => {
    setAsked(undefined)
    return refreshLand(client, projectId)
  }
  const rehearsal = useMutation({
    mutationFn: (): Promise<Rehearsal> => asking(contracts.land.rehearse, { params, body: { assumeLand } }),
    onSettled: settle,
  })
  const issue = useMutation({
    mutationFn: (): Promise<LandIssue> => asking(contracts.land.issue, { params }, { idempotencyKey }),
    onSettled: settle,
  })
  const open = board.hasPlan && !conversion
  return (
    <section className="land-press" aria-label={t('land.press')}>
      {conversion && (
        <Alert
          type="success"
          showIcon
          title={t('land.done', { at: beijingTime(conversion.at), by: conversion.by ?? '—' })}
        />
      )}
      {open && (
        <div className="land-buttons">
          {may.rehearse && (
            <Button size="large" onClick={() => setAsked('rehearse')}>
              {t('land.rehearse')}
            </Button>
          )}
          {may.issue && (
            <Button size="large" type="primary" disabled={!board.ready} onClick={() => setAsked('issue')}>
              {t('land.issue')}
            </Button>
          )}
          <p className="case-soft">{t(board.ready ? 'land.readyHint' : 'land.notReadyHint')}</p>
        </div>
      )}
      {issue.data && <Found kind="issued" given={issue.data.issued} missing={[]} assumed={[]} />}
      {rehearsal.data && !issue.data && (
        <Found
          kind={rehearsal.data.ready ? 'wouldIssue' : 'missing'}
          given={rehearsal.data.wouldIssue}
          missing={rehearsal.data.missing}
          assumed={rehearsal.data.assumed}
        />
      )}
      {(issue.error ?? rehearsal.error) && <ProblemView error={issue.error ?? rehearsal.error} />}
      {asked && (
        <Modal
          open
          title={t(asked === 'issue' ? 'land.issueAsk' : 'land.rehearseAsk')}
          okText={t(asked === 'issue' ? 'land.issueNow' : 'land.rehearse')}
          cancelText={t('land.cancel')}
          confirmLoading={issue.isPending || rehearsal.isPending}
          onOk={() => (asked === 'issue' ? issue.mutate() : rehearsal.mutate())}
          onCancel={() => setAsked(undefined)}
        >
          <p>{t(asked === 'issue' ? 'land.issueHint' : 'land.rehearseHint')}</p>
          {asked === 'rehearse' && (
            <Checkbox checked={assumeLand} onChange={(e) => setAssumeLand(e.target.checked)}>
              {t('land.assumeLand')}
            </Checkbox>
          )}
        </Modal>
      )}
    </section>
  )
}
