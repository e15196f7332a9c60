import { type AgencyId, type CaseFilter, type CaseView, contracts } from '@kaigong/contract'
import { hashKey, type QueryClient, queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { cases, people } = contracts

/** Everything about cases lies under this key: a change that comes by the stream makes all of it stale. */
export const caseKey = ['case'] as const

/** Some of the cases that a filter finds, those with least time left first, with how many there are. */
export const someCases = (filter: CaseFilter, limit: number) =>
  queryOptions({
    queryKey: [...caseKey, 'list', filter, limit],
    queryFn: () => asking(cases.list, { query: { ...filter, limit } }),
  })

export const oneCase = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey, caseId],
    queryFn: () => asking(cases.read, { params: { caseId } }),
  })

/** Keeps a case as an act's answer brought it, and makes everything else about cases stale: this one need not be asked for again. */
export function keepCase(client: QueryClient, view: CaseView) {
  const { queryKey } = oneCase(view.id)
  client.setQueryData(queryKey, view)
  const kept = hashKey(queryKey)
  return client.invalidateQueries({ queryKey: caseKey, predicate: ({ queryHash }) => queryHash !== kept })
}

/** Cases of a project, and what can be opened there. */
export const projectCases = (projectId: string) =>
  queryOptions({
    queryKey: [...caseKey, 'project', projectId],
    queryFn: () => asking(cases.ofProject, { params: { projectId } }),
  })

/** Who works in an agency. */
export const colleagues = (agency: AgencyId) =>
  queryOptions({
    queryKey: ['person', 'agency', agency],
    queryFn: async () => (await asking(people.list, { query: { agency } })).items.filter(({ active }) => active),
  })
