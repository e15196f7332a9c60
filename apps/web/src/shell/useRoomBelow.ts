import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Less than this much of a list is no use; then the page scrolls instead. In pixels. */
const LEAST = 320
/** What stays free under the list. */
const FOOT = 40

/** How many pixels there are from the top of an element (without a table's head) to the bottom of the window. */
export function useRoomBelow(there: boolean): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(LEAST)
  useLayoutEffect(() => {
    const found = element.current
    if (!there || !found) return undefined
    const measure = () => {
      const top = found.getBoundingClientRect().top + scrollY
      const head = found.querySelector('thead')?.offsetHeight ?? 0
      setRoom(Math.max(LEAST, Math.floor(innerHeight - top - head - FOOT)))
    }
    // What stands above may grow and shrink: filters wrap, chosen rows bring their bar.
    const resized = new ResizeObserver(measure)
    resized.observe(document.body)
    if (found.parentElement) resized.observe(found.parentElement)
    addEventListener('resize', measure)
    measure()
    return () => {
      resized.disconnect()
      removeEventListener('resize', measure)
    }
  }, [there])
  return [element, room]
}
