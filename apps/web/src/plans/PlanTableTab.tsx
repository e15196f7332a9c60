import { useState } from 'react'
import { PlanOf } from './PlanOf.tsx'
import { PlanTable } from './PlanTable.tsx'
import { WhyPanel } from './WhyPanel.tsx'

/** The plan of a project as a table of matters. */
export function PlanTableTab({ projectId }: { readonly projectId: string }) {
  const [why, setWhy] = useState<string | null>(null)
  return (
    <PlanOf projectId={projectId}>
      {({ plan }) => (
        <>
          <PlanTable plan={plan} onWhy={setWhy} />
          <WhyPanel plan={plan} activity={why} onShow={setWhy} onClose={() => setWhy(null)} />
        </>
      )}
    </PlanOf>
  )
}
