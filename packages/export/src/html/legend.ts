import type { Owner, View } from '../view.ts'
import { ownerName, owners } from './marks.ts'
import { html, type Markup } from './markup.ts'

export const patternOf = (owner: Owner): string => `url(#owner-${owner})`

/**
 * Fills of the owners, told apart by pattern and by grey as well as by colour, and the hatching of what is done.
 * Defined once on the page; charts and legend refer to them.
 */
export const patterns: Markup = html`
<svg class="defs" width="0" height="0" aria-hidden="true"><defs>
<pattern id="owner-government" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#a9c4e8"/></pattern>
<pattern id="owner-land" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#e8d3b2"/><path d="M0 0L7 7M7 0L0 7" stroke="#8a6330" stroke-width="0.7"/></pattern>
<pattern id="owner-intermediary" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#bfe3dc"/><rect width="1.7" height="6" fill="#2f8f82"/></pattern>
<pattern id="owner-utility" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#f7e3f2"/><circle cx="3" cy="3" r="1.7" fill="#8c3b7c"/></pattern>
<pattern id="owner-enterprise" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff6d6"/><rect width="5" height="1.2" fill="#c48a00"/></pattern>
<pattern id="done" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="5" height="5" fill="#fff" fill-opacity="0.55"/><rect width="1.6" height="5" fill="#555"/></pattern>
</defs></svg>`

const swatch = (inside: Markup, text: string, width = 26): Markup =>
  html`<li><svg width="${width}" height="15" aria-hidden="true">${inside}</svg> ${text}</li>`

/** What the marks of a chart mean; repeated before each chart, since each may be on a page of its own. */
export const legend = (view: View): Markup => html`
<ul class="legend" aria-label="${view.word('legend')}">
${owners.map((owner) => swatch(html`<rect class="bar" x="1" y="1" width="24" height="13" fill="${patternOf(owner)}"/>`, ownerName(view, owner)))}
${swatch(html`<rect class="bar critical" x="2" y="2" width="22" height="11" fill="${patternOf('government')}"/>`, view.word('criticalLong'))}
${swatch(html`<path class="arrow" d="M1 2H13V9"/><polygon class="arrow-head" points="10,8 16,8 13,13"/>`, view.word('arrowLegend'), 20)}
${swatch(html`<rect class="bar" x="1" y="1" width="10" height="13" fill="${patternOf('government')}"/><path class="tail" d="M11 13H30V5"/>`, view.word('slackTail'), 34)}
${swatch(html`<rect class="bar" x="1" y="1" width="24" height="13" fill="${patternOf('government')}"/><rect x="1" y="1" width="24" height="13" fill="url(#done)"/>`, view.word('done'))}
${swatch(html`<rect class="bar provisional" x="1" y="1" width="24" height="13" fill="${patternOf('enterprise')}"/>`, view.word('provisionalLong'))}
${swatch(html`<rect class="bar" x="1" y="1" width="18" height="13" fill="${patternOf('intermediary')}"/><text class="query" x="20" y="12">?</text>`, view.word('assumed'), 30)}
${swatch(html`<polygon class="gate" points="8,1 15,8 8,15 1,8"/>`, view.word('gateLegend'), 17)}
</ul>`
