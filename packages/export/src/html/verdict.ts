import type { Plan } from '@kaigong/planner'
import { figure } from '../days.ts'
import type { View } from '../view.ts'
import type { Word } from '../words.ts'
import { chainList } from './chain.ts'
import { html, type Markup, nothing } from './markup.ts'
import { table } from './table.ts'

type Asked = Plan['verdict']['asked']

const askedWords: Readonly<Record<Asked['kind'], Word>> = {
  earliest: 'askedEarliest',
  landDay: 'askedLandDay',
  startBy: 'askedStartBy',
}

const remedyWords: Readonly<Record<Plan['verdict']['remedies'][number]['kind'], Word>> = {
  startEarlier: 'startEarlier',
  laterDate: 'laterDate',
  track: 'trackChange',
  capacity: 'capacity',
  piling: 'piling',
  answer: 'answer',
}

function remedies(view: View): Markup {
  const { word, say } = view
  const { remedies: found } = view.plan.verdict
  return html`<h3>${word('remedies')}</h3>${table(
    [
      { head: word('remedy') },
      { head: word('tried') },
      { head: word('constructionStart') },
      { head: word('gained'), className: 'number' },
    ],
    found.map(({ kind, text, meets, constructionStart, workdaysGained }) => [
      html`<span class="quiet">${word(remedyWords[kind])}</span> ${say(text)}`,
      html`<span class="${meets ? 'good' : 'poor'}">${word(meets ? 'remedyMeets' : 'remedyFails')}</span>`,
      constructionStart === null ? word('notCounted') : view.day(constructionStart),
      workdaysGained === null ? word('notCounted') : figure(workdaysGained),
    ]),
    'remedies',
  )}`
}

/** The few dates that everybody asks for. */
function keyDates(view: View): Markup {
  const { plan, word, day } = view
  const gate = (wanted: 'G1' | 'G3') =>
    plan.gates
      .flatMap(({ gate: name, date, scope }) =>
        name === wanted && date !== null ? [{ date, scope: view.scope(scope) }] : [],
      )
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))[0]
  const start = gate('G1')
  const production = gate('G3')
  const permit = plan.comparison?.accelerated.workdaysFromLandToPermit ?? null
  const tiles: readonly (readonly [string, string, string])[] = [
    ...(plan.land.day === null ? [] : [[word('landDay'), day(plan.land.day), view.say(plan.land.basisName)] as const]),
    ...(permit === null ? [] : [[word('landToPermit'), figure(permit), word('workdaysUnit')] as const]),
    ...(start === undefined ? [] : [[word('constructionStart'), day(start.date), start.scope] as const]),
    ...(production === undefined ? [] : [[word('production'), day(production.date), production.scope] as const]),
  ]
  return html`<ul class="tiles">${tiles.map(([name, value, under]) => html`<li><span class="quiet">${name}</span><strong>${value}</strong><span class="quiet">${under}</span></li>`)}</ul>`
}

/** Whether what was asked can be had: word and shape first, then the figures, the reasons and the remedies. */
export function verdict(view: View): Markup {
  const { plan, say, word, day } = view
  const { met, headline, details, asked, nearest, chain } = plan.verdict
  return html`
<div class="verdict ${met ? 'is-met' : 'is-not-met'}">
<p class="headline"><span class="sign"><svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">${
    met
      ? html`<circle cx="13" cy="13" r="12"/><path class="stroke" d="M7 13.5L11.5 18L19.5 8.5"/>`
      : html`<polygon points="13,1 26,24 0,24"/><path class="stroke" d="M13 9V16.5M13 19V21.5"/>`
  }</svg> ${word(met ? 'met' : 'notMet')}</span> ${say(headline)}</p>
<p class="asked">${word(askedWords[asked.kind], { day: asked.date === null ? word('unsettled') : day(asked.date) })}${nearest === null ? nothing : html` · ${word('nearest', { day: day(nearest) })}`}</p>
${details.length === 0 ? nothing : html`<ul class="details">${details.map((detail) => html`<li>${say(detail)}</li>`)}</ul>`}
</div>
${keyDates(view)}
<div class="columns">
${chain.length === 0 ? nothing : html`<div><h3>${word('reasons')}</h3>${chainList(view, chain)}</div>`}
${plan.verdict.remedies.length === 0 ? nothing : html`<div>${remedies(view)}</div>`}
</div>`
}
