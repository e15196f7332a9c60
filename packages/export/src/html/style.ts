import type { Lang } from '../words.ts'
import { chartWidth } from './charts.ts'
import { chartSizes } from './gantt.ts'
import type { Markup } from './markup.ts'

const { barFont, articleFont, markerFont, labelColumn } = chartSizes

const colours = `
:root { --ink: #1c2530; --quiet: #5b6672; --rule: #cfd6de; --pale: #f4f6f9; --deep: #1f3f6f; --critical: #b3201a; --good: #1b6b3a; --warn: #8a4b00 }`

const page = `
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; padding: 20px 24px 32px; max-width: 1560px; color: var(--ink); background: #fff; font: 14px/1.55 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; overflow-wrap: anywhere }
h1 { margin: 2px 0 4px; font-size: 26px; line-height: 1.3; color: var(--deep) }
h2 { margin: 30px 0 10px; padding-bottom: 4px; font-size: 19px; line-height: 1.35; color: var(--deep); border-bottom: 2px solid var(--deep) }
h3 { margin: 18px 0 6px; font-size: 15px; line-height: 1.4 }
h4 { margin: 0; font-size: 14px; line-height: 1.4 }
p { margin: 4px 0 }
a { color: inherit; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 3px }
ul, ol { margin: 4px 0; padding-left: 1.4em }
.quiet, .note { color: var(--quiet) }
.note { font-size: 13px }
.line { display: block }
.warn { color: var(--warn) }
.kind { margin: 0; color: var(--critical); font-weight: 700; letter-spacing: .12em }
.about { color: var(--quiet) }
.day { white-space: nowrap }
.defs { position: absolute }
.meta { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 3px 20px; margin: 10px 0; padding: 10px 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule) }
.meta dt { display: inline; color: var(--quiet) }
.meta dt::after { content: " " }
.meta dd { display: inline; margin: 0 }
.trust, .provisional-note { font-size: 13px }
.pair { white-space: nowrap; margin-right: 8px }
nav ul { display: flex; flex-wrap: wrap; gap: 2px 16px; list-style: none; padding: 0; margin: 8px 0 0; font-size: 13px }
footer { margin-top: 32px; padding-top: 8px; border-top: 1px solid var(--rule); color: var(--quiet); font-size: 12.5px }`

const marks = `
.conf { display: inline-block; padding: 0 4px; border: 1px solid var(--quiet); border-radius: 3px; font-size: 10.5px; line-height: 14px; color: var(--ink); white-space: nowrap }
.conf-A { background: var(--ink); border-color: var(--ink); color: #fff }
.conf-B { background: #dfe5ec }
.conf-GK { border-style: dashed; color: var(--warn); border-color: var(--warn) }
.conf-synthetic { border-style: dotted; color: var(--warn); border-color: var(--warn) }
.cite { font-size: .9em; color: var(--quiet) }
.flag { display: inline-block; padding: 0 5px; border: 1px solid var(--quiet); border-radius: 9px; font-size: 11px; line-height: 15px; white-space: nowrap }
.flag-critical { border-color: var(--critical); color: var(--critical); font-weight: 700 }
.flag-done { background: #e4e8ed }
.flag-core { border-color: var(--deep); color: var(--deep) }
.good { color: var(--good); font-weight: 700; white-space: nowrap }
.poor { color: var(--ink); white-space: nowrap }
.star { font-weight: 700 }`

const verdictStyle = `
.verdict { padding: 12px 16px; border: 2px solid; border-left-width: 10px; border-radius: 4px }
.is-met { border-color: var(--good); background: #f1f8f3 }
.is-not-met { border-color: var(--critical); background: #fdf4f3 }
.headline { margin: 0; font-size: 20px; line-height: 1.4; font-weight: 700 }
.sign { display: inline-flex; align-items: center; gap: 6px; margin-right: 10px; white-space: nowrap; vertical-align: bottom }
.is-met .sign { color: var(--good) }
.is-not-met .sign { color: var(--critical) }
.sign svg { fill: currentColor }
.sign .stroke { fill: none; stroke: #fff; stroke-width: 3 }
.asked { color: var(--quiet) }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 10px; margin: 12px 0; padding: 0; list-style: none }
.tiles li { padding: 8px 12px; border: 1px solid var(--rule); border-radius: 4px; display: flex; flex-direction: column }
.tiles strong { font-size: 18px; line-height: 1.4 }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 0 32px }
.chain { padding-left: 1.9em }
.chain li { margin: 4px 0; break-inside: avoid }
.chain .days { color: var(--quiet) }
.chain .because { display: block }
.gate-card { margin: 8px 0; padding: 8px 12px; border: 1px solid var(--rule); border-radius: 4px; break-inside: avoid }
.gate-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 16px }
.gate-card h4 svg { vertical-align: -2px }
.gate-card ul { padding-left: 1.1em; font-size: 13px; columns: 3 340px; column-gap: 32px }
.gate-card li { margin: 0 0 4px; break-inside: avoid }
.gate-day { margin: 0; font-size: 17px; font-weight: 700 }`

