import { useEffect } from 'react'
import { countOf } from './countOf.ts'
import { useAddress } from './useAddress.ts'

/** The page of a table, as the address has it (`?page=2`). */
export function usePage() {
  const [{ page }, change] = useAddress()
  return {
    current: countOf(page),
    onChange: (next: number) => change({ page: next === 1 ? undefined : String(next) }),
    hideOnSinglePage: true,
    showSizeChanger: false,
  } as const
}

type Growing = {
  readonly data: { readonly pages: readonly unknown[] } | undefined
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly isError: boolean
  readonly fetchNextPage: () => unknown
}

/** A list that grows at its end: how far it was read stands in the address (`?pages=3`), so that a reload reads as far again. */
export function usePages({ data, hasNextPage, isFetching, isError, fetchNextPage }: Growing): () => void {
  const [{ pages }, change] = useAddress()
  const there = data?.pages.length ?? 0
  const behind = there > 0 && there < countOf(pages)
  useEffect(() => {
    if (behind && hasNextPage && !isFetching && !isError) fetchNextPage()
  }, [behind, hasNextPage, isFetching, isError, fetchNextPage])
  return () => {
    // A page that did not come is asked for again.
    if (behind) fetchNextPage()
    else change({ pages: String(there + 1) }, { replace: true })
  }
}
