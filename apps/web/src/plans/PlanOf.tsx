import type { contracts, OutOf } from '@kaigong/contract'
import type { ReactNode } from 'react'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useShownPlan } from './useShownPlan.ts'
import { FirstPlan } from './versions/FirstPlan.tsx'
import { ShownVersion } from './versions/ShownVersion.tsx'

type PlanView = OutOf<typeof contracts.plans.read>

type Props = {
  readonly projectId: string
  readonly children: (view: PlanView, adopted: PlanView | undefined) => ReactNode
}

/** Shows something of the version that the address names, below which version that is; where there is none the first is computed here. */
export function PlanOf({ projectId, children }: Props) {
  const shown = useShownPlan(projectId)
  switch (shown.state) {
    case 'none':
      return <FirstPlan projectId={projectId} />
    case 'loading':
      return <PageSkeleton />
    case 'shown':
      return (
        <>
          <ShownVersion projectId={projectId} view={shown.view} adopted={shown.adopted} />
          {children(shown.view, shown.adopted)}
        </>
      )
  }
}
