/** The two languages of every page. */
export type Language = 'zh' | 'en'

const STORE = 'kaigong.lang'

/** What the person chose on this machine; else Chinese, unless the browser prefers English. */
export function rememberedLanguage(): Language {
  const kept = localStorage.getItem(STORE)
  if (kept === 'zh' || kept === 'en') return kept
  return /^en\b/i.test(navigator.language) ? 'en' : 'zh'
}

export const rememberLanguage = (language: Language): void => localStorage.setItem(STORE, language)
