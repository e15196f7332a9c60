import type { Plan } from '@kaigong/planner'
import { type View, viewOf } from '../view.ts'
import type { Lang, Word } from '../words.ts'
import { criticalChain } from './chain.ts'
import { chartsOf } from './charts.ts'
import { comparison, split } from './comparison.ts'
import { facts } from './facts.ts'
import { charts } from './gantt.ts'
import { head } from './head.ts'
import { certificates, gates } from './landDay.ts'
import { patterns } from './legend.ts'
import { html, type Markup, nothing } from './markup.ts'
import { materials } from './materials.ts'
import { matters } from './matters.ts'
import { steps } from './steps.ts'
import { style } from './style.ts'
import { notApplicable, unknowns } from './unknowns.ts'
import { verdict } from './verdict.ts'

type Section = { readonly id: string; readonly title: Word; readonly body: Markup; readonly newPage?: boolean }

/** The sections in reading order; those in one list stand side by side where there is room. */
const sectionsOf = (view: View): readonly (readonly Section[])[] => [
  [{ id: 'verdict', title: 'verdict', body: verdict(view) }],
  [{ id: 'certificates', title: 'landTable', body: certificates(view) }],
  [{ id: 'gates', title: 'gates', body: gates(view) }],
  // The days around the land fit under the gates; a long chart wants a page of its own.
  [{ id: 'charts', title: 'charts', body: html`${charts(view)}`, newPage: chartsOf(view)[0]?.kind !== 'land' }],
  [{ id: 'chain', title: 'chain', body: criticalChain(view), newPage: true }],
  [{ id: 'matters', title: 'matters', body: matters(view) }],
  [{ id: 'materials', title: 'materials', body: materials(view) }],
  [{ id: 'unknown', title: 'unknown', body: unknowns(view) }],
  [{ id: 'not-applicable', title: 'notApplicable', body: notApplicable(view) }],
  [
    ...(view.plan.comparison === null
      ? []
      : [{ id: 'comparison', title: 'comparison', body: comparison(view) } as const]),
    { id: 'split', title: 'split', body: split(view) },
  ],
  [{ id: 'facts', title: 'facts', body: facts(view) }],
  [{ id: 'steps', title: 'steps', body: steps(view) }],
]

const sectionMarkup = (view: View, { id, title, body, newPage = false }: Section): Markup => html`
<section id="${id}"${newPage ? html` class="new-page"` : nothing}><h2>${view.word(title)}</h2>${body}</section>`

/**
 * The plan as one page that needs nothing else: no script, no font, no picture from elsewhere. It prints as a wall
 * chart on A3 landscape and reads in one column on a phone. `generated` is the moment of making, as it shall be read.
 */
export function toHtml(plan: Plan, { lang, generated }: { readonly lang: Lang; readonly generated?: string }): string {
  const view = viewOf(plan, lang)
  const { word } = view
  const sections = sectionsOf(view)
  return html`<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${word('titleOf', { name: view.say(plan.project.name) })}</title>
<style>${style(lang, plan.asOf)}</style>
</head>
<body>
${patterns}
${head(view)}
<nav aria-label="${word('contents')}"><ul>${sections.flat().map(({ id, title }) => html`<li><a href="#${id}">${word(title)}</a></li>`)}</ul></nav>
<main>${sections.map((beside) => (beside.length === 1 ? beside.map((section) => sectionMarkup(view, section)) : html`<div class="columns">${beside.map((section) => sectionMarkup(view, section))}</div>`))}</main>
<footer><p>${generated === undefined ? nothing : html`${word('generated')} ${generated} · `}${word('asOf')} ${view.day(plan.asOf)} · ${view.edition}</p><p>${word('footNote')}</p><p class="on-paper">${word('stepsOnScreen')}</p></footer>
</body>
</html>
`.markup
}
