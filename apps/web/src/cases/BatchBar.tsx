import { type AgencyId, type BatchAct, type CaseListItem, contracts, type PersonId } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { caseKey, colleagues } from './queries.ts'

type Props = { readonly agency: AgencyId; readonly chosen: readonly CaseListItem[]; readonly onDone: () => void }

/** Urges or transfers all chosen cases; each is done or not, and the list of results says why. */
export function BatchBar({ agency, chosen, onDone }: Props) {
  const t = useText()
  const pick = usePick()
  const client = useQueryClient()
  const { data: people } = useQuery(colleagues(agency))
  const [to, setTo] = useState<PersonId>()
  const [reason, setReason] = useState('')
  const batch = useMutation({
    mutationFn: (act: BatchAct) =>
      asking(contracts.cases.batch, { body: { act, cases: chosen.map(({ id, version }) => ({ id, version })) } }),
    onSettled: () => {
      client.invalidateQueries({ queryKey: caseKey })
      onDone()
    },
  })
  const [asked, setAsked] = useState<readonly CaseListItem[]>([])
  const doAll = (act: BatchAct) => {
    setAsked(chosen)
    batch.mutate(act)
  }
  const refused = batch.data?.items.flatMap(({ id, refusal }) => (refusal ? [{ id, refusal }] : [])) ?? []
  return (
    <div>
      {chosen.length > 0 && (
        <div className="case-acts">
          <span>{t('cases.chosen', { n: chosen.length })}</span>
          <Button size="small" loading={batch.isPending} onClick={() => doAll({ type: 'urge' })}>
            {t('cases.urgeAll')}
          </Button>
          <Select<PersonId>
            size="small"
            style={{ minWidth: 120 }}
            aria-label={t('cases.field.to')}
            placeholder={t('cases.field.to')}
            value={to ?? null}
            onChange={setTo}
            options={(people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Input
            size="small"
            style={{ width: 160 }}
            aria-label={t('cases.field.reason')}
            placeholder={t('cases.field.reason')}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button
            size="small"
            disabled={to === undefined || reason.trim().length < 2}
            loading={batch.isPending}
            onClick={() => to && doAll({ type: 'transfer', to, reason })}
          >
            {t('cases.transferAll')}
          </Button>
        </div>
      )}
      {batch.error && <ProblemView error={batch.error} />}
      {batch.data && (
        <Alert
          type={refused.length > 0 ? 'warning' : 'success'}
          role="status"
          showIcon
          title={t('cases.batchDone', { done: batch.data.items.length - refused.length, refused: refused.length })}
          description={
            refused.length > 0 && (
              <ul>
                {refused.map(({ id, refusal }) => (
                  <li key={id}>
                    {asked.find((one) => one.id === id)?.number}: {pick(refusal.says)}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
    </div>
  )
}
