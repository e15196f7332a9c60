import { type AgencyId, contracts, type Role } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { people } = contracts

/** People with a name like `q`, or all; of an agency and with a role, where those are given. */
export const peopleList = (q: string, some: { readonly agency?: string; readonly role?: string }) =>
  queryOptions({
    queryKey: ['person', 'list', q, some],
    queryFn: () => {
      const query = some as { agency?: AgencyId; role?: Role }
      return q === '' ? asking(people.list, { query }) : asking(people.search, { body: { q, ...query } })
    },
  })
export const sessions = queryOptions({ queryKey: ['session'], queryFn: () => asking(people.sessions, {}) })
export const tokens = queryOptions({ queryKey: ['token'], queryFn: () => asking(people.tokens, {}) })
