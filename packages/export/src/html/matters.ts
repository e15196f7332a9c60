import type { Matter, View } from '../view.ts'
import { cited, flags, lengthWritten, trackName } from './marks.ts'
import { html, joined, type Markup, nothing } from './markup.ts'
import { groupsOf } from './rows.ts'
import { table } from './table.ts'

function nameCell(view: View, matter: Matter): Markup {
  const { word, say } = view
  const where = view.scope(matter.scope)
  return html`<strong>${matter.matter} ${say(matter.name)}</strong>${matter.variant === null ? nothing : html` · ${say(matter.variant.name)}`}${where === '' ? nothing : html` <span class="quiet">${where}</span>`}
${flags(view, { critical: false, done: matter.done, assumed: matter.verdict === 'assumed', provisional: false })}
<span class="line">${word('why')}${word('colon')}${say(matter.rule.says)} ${cited(view, matter.rule.basis)}</span>
${matter.missing.length === 0 ? nothing : html`<span class="line warn">${word('missing')}${word('colon')}${factNames(view, matter.missing)}</span>`}`
}

/** Facts by the name that the plan gives them; the code where it gives none. */
const factNames = (view: View, facts: readonly string[]): string =>
  facts
    .map((fact) => {
      const known =
        view.plan.unknown.find((each) => each.fact === fact) ?? view.plan.facts.find((each) => each.fact === fact)
      return known === undefined ? fact : view.say(known.name)
    })
    .join(view.word('listComma'))

function trackCell(view: View, { track, trackReason, lawfulTracks, exemption }: Matter): Markup {
  const { word, say } = view
  return html`<strong>${trackName(view, track)}</strong>
<span class="line">${say(trackReason)}</span>
${lawfulTracks.length < 2 ? nothing : html`<span class="line quiet">${word('lawfulTracks', { tracks: lawfulTracks.map((each) => trackName(view, each)).join(word('listComma')) })}</span>`}
${
  exemption === null
    ? nothing
    : html`<span class="line">${word('exemption', { assessment: exemption.assessment, number: exemption.approvalNo, day: view.day(exemption.validTo) })}${exemption.synthetic ? html` <span class="conf conf-synthetic">${word('syntheticExemption')}</span>` : nothing}</span>`
}`
}

function limitCell(view: View, { limit }: Matter): Markup {
  const { word, say } = view
  const { planned, statutory } = limit
  return html`${planned === null ? nothing : html`<span class="line"><span class="quiet">${word('planned')}</span> <strong>${lengthWritten(view, planned)}</strong> ${cited(view, planned.basis)}</span>`}
<span class="line"><span class="quiet">${word('statutory')}</span> ${say(statutory.text)}${statutory.lastDay === null ? nothing : html`${word('listComma')}<strong>${word('worstDay', { day: view.day(statutory.lastDay) })}</strong>`} ${cited(view, statutory.basis)}</span>`
}

function datesCell(view: View, { begun, submitted, decided, issued, visits }: Matter): Markup {
  const { word } = view
  const together = decided !== null && decided === issued
  const lines: readonly (readonly [string, string | null])[] = [
    [word('begun'), begun === null ? null : view.start(begun)],
    [word('submitted'), submitted === null ? null : view.start(submitted)],
    [word(together ? 'decidedIssued' : 'decided'), decided === null ? null : view.finish(decided)],
    [word('issued'), issued === null || together ? null : view.finish(issued)],
  ]
  return html`${lines.map(([name, day]) => (day === null ? nothing : html`<span class="line"><span class="quiet">${name}</span> <span class="day">${day}</span></span>`))}${visits === 0 ? nothing : html`<span class="line quiet">${word(visits === 1 ? 'visits1' : 'visits', { n: visits })}</span>`}`
}

/** The matters stage by stage: who decides, by which track and why, within which limit, when, with what result, on which law. */
export function matters(view: View): Markup {
  const { word, say } = view
  const columns = [
    { head: word('number'), className: 'number' },
    { head: word('matter'), className: 'wide' },
    { head: word('agency') },
    { head: word('track') },
    { head: word('limit'), className: 'wide' },
    { head: word('dates'), className: 'dates' },
    { head: word('result') },
    { head: word('citations') },
  ]
  let number = 0
  return html`${groupsOf(view).map(
    ({ text, matters: group }) =>
      html`<h3>${text}</h3>${table(
        columns,
        group.map((matter) => {
          number += 1
          return [
            number,
            nameCell(view, matter),
            html`${say(matter.authority)}<span class="line">${word('handledBy', { name: say(matter.agencyName) })}</span>`,
            trackCell(view, matter),
            limitCell(view, matter),
            datesCell(view, matter),
            say(matter.result),
            html`${joined(
              matter.citations.map((basis) => cited(view, basis)),
              html`<br/>`,
            )}`,
          ]
        }),
        'matters',
      )}`,
  )}`
}
