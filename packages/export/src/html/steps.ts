import { figure } from './days.ts'
import { cited, flags, lengthWritten, ownerName } from './marks.ts'
import { html, type Markup, nothing } from './markup.ts'
import { groupsOf } from './rows.ts'
import { table } from './table.ts'
import type { Activity, View } from './view.ts'

function bindingCell(view: View, { binding, occurrence }: Activity): Markup {
  const { word, say } = view
  return html`${binding.map(({ text, activity, edgeKind, basis }) => {
    const from = activity === undefined ? undefined : view.activity(activity)
    return html`<span class="line">${say(text)}${from === undefined ? nothing : html` ← <a href="#${view.anchor(from.id)}">${from.occurrence === occurrence ? nothing : `${view.matterNamed(from.occurrence)} · `}${say(from.name)}</a>`}${edgeKind === undefined ? nothing : html` <span class="quiet">[${word(edgeKind)}]</span>`}${basis === undefined ? nothing : html` ${cited(view, basis)}`}</span>`
  })}`
}

/** Every step with its owner, dates, length, slack and what holds it back: the chart in words, for print and for screen readers. */
export function steps(view: View): Markup {
  const { plan, word, say } = view
  const ordered = groupsOf(view).flatMap(({ matters }) =>
    matters.flatMap(({ id }) =>
      plan.activities
        .filter(({ occurrence }) => occurrence === id)
        .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    ),
  )
  const homeless = plan.activities.filter(({ occurrence }) => plan.matters.every(({ id }) => id !== occurrence))
  const all = [...ordered, ...homeless]
  return table(
    [
      { head: word('matter') },
      { head: word('step') },
      { head: word('owner') },
      { head: word('run'), className: 'dates' },
      { head: word('duration') },
      { head: word('latestStart') },
      { head: word('slack'), className: 'number' },
      { head: word('binding'), className: 'wide' },
    ],
    all.map((activity) => [
      html`<span class="quiet">${view.matterNamed(activity.occurrence)}</span>`,
      html`<strong>${say(activity.name)}</strong> ${flags(view, activity)}`,
      html`${ownerName(view, activity.owner)}${activity.agency === null ? nothing : html`<span class="line quiet">${view.agency(activity.agency)}</span>`}${activity.reviewers === 0 ? nothing : html`<span class="line quiet">${word('reviewers', { n: activity.reviewers })}</span>`}`,
      view.run(activity),
      html`${lengthWritten(view, activity.length)} ${cited(view, activity.length.basis)}`,
      activity.done ? word('notCounted') : view.start(activity.latestStart),
      activity.done ? word('notCounted') : figure(activity.slack),
      bindingCell(view, activity),
    ]),
    'steps',
    all.map(({ id }) => view.anchor(id)),
  )
}
