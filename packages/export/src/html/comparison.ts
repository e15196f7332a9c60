import { figure } from '../days.ts'
import type { View } from '../view.ts'
import type { Word } from '../words.ts'
import { patternOf } from './legend.ts'
import { ownerName } from './marks.ts'
import { html, type Markup, nothing } from './markup.ts'
import { table } from './table.ts'

/** The standard procedure beside this plan, in days, matters, materials and visits. */
export function comparison(view: View): Markup {
  const { plan, word } = view
  if (plan.comparison === null) return nothing
  const { standard, accelerated } = plan.comparison
  const day = (value: string | null) => (value === null ? word('notCounted') : view.day(value))
  const count = (value: number | null) => (value === null ? word('notCounted') : figure(value))
  const counts: readonly (readonly [Word, number | null, number | null])[] = [
    ['workdaysToStart', standard.workdaysToStart, accelerated.workdaysToStart],
    ['workdaysFromLand', standard.workdaysFromLandToPermit, accelerated.workdaysFromLandToPermit],
    ['matterCount', standard.matters, accelerated.matters],
    ['materialCount', standard.materials, accelerated.materials],
    ['visitCount', standard.visits, accelerated.visits],
  ]
  return table(
    [
      { head: '' },
      { head: word('standardPlan'), className: 'number' },
      { head: word('acceleratedPlan'), className: 'number' },
      { head: word('difference'), className: 'number' },
    ],
    [
      [
        word('constructionStart'),
        day(standard.constructionStart),
        html`<strong>${day(accelerated.constructionStart)}</strong>`,
        '',
      ],
      [word('production'), day(standard.production), html`<strong>${day(accelerated.production)}</strong>`, ''],
      ...counts.map(([name, before, now]) => [
        word(name),
        count(before),
        html`<strong>${count(now)}</strong>`,
        before === null || now === null ? '' : figure(before - now),
      ]),
    ],
    'comparison',
  )
}

const barWidth = 600

/** Working time by whose it is, as one bar and as figures. */
export function split(view: View): Markup {
  const { plan, word, say } = view
  const whole = plan.split.reduce((sum, { workdays }) => sum + workdays, 0)
  const starts = plan.split.map((_, index) =>
    plan.split.slice(0, index).reduce((sum, { workdays }) => sum + workdays, 0),
  )
  const pixels = (workdays: number) => Math.round((workdays / whole) * barWidth * 10) / 10
  return html`
${
  whole === 0
    ? nothing
    : html`<svg class="split" viewBox="0 0 ${barWidth} 22" role="img" aria-label="${plan.split.map(({ owner, workdays }) => `${ownerName(view, owner)} ${figure(workdays)}`).join(', ')}">${plan.split.map(
        ({ owner, workdays }, index) =>
          html`<rect class="bar" x="${pixels(starts[index] ?? 0)}" y="1" width="${pixels(workdays)}" height="20" fill="${patternOf(owner)}"><title>${ownerName(view, owner)} ${figure(workdays)}</title></rect>`,
      )}</svg>`
}
${table(
  [
    { head: word('owner') },
    { head: word('splitActivities'), className: 'number' },
    { head: word('splitWorkdays'), className: 'number' },
    { head: word('splitCritical'), className: 'number' },
  ],
  plan.split.map(({ owner, activities, workdays, onCriticalChain }) => [
    html`<svg width="22" height="13" aria-hidden="true"><rect class="bar" x="1" y="1" width="20" height="11" fill="${patternOf(owner)}"/></svg> ${ownerName(view, owner)}`,
    activities,
    figure(workdays),
    figure(onCriticalChain),
  ]),
  'split-table',
)}
<p class="note">${say(plan.countedDays.text)}${word('colon')}<strong>${word('daysInWorkdays', { n: figure(plan.countedDays.workdays) })}</strong> ${word('splitNote')}</p>`
}
