import type { PlanDocument } from '@kaigong/contract'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useAddress } from '../../shell/useAddress.ts'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { edgesOf } from './arrows.ts'
import { baselineOf, spansOf } from './baseline.ts'
import { dayNumber } from './days.ts'
import { GanttArrows } from './GanttArrows.tsx'
import { GanttGround } from './GanttGround.tsx'
import { GanttHead } from './GanttHead.tsx'
import { GanttRow } from './GanttRow.tsx'
import { GanttToolbar } from './GanttToolbar.tsx'
import './gantt.css'
import { ganttKeys } from './ganttKeys.ts'
import { Legend } from './Legend.tsx'
import { certificatesOf, landmarksOf } from './landmarks.ts'
import { PrintChart } from './PrintChart.tsx'
import { roles } from './roles.ts'
import { type Grouping, type Row, rowAt, rowsOf } from './rows.ts'
import { type RowWords, rowWords } from './rowWords.ts'
import { rangeOf, widthOf, xOf, zoomNamed, zooms } from './scale.ts'
import { HEAD, ROW } from './sizes.ts'
import { usePrinting } from './usePrinting.ts'
import { useTimeWindow } from './useTimeWindow.ts'

type Props = {
  readonly plan: PlanDocument
  /** Days on which offices rest, ISO days; they are shaded. */
  readonly daysOff: ReadonlySet<string>
  /** The plan in force, drawn under the bars where it differs. */
  readonly baseline?: PlanDocument | undefined
  /** Asked for the reasons of an activity or a matter (its occurrence). */
  readonly onWhy?: ((id: string) => void) | undefined
}

