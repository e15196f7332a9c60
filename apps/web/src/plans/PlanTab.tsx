import type { PlanDocument } from '@kaigong/contract'
import { useMemo } from 'react'
import { useText } from '../text/useText.ts'
import { CriticalChain } from './CriticalChain.tsx'
import { Gantt } from './chart/Gantt.tsx'
import { PlanOf } from './PlanOf.tsx'
import { useWhy } from './useWhy.ts'
import { VerdictHeader } from './VerdictHeader.tsx'
import { WhyPanel } from './WhyPanel.tsx'

/** The plan of a project as its wall chart, with the answer above and the critical chain below. */
export function PlanTab({ projectId }: { readonly projectId: string }) {
  return (
    <PlanOf projectId={projectId}>
      {(view, adopted) => <Chart plan={view.plan} days={view.daysOff} baseline={adopted?.plan} />}
    </PlanOf>
  )
}

type Props = {
  readonly plan: PlanDocument
  readonly days: readonly string[]
  readonly baseline: PlanDocument | undefined
}

function Chart({ plan, days, baseline }: Props) {
  const t = useText()
  const { why, show, close } = useWhy()
  const daysOff = useMemo(() => new Set(days), [days])
  return (
    <>
      <VerdictHeader plan={plan} />
      <Gantt plan={plan} daysOff={daysOff} baseline={baseline} onWhy={show} />
      <h2 className="plan-heading">{t('plans.chain')}</h2>
      <CriticalChain plan={plan} onWhy={show} />
      <WhyPanel plan={plan} activity={why} onShow={show} onClose={close} />
    </>
  )
}
