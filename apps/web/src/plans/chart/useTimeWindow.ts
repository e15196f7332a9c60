import type { PlanDocument } from '@kaigong/contract'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { dayNumber } from './days.ts'
import { type Range, zoomShowing, zooms } from './scale.ts'

/** The head is drawn anew after so many pixels of scrolling, and as much beyond the edges. */
const STRIDE = 400
/** Where in the chart the day stands to which one goes, and around which one zooms. */
const ANCHOR = 0.25

type Zooming = {
  /** The zoom that somebody asked for, one of `zooms` by its place; the plan's own where nobody did. */
  readonly asked: number | undefined
  readonly onZoom: (level: number) => void
}

/** Which part of the axis is on the screen, and how far one has zoomed. */
export function useTimeWindow(
  scroller: RefObject<HTMLDivElement | null>,
  range: Range,
  plan: PlanDocument,
  { asked, onZoom }: Zooming,
) {
  const [level, setLevel] = useState(asked ?? 3)
  const [view, setView] = useState({ stride: 0, width: 1200 })
  const px = zooms[level] ?? zooms[0]
  /** The day to which the axis goes once a zoom is drawn. */
  const [heading, setHeading] = useState<number | null>(null)

  const timeWidth = useCallback(() => {
    const element = scroller.current
    const fixed = element?.querySelector<HTMLElement>('.gantt-columns')?.offsetWidth ?? 0
    return Math.max(100, (element?.clientWidth ?? 0) - fixed)
  }, [scroller])

  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      const stride = Math.floor(element.scrollLeft / STRIDE)
      const width = Math.ceil(element.clientWidth / STRIDE) * STRIDE
      setView((old) => (old.stride === stride && old.width === width ? old : { stride, width }))
    }
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])

  const goTo = useCallback(
    (day: number) => {
      const element = scroller.current
      if (element) element.scrollLeft = (day - range.first) * px - timeWidth() * ANCHOR
    },
    [scroller, range, px, timeWidth],
  )
  const zoom = useCallback(
    (by: 1 | -1) => {
      const element = scroller.current
      if (!element) return
      setHeading(range.first + (element.scrollLeft + timeWidth() * ANCHOR) / px)
      const next = Math.min(zooms.length - 1, Math.max(0, level + by))
      setLevel(next)
      onZoom(next)
    },
    [scroller, range, px, timeWidth, level, onZoom],
  )
  useLayoutEffect(() => {
    if (heading === null) return
    goTo(heading)
    setHeading(null)
  }, [heading, goTo])

  // A plan first shows the road from its as-of day to the start of construction, for that is what people ask.
  const begun = useRef('')
  useLayoutEffect(() => {
    const name = `${plan.project.name.zh} ${plan.asOf}`
    if (begun.current === name) return
    begun.current = name
    const from = dayNumber(plan.asOf)
    const start = plan.gates.find(({ gate, date }) => gate === 'G1' && date !== null)?.date
    const to = start ? dayNumber(start) : range.last
    setLevel(asked ?? zoomShowing(Math.max(30, to - from + 30), timeWidth()))
    setHeading(from + ANCHOR * Math.max(30, to - from) - 14)
  }, [plan, range, timeWidth, asked])
  // Another link to the same chart.
  useLayoutEffect(() => {
    if (asked !== undefined) setLevel(asked)
  }, [asked])

  const window = useMemo((): readonly [number, number] => {
    const left = view.stride * STRIDE
    return [left - STRIDE, left + view.width + 2 * STRIDE]
  }, [view])
  return { px, zoom, window, goTo }
}
