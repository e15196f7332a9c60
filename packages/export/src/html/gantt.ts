import { shortDay } from '../days.ts'
import { textWidth } from '../textWidth.ts'
import type { Matter, View } from '../view.ts'
import { arrowsOf, barHeight, barTop, type Stroke } from './arrows.ts'
import { type Axis, midnightOf, minutesOf } from './axis.ts'
import { articleFont, type Bar, barFont, labelsOf } from './bars.ts'
import { type Chart, chartsOf, chartWidth } from './charts.ts'
import { fitToPages } from './fitToPages.ts'
import { legend, patternOf } from './legend.ts'
import { citedPlainly, trackName } from './marks.ts'
import { html, type Markup, nothing } from './markup.ts'
import { labelColumn, laneHeight, type Row, rowsOf } from './rows.ts'
import { ticksOf } from './ticks.ts'
import { articleOf, tooltip } from './tooltip.ts'

const axisHeight = 34
const markerHeight = 15
const markerFont = 10.5

/** A line through the whole chart with words in its head. */
type Marker = { readonly x: number; readonly kind: 'asOf' | 'land' | 'gate'; readonly text: string }

function markersOf(view: View, axis: Axis): readonly Marker[] {
  const { plan, lang } = view
  const at = (day: string, kind: Marker['kind'], text: string): readonly Marker[] =>
    day < axis.firstDay || day > axis.lastDay
      ? []
      : [{ x: axis.x(kind === 'asOf' ? midnightOf(day) : minutesOf(`${day}T00:00+08:00`)), kind, text }]
  const { day: landDay, basisName } = plan.land
  return [
    ...at(plan.asOf, 'asOf', view.word('asOfLine', { day: shortDay(plan.asOf, lang) })),
    ...(landDay === null
      ? []
      : at(
          landDay,
          'land',
          `G0 ${view.word('landLine', { basis: view.say(basisName), day: shortDay(landDay, lang) })}`,
        )),
    ...plan.gates.flatMap(({ gate, date, name, scope }) =>
      date === null || (gate === 'G0' && date === landDay)
        ? []
        : at(
            date,
            'gate',
            [gate, view.say(name), view.scope(scope), shortDay(date, lang)].filter((part) => part !== '').join(' '),
          ),
    ),
  ].toSorted((a, b) => a.x - b.x)
}

type PlacedMarker = Marker & { readonly line: number; readonly side: 'left' | 'right' }

/** Markers one under another wherever their words would run into each other. */
function placeMarkers(markers: readonly Marker[]): readonly PlacedMarker[] {
  const lines: [number, number][][] = []
  return markers.map((marker) => {
    const size = textWidth(marker.text, markerFont) + 14
    const side = marker.x + size > chartWidth ? 'left' : 'right'
    const span: [number, number] = side === 'right' ? [marker.x - 8, marker.x + size] : [marker.x - size, marker.x + 8]
    const free = lines.findIndex((line) => line.every(([from, to]) => span[1] <= from || to <= span[0]))
    const line = free === -1 ? lines.length : free
    lines[line] = [...(lines[line] ?? []), span]
    return { ...marker, line, side }
  })
}

const diamond = (x: number, y: number) => `${x},${y - 6} ${x + 6},${y} ${x},${y + 6} ${x - 6},${y}`

function axisStrip(view: View, axis: Axis, markers: readonly PlacedMarker[], height: number): Markup {
  const { coarse, fine } = ticksOf(axis, view.lang)
  return html`
<svg class="strip" width="${chartWidth}" height="${height}" role="presentation">
${coarse.map(({ x, label }) => html`<path class="grid coarse" d="M${x} 0V${axisHeight}"/><text class="coarse" x="${x + 4}" y="12">${label}</text>`)}
${fine.map(({ x, label }) => html`<path class="grid fine" d="M${x} 16V${height}"/><text class="fine" x="${x + 3}" y="28">${label}</text>`)}
<path class="grid coarse" d="M0 ${axisHeight - 0.5}H${chartWidth}"/>
${markers.map(({ x, kind, text, line, side }) => {
  const y = axisHeight + line * markerHeight + 8
  const shape =
    kind === 'asOf'
      ? html`<polygon class="as-of" points="${x - 4},${y - 5} ${x + 4},${y - 5} ${x},${y + 3}"/>`
      : html`<polygon class="${kind}" points="${diamond(x, y)}"/>`
  return html`<g class="marker ${kind}"><path class="line ${kind}" d="M${x} ${y}V${height}"/>${shape}<text x="${side === 'right' ? x + 9 : x - 9}" y="${y + 4}" text-anchor="${side === 'right' ? 'start' : 'end'}">${text}</text></g>`
})}
</svg>`
}

/** Grid and marker lines, drawn once a chart and used behind every row. */
function backdrop(id: string, axis: Axis, view: View, markers: readonly Marker[], height: number): Markup {
  const { coarse, fine } = ticksOf(axis, view.lang)
  return html`
<svg class="defs" width="0" height="0" aria-hidden="true"><defs><g id="${id}">
${fine.map(({ x }) => html`<path class="grid fine" d="M${x} 0V${height}"/>`)}
${coarse.map(({ x }) => html`<path class="grid coarse" d="M${x} 0V${height}"/>`)}
${markers.map(({ x, kind }) => html`<path class="line ${kind}" d="M${x} 0V${height}"/>`)}
</g></defs></svg>`
}

