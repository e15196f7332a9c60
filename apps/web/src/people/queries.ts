import { contracts, type Role } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { people } = contracts

export const peopleList = (query: { readonly q?: string; readonly agency?: string; readonly role?: string }) =>
  queryOptions({
    queryKey: ['person', 'list', query],
    queryFn: () => asking(people.list, { query: query as { q?: string; role?: Role } }),
  })
export const sessions = queryOptions({ queryKey: ['session'], queryFn: () => asking(people.sessions, {}) })
export const tokens = queryOptions({ queryKey: ['token'], queryFn: () => asking(people.tokens, {}) })
