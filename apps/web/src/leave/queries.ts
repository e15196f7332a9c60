import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

/** Who stands in for whom in one's agency. */
export const standIns = queryOptions({
  queryKey: ['leave', 'standIns'],
  queryFn: () => asking(contracts.leave.list, {}),
})

/** One's own template phrases. */
export const phrases = queryOptions({
  queryKey: ['leave', 'phrases'],
  queryFn: async () => (await asking(contracts.leave.phrases, {})).items,
})
