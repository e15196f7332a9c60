import type { Basis, View } from '../view.ts'
import { confidenceMark, confidences } from './marks.ts'
import { html, joined, type Markup, nothing } from './markup.ts'

/** How many statements of each confidence the shown plan rests on; the same article used twice counts twice. */
function countedConfidences({ plan }: View): ReadonlyMap<string, number> {
  const bases: readonly Basis[] = [
    ...plan.activities.flatMap(({ length, binding }) => [length.basis, ...binding.flatMap(({ basis }) => basis ?? [])]),
    ...plan.matters.flatMap(({ citations, rule, materials }) => [
      ...citations,
      rule.basis,
      ...materials.map(({ basis }) => basis),
    ]),
    ...plan.gates.flatMap(({ requires }) => requires.map(({ basis }) => basis)),
  ]
  const marks = [
    ...bases.map(({ confidence }) => confidence),
    ...plan.facts.flatMap(({ confidence }) => confidence ?? []),
  ]
  const counts = new Map<string, number>()
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}

/** What the letters beside every article mean, and how much of this plan nobody has verified. */
function trust(view: View): Markup {
  const counts = countedConfidences(view)
  const gk = counts.get('GK') ?? 0
  const synthetic = counts.get('synthetic') ?? 0
  return html`
<p class="trust"><strong>${view.word('trust')}${view.word('colon')}</strong>${joined(
    confidences.map(
      ({ mark, means }) => html`<span class="pair">${confidenceMark(view, mark)} ${view.word(means)}</span>`,
    ),
    ' ',
  )} ${gk + synthetic === 0 ? nothing : html`<span class="warn">▲ ${view.word('unverifiedCount', { gk, synthetic })}</span>`}</p>`
}

/** Whose plan this is, as of when, and what it rests on. */
export function head(view: View): Markup {
  const { plan, say, word, day } = view
  const { project, district, land, rests } = plan
  const landDay = land.day === null ? word('unsettled') : day(land.day)
  const entries: readonly (readonly [string, string | Markup])[] = [
    ...(project.enterprise === null ? [] : [[word('enterprise'), say(project.enterprise)] as const]),
    ...(project.code === null ? [] : [[word('code'), project.code] as const]),
    [word('district'), `${say(district.name)} ${district.code}`],
    [word('asOf'), day(plan.asOf)],
    [
      word('landEvent'),
      `${say(land.basisName)} ${landDay}${land.day === null ? '' : ` · ${word(land.given ? 'landGiven' : 'landComputed')}`}`,
    ],
    [word('edition'), view.edition],
    [word('calendarThrough'), day(rests.calendarThrough)],
    [word('officeHours'), rests.officeHours.map(([from, to]) => `${from}–${to}`).join(word('listComma'))],
  ]
  return html`
<header>
<p class="kind">${word('title')}</p>
<h1>${say(project.name)}</h1>
${project.about === null ? nothing : html`<p class="about">${say(project.about)}</p>`}
<dl class="meta">${entries.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
${trust(view)}
${plan.provisional === null ? nothing : html`<p class="provisional-note"><strong>~ ${word('provisionalFrom', { day: day(plan.provisional.from) })}${word('colon')}</strong>${say(plan.provisional.text)}</p>`}
</header>`
}
