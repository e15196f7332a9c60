import { contracts, type PlanView } from '@kaigong/contract'
import { App, Button, Flex, Popconfirm } from 'antd'
import { useState } from 'react'
import { asking } from '../../api/asking.ts'
import { useMe } from '../../shell/me.ts'
import { useText } from '../../text/useText.ts'
import { AdoptDialog } from './AdoptDialog.tsx'
import { DecisionError } from './DecisionError.tsx'
import { useDecision } from './useDecision.ts'

type Props = { readonly projectId: string; readonly view: PlanView }

/** What the person may decide about a version as it stands: send it round, adopt it, drop it. */
export function Decisions({ projectId, view }: Props) {
  const t = useText()
  const { may } = useMe()
  const { message } = App.useApp()
  const [adopting, setAdopting] = useState(false)
  const decision = useDecision(projectId, view)
  const { status, factsStand } = view
  const open = status === 'computed' || status === 'countersigning'
  if (!open || !(may['plan.compute'] || may['plan.adopt'])) return <DecisionError error={decision.error} />
  const circulate = () =>
    decision.mutate((params, extra) => asking(contracts.plans.circulate, { params }, extra), {
      onSuccess: () => message.success(t('plans.versions.circulated')),
    })
  const drop = () =>
    decision.mutate((params, extra) => asking(contracts.plans.drop, { params }, extra), {
      onSuccess: () => message.success(t('plans.versions.dropped')),
    })
  const words = { okText: t('plans.versions.confirm'), cancelText: t('plans.versions.cancel') }
  return (
    <>
      <Flex wrap gap={8}>
        {status === 'computed' && may['plan.compute'] && (
          <Popconfirm
            {...words}
            title={t('plans.versions.circulate')}
            description={t('plans.versions.circulateAsk')}
            disabled={!factsStand}
            onConfirm={circulate}
          >
            <Button type="primary" loading={decision.isPending} disabled={!factsStand}>
              {t('plans.versions.circulate')}
            </Button>
          </Popconfirm>
        )}
        {status === 'countersigning' && may['plan.adopt'] && (
          <Button type="primary" disabled={!factsStand} onClick={() => setAdopting(true)}>
            {t('plans.versions.adopt')}
          </Button>
        )}
        {may['plan.compute'] && (
          <Popconfirm
            {...words}
            title={t('plans.versions.drop')}
            description={t('plans.versions.dropAsk')}
            onConfirm={drop}
          >
            <Button danger disabled={decision.isPending}>
              {t('plans.versions.drop')}
            </Button>
          </Popconfirm>
        )}
      </Flex>
      <DecisionError error={decision.error} />
      {adopting && <AdoptDialog projectId={projectId} view={view} onClose={() => setAdopting(false)} />}
    </>
  )
}
