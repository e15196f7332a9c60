import type { Lines, View } from './view.ts'

/** What would help, each with what was found when it was tried. */
export function remedies(view: View): Lines {
  const { plan, word, say, day, paragraph } = view
  const found = plan.verdict.remedies
  if (found.length === 0) return [word('noRemedies')]
  return found.flatMap(({ text, meets, constructionStart, workdaysGained }) => {
    const result = [
      word(meets ? 'meets' : 'fails'),
      ...(constructionStart === null ? [] : [word('startsOn', { day: day(constructionStart) })]),
      ...(workdaysGained === null || workdaysGained <= 0 ? [] : [word('gains', { n: workdaysGained })]),
    ].join(word('comma'))
    return [...paragraph(say(text), meets ? '● ' : '○ '), ...paragraph(`→ ${result}`, '  ')]
  })
}
