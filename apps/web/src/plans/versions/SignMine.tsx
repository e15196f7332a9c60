import { type Countersignature, contracts, type PlanView } from '@kaigong/contract'
import { App, Button, Flex, Input } from 'antd'
import { useId, useState } from 'react'
import { asking } from '../../api/asking.ts'
import { useText } from '../../text/useText.ts'
import { DecisionError } from './DecisionError.tsx'
import { useDecision } from './useDecision.ts'

type Props = { readonly projectId: string; readonly view: PlanView; readonly mine: Countersignature }

/** Signs or objects for one's agency; until the version is adopted one may think again. */
export function SignMine({ projectId, view, mine }: Props) {
  const t = useText()
  const id = useId()
  const { message } = App.useApp()
  const [remark, setRemark] = useState(mine.remark ?? '')
  const decision = useDecision(projectId, view)
  const say = (verdict: 'signed' | 'objected') =>
    decision.mutate(
      (params, extra) =>
        asking(contracts.plans.countersign, { params, body: { verdict, remark: remark.trim() || null } }, extra),
      { onSuccess: () => message.success(t(`plans.versions.${verdict}`)) },
    )
  return (
    <div className="signature-form fact">
      <label htmlFor={id}>
        {t('plans.versions.remark')} <small>{t('plans.versions.remarkHint')}</small>
      </label>
      <Input.TextArea id={id} rows={2} maxLength={500} value={remark} onChange={(e) => setRemark(e.target.value)} />
      <Flex wrap gap={8} align="center">
        <Button
          type="primary"
          disabled={mine.status === 'signed'}
          loading={decision.isPending}
          onClick={() => say('signed')}
        >
          {t('plans.versions.sign')}
        </Button>
        <Button danger disabled={remark.trim() === '' || decision.isPending} onClick={() => say('objected')}>
          {t('plans.versions.object')}
        </Button>
        {mine.status !== 'waiting' && <span className="version-soft">{t('plans.versions.thinkAgain')}</span>}
      </Flex>
      <DecisionError error={decision.error} />
    </div>
  )
}
