import type { Key, Say } from '../text/useText.ts'
import { messages } from './messages.ts'

type Word = Extract<Key, `district.word.${string}`>

const isWord = (key: string): key is Word => key in messages

/** A field of a settings file in the reader's language; one that has no word yet keeps the name it has in the file. */
export function wordOf(field: string, t: Say): string {
  const key = `district.word.${field}`
  return isWord(key) ? t(key) : field
}
