import type { Text } from '@kaigong/contract'
import { useLanguage } from './useLanguage.ts'

export type Pick = (text: Text) => string

/** Chooses the person's language from a text that the server gave in both. */
export function usePick(): Pick {
  const language = useLanguage()
  return (text) => text[language]
}
