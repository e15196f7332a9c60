import { contracts, type JointView } from '@kaigong/contract'
import { hashKey, type QueryClient, queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { joint } = contracts

/** Everything about joint handling lies under this key: a change that comes by the stream makes all of it stale. */
export const jointKey = ['joint'] as const

/** What waits for one's agency or company. */
export const jointTasks = queryOptions({
  queryKey: [...jointKey, 'waiting'],
  queryFn: async () => (await asking(joint.waiting, {})).items,
})

/** Those of a project, and whom one could ask. */
export const projectJoint = (projectId: string) =>
  queryOptions({
    queryKey: [...jointKey, 'project', projectId],
    queryFn: () => asking(joint.ofProject, { params: { projectId } }),
  })

export const oneJoint = (jointId: string) =>
  queryOptions({
    queryKey: [...jointKey, jointId],
    queryFn: () => asking(joint.read, { params: { jointId } }),
  })

/** Keeps one as an act's answer brought it, and makes everything else about joint handling stale. */
export function keepJoint(client: QueryClient, view: JointView) {
  const { queryKey } = oneJoint(view.id)
  client.setQueryData(queryKey, view)
  const kept = hashKey(queryKey)
  return client.invalidateQueries({ queryKey: jointKey, predicate: ({ queryHash }) => queryHash !== kept })
}
