import { contracts, type Me } from '@kaigong/contract'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'
import { meKey } from '../api/queryClient.ts'

/** Who is signed in. It changes only by signing in and out. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: () => asking(contracts.people.me, {}),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** The signed-in person with their rights; only under a route that needs a sign-in. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data
