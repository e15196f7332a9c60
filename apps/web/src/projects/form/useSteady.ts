import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A handler that stays the same function while what it does follows the latest rendering, so that a part of a form that nobody
 * writes in is not drawn anew at each letter elsewhere. For events only: while drawing, it would do what was right before.
 */
export function useSteady<A extends readonly unknown[]>(act: (...given: A) => void): (...given: A) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given: A) => latest.current(...given), [])
}
