import type { PlanView } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { onePlan, planKey } from '../queries.ts'

type Decide = (
  params: { readonly projectId: string; readonly no: number },
  extra: { readonly ifMatch: number },
) => Promise<PlanView>

/**
 * Decides something about one version as it was seen. When somebody was quicker the server refuses, and everything about the project's
 * plans is read again, so that the person sees what stands now.
 */
export function useDecision(projectId: string, view: Pick<PlanView, 'no' | 'version'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (decide: Decide) => decide({ projectId, no: view.no }, { ifMatch: view.version }),
    onSuccess: (next) => client.setQueryData(onePlan(projectId, next.no).queryKey, next),
    onSettled: () => {
      for (const queryKey of [planKey(projectId), ['project', projectId], ['project', 'list'], ['workbench']])
        client.invalidateQueries({ queryKey })
    },
  })
}
