import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useAddress } from '../shell/useAddress.ts'

/**
 * Of which step or matter somebody reads the reasons: it stands in the address, and going back closes the panel. Closing it is that same step
 * back where the panel was opened here, so that none is left over which does nothing.
 */
export function useWhy() {
  const [{ why }, change] = useAddress()
  const { history } = useRouter()
  const open = why !== undefined
  const openedHere = useRef(false)
  useEffect(() => {
    if (!open) openedHere.current = false
  }, [open])
  const show = useCallback(
    (id: string) => {
      if (!open) openedHere.current = true
      change({ why: id }, { replace: open })
    },
    [change, open],
  )
  const close = useCallback(() => {
    if (openedHere.current) history.back()
    else change({ why: undefined }, { replace: true })
  }, [change, history])
  return { why: why ?? null, show, close }
}
