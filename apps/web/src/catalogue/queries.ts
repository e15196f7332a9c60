import { contracts, type EditionId } from '@kaigong/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { editions } = contracts

/** How often to look again while a trial runs, in milliseconds. */
const LOOK_AGAIN_MS = 1000

/** An edition as an address names it; the server judges whether there is one. */
const named = (edition: string | undefined): { readonly edition?: EditionId } =>
  edition === undefined ? {} : { edition: edition as EditionId }

export const matters = (edition: string | undefined, q: string) =>
  queryOptions({
    queryKey: ['edition', 'matters', edition ?? '', q],
    queryFn: () => asking(editions.matters, { query: { ...named(edition), ...(q === '' ? {} : { q }) } }),
    placeholderData: keepPreviousData,
  })

export const oneMatter = (matterId: string, edition: string | undefined) =>
  queryOptions({
    queryKey: ['edition', 'matter', matterId, edition ?? ''],
    queryFn: () => asking(editions.matter, { params: { matterId }, query: named(edition) }),
  })

/** All editions of the district; looked at again while one is being tried. */
export const editionList = queryOptions({
  queryKey: ['edition', 'list'],
  queryFn: async () => (await asking(editions.list, {})).items,
  refetchInterval: ({ state }) => (state.data?.some(({ trial }) => trial?.running) ? LOOK_AGAIN_MS : false),
})

export const difference = (from: string, editionId: string) =>
  queryOptions({
    queryKey: ['edition', 'diff', from, editionId],
    queryFn: async () =>
      (
        await asking(editions.diff, {
          params: { editionId: editionId as EditionId },
          query: { from: from as EditionId },
        })
      ).changes,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const trialOf = (editionId: string) =>
  queryOptions({
    queryKey: ['edition', 'trial', editionId],
    queryFn: () => asking(editions.trial, { params: { editionId: editionId as EditionId } }),
    refetchInterval: ({ state }) => (state.data?.edition.trial?.running ? LOOK_AGAIN_MS : false),
  })
