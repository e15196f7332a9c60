import type { Lines, View } from './view.ts'

/** Each gate with its day and what must be there before it opens. */
export function gates({ plan, word, say, day, paint, paragraph, named, bracketed }: View): Lines {
  return plan.gates.flatMap(({ gate, scope, name, date, requires }) => [
    paint(
      'strong',
      `◆ ${gate}${scope.id === '' ? '' : `@${scope.id}`} ${say(name)}  ${date === null ? word('unsettled') : day(date)}`,
    ),
    ...requires.flatMap(({ occurrence, date: on, text, basis }) =>
      paragraph(
        `${on ?? word('unsettled')}  ${named(occurrence)}${word('colon')}${say(text)} ${bracketed(basis)}`,
        '  ',
      ),
    ),
  ])
}
