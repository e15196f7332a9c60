import { Materials } from './Materials.tsx'
import { PlanOf } from './PlanOf.tsx'

/** The materials that the plan of a project asks for. */
export function MaterialsTab({ projectId }: { readonly projectId: string }) {
  return <PlanOf projectId={projectId}>{({ plan }) => <Materials plan={plan} />}</PlanOf>
}
