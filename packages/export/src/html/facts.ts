import type { View } from '../view.ts'
import { confidenceMark } from './marks.ts'
import { html, type Markup } from './markup.ts'
import { table } from './table.ts'
import { factScope } from './unknowns.ts'

/** The facts that the plan rests on, with how far each can be trusted; what is only assumed says so. */
export const facts = (view: View): Markup => {
  const { plan, word, say } = view
  return table(
    [{ head: word('factName') }, { head: word('scope') }, { head: word('value') }, { head: word('confidence') }],
    plan.facts.map(({ name, scope, value, confidence, assumed }) => [
      say(name),
      factScope(view, scope),
      html`<strong>${say(value)}</strong>`,
      assumed
        ? html`<span class="flag">? ${word('factAssumed')}</span>`
        : confidence === null
          ? html`<span class="quiet">${word('factStated')}</span>`
          : confidenceMark(view, confidence),
    ]),
    'facts',
  )
}
