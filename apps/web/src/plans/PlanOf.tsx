import type { contracts, OutOf } from '@kaigong/contract'
import type { ReactNode } from 'react'
import { EmptyState } from '../shell/EmptyState.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text/useText.ts'
import { useShownPlan } from './useShownPlan.ts'

type PlanView = OutOf<typeof contracts.plans.read>

type Props = {
  readonly projectId: string
  readonly children: (view: PlanView, adopted: PlanView | undefined) => ReactNode
}

/** Shows something of the version that the address names; where there is none it says so. */
export function PlanOf({ projectId, children }: Props) {
  const t = useText()
  const shown = useShownPlan(projectId)
  switch (shown.state) {
    case 'none':
      return <EmptyState title={t('plans.none')} hint={t('plans.noneHint')} />
    case 'loading':
      return <PageSkeleton />
    case 'shown':
      return children(shown.view, shown.adopted)
  }
}
