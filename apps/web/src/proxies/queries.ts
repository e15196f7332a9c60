import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

/** Authorisations of helpers for a project. */
export const proxiesOf = (projectId: string) =>
  queryOptions({
    queryKey: ['proxy', projectId],
    queryFn: () => asking(contracts.proxies.list, { params: { projectId } }),
  })
