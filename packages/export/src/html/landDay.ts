import { figure } from '../days.ts'
import type { View } from '../view.ts'
import { cited } from './marks.ts'
import { html, type Markup, nothing } from './markup.ts'
import { table } from './table.ts'

/** Every certificate with its day, counted from the land, and the step that issues it. */
export function certificates(view: View): Markup {
  const { plan, word, say } = view
  return table(
    [
      { head: word('certificate') },
      { head: word('date') },
      { head: word('fromLand'), className: 'number' },
      { head: word('byActivity') },
    ],
    plan.certificates.map(({ name, core, scope, date, workdaysFromLand, activity }) => {
      const step = view.activity(activity)
      const where = view.scope(scope)
      return [
        html`<strong>${say(name)}</strong> ${core ? html`<span class="flag flag-core">★ ${word('core')}</span>` : nothing} ${where === '' || say(name).includes(where) ? nothing : html`<span class="quiet">${where}</span>`}`,
        view.day(date),
        workdaysFromLand === null
          ? word('notCounted')
          : workdaysFromLand === 0
            ? word('sameDay')
            : figure(workdaysFromLand),
        step === undefined
          ? activity
          : html`<a href="#${view.anchor(activity)}">${view.matterNamed(step.occurrence)} · ${view.stepNamed(step)}</a>${step.agency === null ? nothing : html` <span class="quiet">${view.agency(step.agency)}</span>`}`,
      ]
    }),
    'certificates',
  )
}

/** The gates with their day and everything that must exist before one may pass. */
export function gates(view: View): Markup {
  const { plan, word, say } = view
  return html`
<div class="gates">${plan.gates.map(
    ({ gate, name, scope, date, requires }) => html`
<section class="gate-card">
<div class="gate-head"><h4><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><polygon class="gate" points="8,1 15,8 8,15 1,8"/></svg> ${gate} ${say(name)} <span class="quiet">${view.scope(scope)}</span></h4>
<p class="gate-day">${date === null ? word('unsettled') : view.day(date)}</p></div>
<ul>${requires.map(({ occurrence, date: day, text, basis }) => html`<li><strong>${view.matterNamed(occurrence)}</strong> <span class="quiet day">${day === null ? word('unsettled') : view.day(day)}</span><br/>${say(text)} ${cited(view, basis)}</li>`)}</ul>
</section>`,
  )}</div>`
}
