import { contracts, type ProjectFilter } from '@kaigong/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { projects, editions, people, plans } = contracts

/** Everything about projects lies under this key: a change that comes by the stream makes all of it stale. */
export const projectKey = (projectId?: string) =>
  (projectId === undefined ? ['project'] : ['project', projectId]) as readonly string[]

export const projectList = (filter: ProjectFilter) =>
  infiniteQueryOptions({
    queryKey: [...projectKey(), 'list', filter],
    queryFn: ({ pageParam }) =>
      asking(projects.list, { query: { ...filter, limit: 100, ...(pageParam === '' ? {} : { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const project = (projectId: string) =>
  queryOptions({ queryKey: projectKey(projectId), queryFn: () => asking(projects.read, { params: { projectId } }) })

export const projectEvents = (projectId: string) =>
  infiniteQueryOptions({
    queryKey: [...projectKey(projectId), 'events'],
    queryFn: ({ pageParam }) =>
      asking(projects.events, { params: { projectId }, query: pageParam === '' ? {} : { cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const savedFilters = queryOptions({
  queryKey: ['projectFilters'],
  queryFn: () => asking(projects.savedFilters, {}),
})

export const companies = (q: string) =>
  queryOptions({ queryKey: ['company', q], queryFn: () => asking(projects.companies, { query: { q } }) })

/** What the fact form asks; it changes only with the catalogue. */
export const factDefinitions = queryOptions({
  queryKey: ['edition', 'facts'],
  queryFn: () => asking(editions.facts, { query: {} }),
  staleTime: 5 * 60_000,
})

export const peopleToChoose = queryOptions({
  queryKey: ['person', 'all'],
  queryFn: () => asking(people.list, { query: {} }),
})

export const helpersToChoose = queryOptions({
  queryKey: ['person', 'helpers'],
  queryFn: () => asking(people.list, { query: { role: 'helper' } }),
})

/** The plan under facts that are not saved; the longer way also asks which answers would move the start. */
export const preview = (projectId: string, facts: ProjectFactsDraft, explore: boolean) =>
  queryOptions({
    queryKey: ['preview', projectId, explore, facts],
    queryFn: ({ signal }) => asking(plans.preview, { params: { projectId }, body: { facts, explore } }, { signal }),
    staleTime: 60_000,
    retry: false,
  })

type ProjectFactsDraft = Parameters<typeof asking<typeof plans.preview>>[1]['body']['facts']