const tables = `
table.data { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.5 }
table.data th { padding: 5px 8px; text-align: left; font-weight: 700; background: var(--pale); border-bottom: 1.5px solid var(--deep); vertical-align: bottom }
table.data td { padding: 5px 8px; border-bottom: 1px solid var(--rule); vertical-align: top }
table.data .number { text-align: right; font-variant-numeric: tabular-nums }
table.data .dates { min-width: 158px }
table.data .wide { min-width: 220px }
table.matters { table-layout: fixed }
table.matters .number { width: 44px }
table.matters th:nth-child(2) { width: 20% }
table.matters th:nth-child(3) { width: 11% }
table.matters th:nth-child(4) { width: 12% }
table.matters th:nth-child(5) { width: 18% }
table.matters .dates { width: 214px }
table.matters th:nth-child(7) { width: 8% }
@media (min-width: 601px) {
table.steps { table-layout: fixed }
table.steps th:nth-child(1):not([colspan]) { width: 17% }
table.steps th:nth-child(2) { width: 15% }
table.steps th:nth-child(3) { width: 14% }
table.steps th:nth-child(4) { width: 18% }
table.steps th:nth-child(5) { width: 9% }
table.steps th:nth-child(6) { width: 6% }
}
@media print, (min-width: 1000px) { #chain .chain, .columns > div:only-child .chain { columns: 2; column-gap: 40px } }
.on-paper { display: none }
table.data tr.across th { background: #e9eef5; color: var(--deep); border-bottom: 1px solid var(--rule); padding: 3px 8px }
tr:target td { background: #fff7d6 }
svg.split { display: block; width: 100%; max-width: 900px; margin: 4px 0 8px }`

const chartStyle = `
.chart { margin: 14px 0 26px }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; padding: 0; margin: 4px 0 6px; list-style: none; font-size: 12px }
.legend li { display: flex; align-items: center; gap: 5px; white-space: nowrap }
.scroll { overflow-x: auto; border: 1px solid var(--rule) }
table.gantt { border-collapse: separate; border-spacing: 0; table-layout: fixed; width: ${labelColumn.wide + chartWidth}px; line-height: 1.25 }
table.gantt col.labels { width: ${labelColumn.wide}px }
table.gantt td { padding: 0; vertical-align: top }
table.gantt th { position: sticky; left: 0; z-index: 1; padding: 3px 8px; text-align: left; vertical-align: top; background: #fff; border-right: 1px solid var(--rule); box-shadow: inset 0 -1px var(--rule); font-size: 12px; font-weight: 400 }
table.gantt thead th { vertical-align: bottom; color: var(--quiet); background: var(--pale) }
table.gantt thead td { background: var(--pale) }
table.gantt tr.group th { padding: 2px 8px; font-weight: 700; color: var(--deep); background: #e9eef5 }
table.gantt tr.group td { background: #f3f6fa }
table.gantt .matter { display: block; line-height: 15px; font-weight: 700 }
table.gantt .under { display: block; font-size: 10.5px; line-height: 13px; color: var(--quiet) }
svg.strip { display: block; overflow: hidden }
svg.strip text { fill: var(--ink); paint-order: stroke; stroke: #fff; stroke-width: 2.6px; stroke-linejoin: round }
svg.strip text.name { font-size: ${barFont}px }
svg.strip text.on-plain { stroke: none }
svg.strip text.article { font-size: ${articleFont}px; fill: var(--quiet) }
svg.strip text.coarse { font-size: 11.5px; font-weight: 700; stroke: none }
svg.strip text.fine { font-size: 10px; stroke: none; fill: var(--quiet) }
svg.strip text.on { font-size: 10px }
.marker text { font-size: ${markerFont}px }
.marker.land text { font-weight: 700; fill: var(--critical) }
.grid { fill: none; stroke: var(--rule); stroke-width: 1 }
.grid.fine { stroke: #e9edf1 }
.grid.coarse { stroke: #c3ccd6 }
.line { fill: none }
path.line { stroke-width: 1 }
path.line.as-of, path.line.asOf { stroke: var(--ink); stroke-dasharray: 2 3 }
path.line.land { stroke: var(--critical); stroke-width: 2 }
path.line.gate { stroke: var(--deep); stroke-dasharray: 6 3 }
polygon.as-of { fill: var(--ink) }
polygon.land { fill: var(--critical) }
polygon.gate { fill: var(--deep) }
rect.bar { stroke: #43505e; stroke-width: .6 }
rect.bar.provisional { stroke-dasharray: 3 2; stroke-width: 1.2 }
rect.bar.critical { stroke: var(--critical); stroke-width: 2 }
path.tail { fill: none; stroke: #7a8794; stroke-width: 1.2 }
path.arrow { fill: none; stroke: var(--critical); stroke-width: 1.1 }
polygon.arrow-head { fill: var(--critical) }
.legend text.query { font-size: 12px; font-weight: 700 }`

