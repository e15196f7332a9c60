import { confidences, confidenceWritten } from '../html/marks.ts'
import type { Basis, View } from '../view.ts'

/** Sources one under another, as the words alone. */
export const sources = (view: View, bases: readonly Basis[]): string =>
  bases.length === 0 ? '—' : bases.map(({ text }) => view.say(text)).join('\n')

/** The mark of the weakest of several statements: a line is worth no more than that. */
export function weakest(view: View, bases: readonly Basis[]): string {
  const order = confidences.map(({ mark }) => mark)
  const worst = bases.reduce((most, { confidence }) => Math.max(most, order.indexOf(confidence)), -1)
  const mark = order[worst]
  return mark === undefined ? '—' : confidenceWritten(view, mark)
}
