import type { Plan } from '@kaigong/planner'
import type { View } from '../view.ts'
import { cited } from './marks.ts'
import { html, type Markup, nothing } from './markup.ts'

type Link = Plan['criticalChain'][number]

/** A chain of causes as numbered sentences, first cause first. */
export const chainList = (view: View, chain: readonly Link[]): Markup => html`
<ol class="chain">${chain.map(({ activity, name, start, finish, because, basis }) => {
  const step = view.activity(activity)
  const matter = step === undefined ? activity : view.matterNamed(step.occurrence)
  const days =
    start === finish ? view.day(start) : view.word('chainSpan', { from: view.day(start), to: view.day(finish) })
  const title = html`<strong>${step === undefined ? view.say(name) : view.stepNamed(step)}</strong>`
  return html`
<li><span class="days day">${days}</span> ${step === undefined ? title : html`<a href="#${view.anchor(activity)}">${title}</a>`} <span class="quiet">${matter}</span>
<span class="because">${view.say(because)}${basis === undefined ? nothing : html` ${cited(view, basis)}`}</span></li>`
})}</ol>`

export const criticalChain = (view: View): Markup =>
  html`<p class="note">${view.word('chainNote')}</p>${chainList(view, view.plan.criticalChain)}`
