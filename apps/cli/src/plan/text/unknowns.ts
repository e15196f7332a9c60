import type { Plan } from '@kaigong/planner'
import { figure } from '../../terminal/days.ts'
import type { Lines, View } from './view.ts'

type Answer = Plan['unknown'][number]['answers'][number]

/** What nobody has said yet: the question, what is taken meanwhile, what each answer would change. */
export function unknowns(view: View): Lines {
  const { plan, word, say, paint, paragraph } = view
  return [
    ...paragraph(word('unknownNote')).map((line) => paint('quiet', line)),
    ...plan.unknown.flatMap(({ fact, scope, question, assumed, matters, answers }, i) => {
      const number = `${String(i + 1).padStart(2)}. `
      const inner = ' '.repeat(number.length)
      const where = scope === '' ? fact : `${fact}@${scope}`
      return [
        ...paragraph(`${say(question)} (${where})`, number),
        ...(assumed === null ? [] : paragraph(say(assumed.says), inner)),
        ...answers.flatMap((answer) =>
          paragraph(`${word('answer', { answer: say(answer.answer) })} → ${changes(view, answer)}`, inner),
        ),
        ...(answers.length > 0 || matters.length === 0
          ? []
          : paragraph(`${word('touches')}${word('colon')}${matters.join(word('listComma'))}`, inner)),
      ]
    }),
  ]
}

function changes({ word, named }: View, { startMovesBy, added, removed }: Answer): string {
  const list = (matters: readonly string[]) => ({ matters: matters.map(named).join(word('listComma')) })
  const start =
    startMovesBy === null
      ? word('startUnknown')
      : startMovesBy === 0
        ? word('startUnmoved')
        : word(startMovesBy > 0 ? 'startLater' : 'startEarlier', { n: figure(Math.abs(startMovesBy)) })
  return [
    start,
    ...(added.length === 0 ? [] : [word('added', list(added))]),
    ...(removed.length === 0 ? [] : [word('removed', list(removed))]),
  ].join(word('semicolon'))
}

/** The matters looked at and left out, each with the rule that fails. */
export const notApplicable = ({ plan, say, word, paragraph }: View): Lines =>
  plan.notApplicable.flatMap(({ matter, scope, name, because }) =>
    paragraph(
      `${say(name)}${word('colon')}${because.map(say).join(word('semicolon'))}`,
      `${scope.id === '' ? matter : `${matter}@${scope.id}`} `,
    ),
  )
