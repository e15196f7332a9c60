import { contracts, type ProjectFilter } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

/** The first few projects that a filter finds, with how many there are and their sums. */
export const someProjects = (filter: ProjectFilter, limit = 6) =>
  queryOptions({
    queryKey: ['project', 'some', filter, limit],
    queryFn: () => asking(contracts.projects.list, { query: { ...filter, limit } }),
  })

/** Plans that wait for the signature of one's agency. */
export const waitingPlans = queryOptions({
  queryKey: ['plan', 'waiting'],
  queryFn: () => asking(contracts.plans.waiting, {}),
})

export const failedJobs = queryOptions({
  queryKey: ['job', 'failed'],
  queryFn: () => asking(contracts.operations.jobs, { query: { state: 'failed' } }),
})