function barMarkup(view: View, bar: Bar): Markup {
  const { activity, x, width, tail } = bar
  const y = bar.lane * laneHeight + barTop
  const under = y + barHeight - 1
  const look = [
    'bar',
    activity.critical ? 'critical' : '',
    activity.provisional ? 'provisional' : '',
    activity.done ? 'done' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
  return html`
<g><title>${tooltip(view, activity)}</title>
${tail > x + width + 1 ? html`<path class="tail" d="M${x + width} ${under}H${tail}V${y + 4}"/>` : nothing}
<rect class="${look}" x="${x}" y="${y}" width="${width}" height="${barHeight}" fill="${patternOf(activity.owner)}"/>
${activity.done ? html`<rect x="${x}" y="${y}" width="${width}" height="${barHeight}" fill="url(#done)"/>` : nothing}
${bar.goesOnLeft ? html`<text class="on" x="${x + 1}" y="${y + 10}">◂</text>` : nothing}
${bar.goesOnRight ? html`<text class="on" x="${x + width - 1}" y="${y + 10}" text-anchor="end">▸</text>` : nothing}
</g>`
}

function rowStrip(view: View, row: Row, strokes: readonly Stroke[], grid: string): Markup {
  const arrows = strokes.map(
    ({ path, head }) =>
      html`<path class="arrow" d="${path}"/>${head === '' ? nothing : html`<polygon class="arrow-head" points="${head}"/>`}`,
  )
  const open = html`<use href="#${grid}"/><path class="grid row" d="M0 ${row.height - 0.5}H${chartWidth}"/>`
  if (row.kind === 'group')
    return html`<svg class="strip" width="${chartWidth}" height="${row.height}" role="presentation">${open}${arrows}</svg>`
  const { matter, bars } = row
  const labels = labelsOf(
    bars,
    chartWidth,
    strokes.flatMap(({ level }) => level),
    (activity) => `${activity.done ? '✓ ' : ''}${view.stepNamed(activity)}${activity.assumed ? ' ?' : ''}`,
    (activity) => citedPlainly(view, articleOf(activity)),
  )
  return html`
<svg class="strip" width="${chartWidth}" height="${row.height}" role="img" aria-label="${[view.matterNamed(matter.id), ...bars.map(({ activity }) => `${view.stepNamed(activity)} ${view.run(activity)}`)].join('; ')}">
${open}${bars.map((bar) => barMarkup(view, bar))}${arrows}
${labels.map(({ bar, text, x, line, is }) => {
  const y = bar.lane * laneHeight + (line === 'bar' ? barTop + 10.5 : barTop + barHeight + 10)
  const inside = line === 'bar' && x > bar.x && x < bar.x + bar.width
  const look = inside && bar.activity.owner === 'government' && !bar.activity.done ? `${is} on-plain` : is
  return html`<text class="${look}" x="${Math.round(x * 10) / 10}" y="${y}">${text}</text>`
})}
${matter.exemption === null ? nothing : html`<text class="name" x="8" y="${row.height / 2 + 4}">${view.word('exemptLine', { number: matter.exemption.approvalNo, day: view.day(matter.exemption.validTo) })}</text>`}
</svg>`
}

const rowLabel =
  (view: View) =>
  (matter: Matter): { readonly name: string; readonly under: string } => ({
    name: `${matter.matter} ${view.say(matter.name)}`,
    under: [view.scope(matter.scope), view.say(matter.agencyName), trackName(view, matter.track)]
      .filter((part) => part !== '')
      .join(' · '),
  })

function chartMarkup(view: View, { kind, axis }: Chart, index: number): Markup {
  const label = rowLabel(view)
  const rows = rowsOf(view, axis, kind !== 'land', label)
  if (rows.length === 0) return nothing
  const markers = placeMarkers(markersOf(view, axis))
  const height = axisHeight + (Math.max(-1, ...markers.map(({ line }) => line)) + 1) * markerHeight + 4
  const strokes = arrowsOf(rows)
  const grid = `grid-${index + 1}`
  const cut = rows.some(
    (row) => row.kind === 'matter' && row.bars.some(({ goesOnLeft, goesOnRight }) => goesOnLeft || goesOnRight),
  )
  const days = { from: view.day(axis.firstDay), to: view.day(axis.lastDay) }
  return html`
<figure class="chart chart-${kind}" style="--fit:${fitToPages({ head: height, rows: rows.map((row) => row.height) })}">
<figcaption><h3>${view.word(`${kind === 'approvals' ? 'approval' : kind}Chart`, days)}</h3>${legend(view)}
${kind === 'land' || cut ? html`<p class="note">${[...(kind === 'land' ? [view.word('landChartNote')] : []), ...(cut ? [view.word('clippedNote')] : [])].join(' ')}</p>` : nothing}</figcaption>
${backdrop(grid, axis, view, markers, Math.max(...rows.map((row) => row.height)))}
<div class="scroll" tabindex="0" role="region" aria-label="${view.word('charts')}">
<table class="gantt">
<colgroup><col class="labels"/><col style="width:${chartWidth}px"/></colgroup>
<thead><tr><th scope="col">${view.word('matterColumn')}</th><td>${axisStrip(view, axis, markers, height)}</td></tr></thead>
<tbody>${rows.map((row, number) => {
    const own = strokes.filter((stroke) => stroke.row === number)
    const strip = rowStrip(view, row, own, grid)
    if (row.kind === 'group') return html`<tr class="group"><th scope="rowgroup">${row.text}</th><td>${strip}</td></tr>`
    const { name, under } = label(row.matter)
    return html`<tr><th scope="row"><span class="matter">${name}</span><span class="under">${under}</span></th><td>${strip}</td></tr>`
  })}</tbody>
</table></div>
</figure>`
}

/** Fonts and sizes that the layout reckons with; the style must agree. */
export const chartSizes = { barFont, articleFont, markerFont, labelColumn } as const

/** The wall charts. */
export const charts = (view: View): readonly Markup[] =>
  chartsOf(view).map((chart, index) => chartMarkup(view, chart, index))
