import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

type Search = Readonly<Record<string, string | undefined>>
/** `replace`: going back does not undo this step by itself, as with each letter of what somebody types. */
type How = { readonly replace?: boolean }

/**
 * What of a view stands in the address, and how it is changed there. Whoever opens the address sees the same; what a change does not
 * name stays, and the page stays where it was scrolled to.
 */
export function useAddress(): readonly [Search, (change: Search, how?: How) => void] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (next: Search, { replace = false }: How = {}) => {
      const merged = (old: Search): Search => ({ ...old, ...next })
      // Which page it is only the address knows, and with it what its search may be.
      void navigate({ to: '.', search: merged as never, replace, resetScroll: false })
    },
    [navigate],
  )
  return [search, change]
}
