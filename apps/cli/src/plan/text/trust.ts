import type { Basis, Lines, View } from './view.ts'
import type { Word } from './words.ts'

const legend: readonly Word[] = ['confA', 'confB', 'confC', 'confGK', 'confSynthetic']

/** What the marks mean, and all of this plan that is invented, assumed, unverified or provisional. */
export function trust({ plan, word, say, day, paragraph }: View): Lines {
  const gk = basesOf(plan).filter(({ confidence }) => confidence === 'GK').length
  const facts = (chosen: View['plan']['facts']) =>
    chosen
      .map(({ name, scope, value }) => `${say(name)}${scope === '' ? '' : `@${scope}`}=${say(value)}`)
      .join(word('listComma'))
  const synthetic = plan.facts.filter(({ confidence, assumed }) => confidence === 'synthetic' && !assumed)
  const assumed = plan.facts.filter((fact) => fact.assumed)
  const exemptions = plan.matters.flatMap(({ exemption }) => (exemption?.synthetic ? [exemption.approvalNo] : []))
  return [
    ...paragraph(`${word('legend')}${word('colon')}${legend.map((mark) => word(mark)).join(word('semicolon'))}`),
    ...(gk === 0 ? [] : paragraph(word('unverified', { gk }), '▲ ')),
    ...(synthetic.length === 0 ? [] : paragraph(word('syntheticFacts') + facts(synthetic), '▲ ')),
    ...(exemptions.length === 0
      ? []
      : paragraph(word('syntheticExemptions') + [...new Set(exemptions)].join(word('listComma')), '▲ ')),
    ...(assumed.length === 0 ? [] : paragraph(word('assumedFacts') + facts(assumed), '? ')),
    ...(plan.provisional === null
      ? []
      : paragraph(word('provisionalFrom', { day: day(plan.provisional.from) }) + say(plan.provisional.text), '~ ')),
  ]
}

/** Everything that the plan cites. */
const basesOf = (plan: View['plan']): readonly Basis[] => [
  ...plan.activities.flatMap(({ length, binding }) => [length.basis, ...binding.flatMap(({ basis }) => basis ?? [])]),
  ...plan.matters.flatMap(({ citations, rule, materials }) => [
    ...citations,
    rule.basis,
    ...materials.map(({ basis }) => basis),
  ]),
  ...plan.gates.flatMap(({ requires }) => requires.map(({ basis }) => basis)),
]

/** The edition of the law and the calendar under the plan, so that it can be made again. */
export function rests({ plan, word, say, paragraph, day, paint }: View): Lines {
  const { edition, lawCheckedThrough, catalogue, calendarThrough, officeHours } = plan.rests
  return [
    ...paragraph(
      [
        word('edition', { edition, day: day(lawCheckedThrough), hash: catalogue.slice(0, 16) }),
        word('calendarThrough', { day: day(calendarThrough) }),
        word('officeHours', { hours: officeHours.map(([from, to]) => `${from}–${to}`).join(word('listComma')) }),
      ].join(word('semicolon')),
    ),
    ...(plan.project.about === null ? [] : paragraph(word('about') + say(plan.project.about))),
    ...paragraph(word('notAPromise')).map((line) => paint('quiet', line)),
  ]
}