/** The wall chart of a plan: one line a matter, foldable to its steps, on an axis of real days. */
export function Gantt({ plan, daysOff, baseline, onWhy }: Props) {
  const t = useText()
  const pick = usePick()
  const scroller = useRef<HTMLDivElement>(null)
  const [view, change] = useAddress()
  const grouping: Grouping = view.group === 'agency' ? 'agency' : 'stage'
  const [closedGroups, setClosedGroups] = useState<ReadonlySet<string>>(new Set())
  const all = view.steps === 'all'
  const [openMatters, setOpenMatters] = useState(() => mattersOf(plan, all))
  // Going back, or another link to this page, folds or unfolds what it names.
  const [shownAll, setShownAll] = useState(all)
  if (shownAll !== all) {
    setShownAll(all)
    setOpenMatters(mattersOf(plan, all))
  }
  const printing = usePrinting()

  const rows = useMemo(
    () => rowsOf(plan, grouping, { closedGroups, openMatters }),
    [plan, grouping, closedGroups, openMatters],
  )
  // A link that opens somebody's reasons also shows the line they belong to.
  const [at, setAt] = useState(() => Math.max(0, rowAt(rows, view.why)))
  const asOfName = t('plans.asOfName')
  const drawn = useMemo(() => {
    const certificates = certificatesOf(plan)
    return {
      certificates,
      landmarks: landmarksOf(plan, { zh: asOfName, en: asOfName }),
      matters: new Map(plan.matters.map((m) => [m.id, m])),
      edges: edgesOf(plan),
      off: new Set([...daysOff].map(dayNumber)),
    }
  }, [plan, daysOff, asOfName])
  const before = useMemo(() => spansOf(baseline), [baseline])
  // A row that stays on the screen keeps its words, and so need not be drawn again while one scrolls.
  const wordsOf = useMemo(() => {
    const kept = new WeakMap<Row, RowWords>()
    return (row: Row): RowWords => {
      const words = kept.get(row) ?? rowWords(row, { plan, ...drawn }, t, pick)
      kept.set(row, words)
      return words
    }
  }, [plan, drawn, t, pick])
  const range = useMemo(() => {
    const positions = [...spansOf(plan).values(), ...before.values()].flat()
    return rangeOf([...positions, ...drawn.landmarks.map((l) => l.at)], dayNumber(plan.asOf))
  }, [plan, before, drawn.landmarks])

  const { px, zoom, window, goTo } = useTimeWindow(scroller, range, plan, {
    asked: zoomNamed(view.zoom),
    onZoom: (next) => change({ zoom: String(zooms[next]) }, { replace: true }),
  })
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  })
  const begin = useRef(at)
  useEffect(() => {
    if (begin.current > 0) virtual.scrollToIndex(begin.current, { align: 'center' })
  }, [virtual])
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const chosen = Math.min(at, rows.length - 1)
  const chosenRow = rows[useDeferredValue(chosen)]

  const toggle = useCallback((row: Row) => {
    if (row.kind === 'group') setClosedGroups((old) => toggled(old, row.id))
    if (row.kind === 'matter') setOpenMatters((old) => toggled(old, row.id))
  }, [])
  const choose = (index: number) => {
    setAt(index)
    virtual.scrollToIndex(index)
  }
  const open = (row: Row) => row.kind !== 'group' && onWhy?.(row.id)
  const goHome = () => goTo(dayNumber(plan.asOf))
  const keys = ganttKeys({ rows, at: chosen, choose, toggle, open, zoom, goHome })
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    const line = target?.closest<HTMLElement>('[data-row]')
    const index = Number(line?.dataset.row ?? -1)
    const row = rows[index]
    if (!row) return
    setAt(index)
    if (row.kind === 'group' || target?.closest('[data-fold]')) toggle(row)
    else open(row)
  }
  const width = widthOf(range, px)
  const x = useCallback((position: number) => xOf(position, range, px), [range, px])
  const unfolded = openMatters.size > 0
  if (printing) return <PrintChart plan={plan} rows={rows} range={range} {...drawn} />
  return (
    <section className="gantt-frame" aria-label={t('plans.chart')}>
      <GanttToolbar
        grouping={grouping}
        onGrouping={(next) => change({ group: next === 'stage' ? undefined : next })}
        unfolded={unfolded}
        onUnfolded={(next) => {
          setOpenMatters(mattersOf(plan, next))
          setShownAll(next)
          change({ steps: next ? 'all' : undefined })
        }}
        zoomable={[px > zooms[0], px < (zooms.at(-1) ?? px)]}
        onZoom={zoom}
        onHome={goHome}
        onLand={plan.land.day === null ? undefined : () => goTo(dayNumber(plan.land.day ?? plan.asOf))}
      />
      <div
        ref={scroller}
        className="gantt"
        role="treegrid"
        tabIndex={0}
        aria-label={`${t('plans.chart')} · ${t('plans.chart.help')}`}
        aria-rowcount={rows.length + 1}
        aria-colcount={4}
        aria-activedescendant={`gantt-row-${chosen}`}
        onKeyDown={keys}
        onClick={onClick}
      >
        <div className="gantt-canvas" style={{ '--time': `${width}px` } as React.CSSProperties}>
          <GanttHead range={range} px={px} window={window} landmarks={drawn.landmarks} />
          <div {...roles.body} className="gantt-body" style={{ height: virtual.getTotalSize() }}>
            <GanttGround
              range={range}
              px={px}
              window={window}
              first={first}
              last={last}
              off={drawn.off}
              landmarks={drawn.landmarks}
            />
            {items.map(({ index, start }) => {
              const row = rows[index]
              if (!row) return null
              return (
                <GanttRow
                  key={row.id}
                  row={row}
                  words={wordsOf(row)}
                  index={index}
                  top={start - HEAD}
                  chosen={index === chosen}
                  range={range}
                  px={px}
                  certificate={row.kind === 'matter' ? drawn.certificates.get(row.id) : undefined}
                  baseline={baselineOf(row, before)}
                />
              )
            })}
            <GanttArrows
              edges={drawn.edges}
              rows={rows}
              first={first}
              last={last}
              chosen={chosenRow}
              x={x}
              width={width}
            />
          </div>
        </div>
      </div>
      <Legend baseline={baseline !== undefined} />
    </section>
  )
}

const mattersOf = (plan: PlanDocument, all: boolean): ReadonlySet<string> =>
  new Set(all ? plan.matters.map((m) => m.id) : [])

const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  set.has(id) ? new Set([...set].filter((one) => one !== id)) : new Set([...set, id])
