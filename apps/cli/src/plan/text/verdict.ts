import { notVerified } from '../verification.ts'
import type { Lines, View } from './view.ts'
import type { Word } from './words.ts'

const askedWords: Readonly<Record<View['plan']['verdict']['asked']['kind'], Word>> = {
  earliest: 'askedEarliest',
  landDay: 'askedLandDay',
  startBy: 'askedStartBy',
}

/** Whose plan it is and what was asked; then the answer, sign and word first. */
export function verdict(view: View, violations: Lines): Lines {
  const { plan, word, say, day, paint, paragraph } = view
  const { met, headline, details, asked } = plan.verdict
  const question = word(askedWords[asked.kind], { day: asked.date === null ? word('unsettled') : day(asked.date) })
  const answer = paragraph(say(headline), met ? '✔ ' : '✘ ')
  return [
    ...paragraph(word('title', { name: say(plan.project.name) })).map((line) => paint('strong', line)),
    ...paragraph(
      `${word('seenFrom', { district: say(plan.district.name), day: day(plan.asOf) })}${word('semicolon')}${question}`,
    ),
    '',
    ...answer.map((line) => paint(met ? 'good' : 'bad', line)),
    ...(met ? [] : paragraph(word('shownNearest'), '  ')),
    ...details.flatMap((detail) => paragraph(say(detail), '  ')),
    ...(violations.length === 0
      ? paragraph(word('verified'), '  ').map((line) => paint('quiet', line))
      : [
          ...paragraph(say(notVerified(violations.length)), '✘ ').map((line) => paint('bad', line)),
          ...violations.flatMap((violation) => paragraph(violation, '  · ')),
        ]),
  ]
}
