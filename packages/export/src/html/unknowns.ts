import type { Plan } from '@kaigong/planner'
import { figure } from '../days.ts'
import type { View } from '../view.ts'
import { html, type Markup, nothing } from './markup.ts'
import { table } from './table.ts'

type Answer = Plan['unknown'][number]['answers'][number]

/** The scope of a fact: '' for the project, or the id of a phase, parcel or building. */
export const factScope = (view: View, scope: string): string => (scope === '' ? view.word('projectScope') : scope)

/** What an answer would change, as one sentence: the start of construction, matters added and dropped. */
export function changesOf(view: View, { startMovesBy, added, removed }: Answer): string {
  const { word } = view
  const named = (matters: readonly string[]) => ({
    matters: matters.map((matter) => view.matterNamed(matter)).join(word('listComma')),
  })
  const start =
    startMovesBy === null
      ? word('startNotKnown')
      : startMovesBy === 0
        ? word('startUnmoved')
        : word(startMovesBy < 0 ? 'startEarlierBy' : 'startLaterBy', { n: figure(Math.abs(startMovesBy)) })
  return [
    start,
    ...(added.length === 0 ? [] : [word('added', named(added))]),
    ...(removed.length === 0 ? [] : [word('removed', named(removed))]),
  ].join(word('semicolon'))
}

/** What nobody has said yet: the question, what the plan takes meanwhile, and what each answer would change. */
export function unknowns(view: View): Markup {
  const { plan, word, say } = view
  if (plan.unknown.length === 0) return html`<p>${word('none')}</p>`
  return html`<p class="note">${word('unknownNote')}</p>${table(
    [
      { head: word('question'), className: 'wide' },
      { head: word('takenInstead') },
      { head: word('touches') },
      { head: word('answers'), className: 'wide' },
    ],
    plan.unknown.map(({ name, scope, question, assumed, matters, answers }) => [
      html`<strong>${say(question)}</strong><span class="line quiet">${say(name)} · ${factScope(view, scope)}</span>`,
      assumed === null ? word('none') : say(assumed.says),
      matters.map((matter) => view.matterNamed(matter)).join(word('listComma')),
      html`${answers.map((answer) => html`<span class="line"><strong>${say(answer.answer)}</strong> → ${changesOf(view, answer)}</span>`)}`,
    ]),
    'unknowns',
  )}`
}

/** The matters looked at and left out, each with the rule that fails. */
export function notApplicable(view: View): Markup {
  const { plan, word, say } = view
  if (plan.notApplicable.length === 0) return html`<p>${word('none')}</p>`
  return table(
    [{ head: word('matter') }, { head: word('scope') }, { head: word('because'), className: 'wide' }],
    plan.notApplicable.map(({ matter, scope, name, because }) => [
      html`<strong>${matter} ${say(name)}</strong>`,
      view.scope(scope) === '' ? word('projectScope') : view.scope(scope),
      because.length === 0 ? nothing : html`${because.map((reason) => html`<span class="line">${say(reason)}</span>`)}`,
    ]),
    'not-applicable',
  )
}
