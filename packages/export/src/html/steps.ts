import { figure } from '../days.ts'
import type { Activity, View } from '../view.ts'
import { cited, flags, lengthWritten, ownerName } from './marks.ts'
import { html, joined, type Markup, nothing } from './markup.ts'
import { groupsOf } from './rows.ts'
import { type TableRow, tableInParts } from './table.ts'

function bindingCell(view: View, { binding, occurrence }: Activity): Markup {
  const { word, say } = view
  return html`${binding.map(({ text, activity, edgeKind, basis }) => {
    const from = activity === undefined ? undefined : view.activity(activity)
    const said = say(text)
    const named = from !== undefined && (from.occurrence === occurrence || said.includes(say(from.name)))
    const reason =
      from === undefined
        ? said
        : named
          ? html`<a href="#${view.anchor(from.id)}">${said}</a>`
          : html`${said} ← <a href="#${view.anchor(from.id)}">${view.matterNamed(from.occurrence)} · ${view.stepNamed(from)}</a>`
    return html`<span class="line">${reason}${edgeKind === undefined ? nothing : html` <span class="quiet">[${word(edgeKind)}]</span>`}${basis === undefined ? nothing : html` ${cited(view, basis)}`}</span>`
  })}`
}

const stepRow = (view: View, activity: Activity): TableRow => {
  const { word } = view
  return {
    id: view.anchor(activity.id),
    cells: [
      html`<strong>${view.stepNamed(activity)}</strong> ${flags(view, activity)}`,
      html`${ownerName(view, activity.owner)}${activity.agency === null ? nothing : html`<span class="line quiet">${view.agency(activity.agency)}</span>`}${activity.reviewers === 0 ? nothing : html`<span class="line quiet">${word(activity.reviewers === 1 ? 'reviewers1' : 'reviewers', { n: activity.reviewers })}</span>`}`,
      html`${joined(
        view
          .run(activity)
          .split(' – ')
          .map((moment) => html`<span class="day">${moment}</span>`),
        ' – ',
      )}`,
      html`${lengthWritten(view, activity.length)} ${cited(view, activity.length.basis)}`,
      activity.done ? word('notCounted') : html`<span class="day">${view.start(activity.latestStart)}</span>`,
      activity.done ? word('notCounted') : figure(activity.slack),
      bindingCell(view, activity),
    ],
  }
}

/** Every step with its owner, dates, length, slack and what holds it back: the chart in words, for print and for screen readers. */
export function steps(view: View): Markup {
  const { plan, word } = view
  const occurrences = groupsOf(view).flatMap(({ matters }) => matters.map(({ id }) => id))
  const homeless = plan.activities.map(({ occurrence }) => occurrence).filter((id) => !occurrences.includes(id))
  return tableInParts(
    [
      { head: word('step') },
      { head: word('owner') },
      { head: word('run'), className: 'dates' },
      { head: word('duration') },
      { head: word('latestStart') },
      { head: word('slack'), className: 'number' },
      { head: word('binding'), className: 'wide' },
    ],
    [...occurrences, ...new Set(homeless)].flatMap((id) => {
      const own = plan.activities
        .filter(({ occurrence }) => occurrence === id)
        .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
      return own.length === 0
        ? []
        : [{ across: view.matterNamed(id) }, ...own.map((activity) => stepRow(view, activity))]
    }),
    'steps',
  )
}
