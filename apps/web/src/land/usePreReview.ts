import type { PreReviewView } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { refreshLand } from './queries.ts'

/** Does something to a pre-review and shows the board anew, whatever came of it. */
export function usePreReview(projectId: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (work: () => Promise<PreReviewView>) => work(),
    onSuccess: onDone,
    onSettled: () => refreshLand(client, projectId),
  })
}
