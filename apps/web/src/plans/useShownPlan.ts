import type { contracts, OutOf } from '@kaigong/contract'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { onePlan, planList } from './queries.ts'
import { versionNamed } from './standing.ts'

type PlanView = OutOf<typeof contracts.plans.read>

type Shown =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | {
      readonly state: 'shown'
      readonly view: PlanView /** The one in force, where another is shown. */
      readonly adopted: PlanView | undefined
    }

/** The version that the address names (`?plan=3`), else the one that the project stands on. Errors go to the page. */
export function useShownPlan(projectId: string): Shown {
  const { plan } = useSearch({ from: '/projects/$projectId/$tab' })
  const { data: versions } = useSuspenseQuery(planList(projectId))
  const no = versionNamed(plan, versions)
  const adoptedNo = versions.find(({ status }) => status === 'adopted')?.no
  const shown = useQuery({ ...onePlan(projectId, no ?? 0), enabled: no !== undefined, throwOnError: true })
  const adopted = useQuery({
    ...onePlan(projectId, adoptedNo ?? 0),
    enabled: adoptedNo !== undefined && adoptedNo !== no,
  })
  if (no === undefined) return { state: 'none' }
  if (shown.data === undefined) return { state: 'loading' }
  return { state: 'shown', view: shown.data, adopted: adoptedNo === no ? undefined : adopted.data }
}
