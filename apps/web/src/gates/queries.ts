import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'
import { caseKey } from '../cases/queries.ts'

// What was granted opens gates and leaves obligations: both grow stale with the cases.

/** The gates of a project as they stand today. */
export const gatesOf = (projectId: string) =>
  queryOptions({
    queryKey: [...caseKey, 'gates', projectId],
    queryFn: () => asking(contracts.gates.read, { params: { projectId } }),
  })

/** What is still owed in a project. */
export const owedIn = (projectId: string) =>
  queryOptions({
    queryKey: [...caseKey, 'owed', projectId],
    queryFn: async () => (await asking(contracts.obligations.ofProject, { params: { projectId } })).items,
  })

/** What one's own agency or company still owes. */
export const owedByMe = queryOptions({
  queryKey: [...caseKey, 'owed'],
  queryFn: async () => (await asking(contracts.obligations.mine, {})).items,
})
