import type { Lang } from './route.ts'

/** Chinese unless English is what the reader prefers. */
export const languageOf = (acceptLanguage: string | undefined): Lang =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
