import { confidences, confidenceWritten } from '../html/marks.ts'
import type { View } from '../view.ts'
import type { Block } from './layout.ts'
import { explained, says } from './says.ts'

export const noteWidths = [24, 110] as const

/** 填表说明: how the sheets are to be read, and what the letters of confidence mean. */
export function notes(view: View): Block {
  const { say, word } = view
  return {
    columns: [{ head: say(says.item) }, { head: say(says.meaning) }],
    rows: [
      ...explained.map(([item, meaning]) => [say(item), say(meaning)]),
      ...confidences.map(({ mark, means }) => [`${word('confidence')} ${confidenceWritten(view, mark)}`, word(means)]),
    ],
    look: 'prose',
  }
}
