import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { plans } = contracts

/** Everything about the plans of a project lies under this key: a change that comes by the stream makes all of it stale. */
export const planKey = (projectId: string): readonly string[] => ['plan', projectId]

/** All versions of a project's plan, as summaries. */
export const planList = (projectId: string) =>
  queryOptions({
    queryKey: [...planKey(projectId), 'list'],
    queryFn: async () => (await asking(plans.list, { params: { projectId } })).items,
  })

/** One version with everything in it. */
export const onePlan = (projectId: string, no: number) =>
  queryOptions({
    queryKey: [...planKey(projectId), no],
    queryFn: () => asking(plans.read, { params: { projectId, no } }),
  })
