import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

/** Rows of other systems that wait, each with its reason. */
export const waitingRows = queryOptions({
  queryKey: ['mirror', 'waiting'],
  queryFn: () => asking(contracts.mirrors.waiting, { query: {} }),
})
