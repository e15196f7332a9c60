import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

/** The district's own files of the edition in force, and how they came to be so. */
export const settings = queryOptions({
  queryKey: ['edition', 'settings'],
  queryFn: () => asking(contracts.editions.settings, {}),
})
