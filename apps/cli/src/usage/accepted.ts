import { nearest } from '@kaigong/catalogue'
import type { Text } from '../terminal/say.ts'

/** The end of a sentence about a word that is none of those that there are: which one was probably meant, and all that there are. */
export function accepted(word: string, candidates: readonly string[], shown: readonly string[] = candidates): Text {
  const near = nearest(word, candidates)
  return {
    zh: `${near === undefined ? '；' : `，是否想写 ${near}？`}可用：${shown.join('、')}。`,
    en: `${near === undefined ? '; accepted' : `; did you mean ${near}? Accepted`}: ${shown.join(', ')}.`,
  }
}