const phone = `
@media (max-width: 600px) {
body { padding: 12px 12px 24px }
h1 { font-size: 20px }
h2 { font-size: 17px }
.headline { font-size: 17px }
.columns, .meta { grid-template-columns: minmax(0, 1fr) }
.tiles { grid-template-columns: repeat(2, minmax(0, 1fr)) }
.tiles strong { font-size: 15px }
.pair { white-space: normal; display: block }
nav a { display: inline-block; padding: 6px 0 }
table.data, table.data tbody, table.data tr, table.data td { display: block; width: auto }
table.data thead { display: none }
table.data tr.across, table.data tr.across th { display: block }
table.data tr { margin: 8px 0; padding: 6px 10px; border: 1px solid var(--rule); border-radius: 4px }
table.data td, table.data td.number, table.data td.wide, table.data td.dates { display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: 8px; width: auto; min-width: 0; padding: 3px 0; border: 0; text-align: left }
table.data td::before { content: attr(data-label); color: var(--quiet) }
table.gantt { width: ${labelColumn.phone + chartWidth}px }
table.gantt col.labels { width: ${labelColumn.phone}px }
table.gantt th, table.gantt tr.group th { padding: 3px 6px; font-size: 11px }
table.data td:has(> .cell:empty) { display: none }
table.gantt tr.group th { white-space: nowrap }
table.gantt .matter { line-height: 13px }
table.gantt .under { display: none }
}`

const print = (lang: Lang, asOf: string) => `
@page { size: A3 landscape; margin: 11mm 10mm 13mm;
@bottom-left { content: "${lang === 'zh' ? `截至日期 ${asOf}` : `As of ${asOf}`}"; font: 9pt sans-serif; color: #5b6672 }
@bottom-right { content: ${lang === 'zh' ? '"第 " counter(page) " 页 · 共 " counter(pages) " 页"' : '"Page " counter(page) " of " counter(pages)'}; font: 9pt sans-serif; color: #5b6672 } }
@media print {
* { -webkit-print-color-adjust: exact; print-color-adjust: exact }
body { max-width: none; padding: 0; font-size: 13px }
nav { display: none }
a { text-decoration: none }
thead { display: table-header-group }
table.data tr.across { break-after: avoid }
tr, li, .verdict, main > .columns, .tiles, .gate-card, figcaption { break-inside: avoid }
#certificates { break-inside: avoid }
/* Some three hundred steps fill as many pages as all the rest: on paper nobody looks them up, on the screen and in the workbook one does. */
#steps { display: none }
.on-paper { display: block }
h2, h3, h4, figcaption, tr.group, thead { break-after: avoid }
.new-page { break-before: page }
.chart + .chart { break-before: page }
.chart { zoom: var(--fit) }
.chart-land { break-inside: avoid }
body { line-height: 1.45 }
h2 { margin: 16px 0 8px }
h3 { margin: 10px 0 4px }
.tiles { margin: 8px 0 }
.tiles li { flex-direction: row; flex-wrap: wrap; align-items: baseline; gap: 0 8px; padding: 4px 12px }
table.data { line-height: 1.4; font-size: 12.5px }
table.data th, table.data td { padding: 4px 8px }
.scroll { overflow: visible; border: 0 }
table.gantt th { position: static }
}`

/** The one style sheet. Nothing of the plan but its as-of date goes into it, and that is a checked ISO date. */
export const style = (lang: Lang, asOf: string): Markup => ({
  markup: [colours, page, marks, verdictStyle, tables, chartStyle, phone, print(lang, asOf)].join('\n'),
})
