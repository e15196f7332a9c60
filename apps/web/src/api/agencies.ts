import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from './asking.ts'

/** The agencies of the district; they change only with the edition. */
export const agencies = queryOptions({
  queryKey: ['edition', 'agencies'],
  queryFn: async () => (await asking(contracts.editions.settings, {})).agencies,
  staleTime: 5 * 60_000,
})
