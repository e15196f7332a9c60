import { useCallback } from 'react'
import { useLanguage } from './useLanguage.ts'

const marks = { zh: '、', en: ', ' } as const

/** Things one after another as the person's language sets them apart: `甲、乙` or `A, B`. */
export function useListText(): (things: readonly string[]) => string {
  const language = useLanguage()
  return useCallback((things) => things.join(marks[language]), [language])
}
