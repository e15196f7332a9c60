import { useCallback } from 'react'
import { useAddress } from '../shell/useAddress.ts'

/** Of which step or matter somebody reads the reasons: it stands in the address, and going back closes the panel. */
export function useWhy() {
  const [{ why }, change] = useAddress()
  const show = useCallback((id: string) => change({ why: id }), [change])
  const close = useCallback(() => change({ why: undefined }, { replace: true }), [change])
  return { why: why ?? null, show, close }
}
