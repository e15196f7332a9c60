import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../../api/asking.ts'
import { planKey } from '../queries.ts'

const { plans } = contracts

/** What moved from one version to another, and why. */
export const comparison = (projectId: string, from: number, no: number) =>
  queryOptions({
    queryKey: [...planKey(projectId), 'compare', from, no],
    queryFn: () => asking(plans.compare, { params: { projectId, no }, query: { from } }),
  })

/** The promises that bind agencies in a project, the earliest first. */
export const promises = (projectId: string) =>
  queryOptions({
    queryKey: [...planKey(projectId), 'promises'],
    queryFn: async () => (await asking(plans.promises, { params: { projectId } })).items,
  })

/** Links that were given to the company, the newest first; their tokens are not among what is known of them. */
export const links = (projectId: string) =>
  queryOptions({
    queryKey: [...planKey(projectId), 'links'],
    queryFn: async () => (await asking(plans.links, { params: { projectId } })).items,
  })
