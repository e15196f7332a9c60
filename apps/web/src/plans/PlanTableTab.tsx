import { PlanOf } from './PlanOf.tsx'
import { PlanTable } from './PlanTable.tsx'
import { useWhy } from './useWhy.ts'
import { WhyPanel } from './WhyPanel.tsx'

/** The plan of a project as a table of matters. */
export function PlanTableTab({ projectId }: { readonly projectId: string }) {
  const { why, show, close } = useWhy()
  return (
    <PlanOf projectId={projectId}>
      {({ plan }) => (
        <>
          <PlanTable plan={plan} onWhy={show} />
          <WhyPanel plan={plan} activity={why} onShow={show} onClose={close} />
        </>
      )}
    </PlanOf>
  )
}
