import type { Text } from '@kaigong/contract'
import { useLanguage } from './useLanguage.ts'

export type Pick = (text: Text) => string

const picks: Readonly<Record<'zh' | 'en', Pick>> = { zh: (text) => text.zh, en: (text) => text.en }

/** Chooses the person's language from a text that the server gave in both. */
export function usePick(): Pick {
  return picks[useLanguage()]
}
