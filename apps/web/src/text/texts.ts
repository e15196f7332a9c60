import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, rememberedLanguage, rememberLanguage } from './language.ts'
import { ending, endingsOf } from './plural.ts'
import { messages } from './registry.ts'

const inOne = (language: Language) =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, text[language]]))

const applyToPage = (language: string): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** Makes the texts ready in the remembered language, before anything is drawn. */
export function openTexts(): void {
  const language = rememberedLanguage()
  i18next.use(initReactI18next).init({
    lng: language,
    // Every key has both languages (registry.test.ts), so nothing ever falls back.
    fallbackLng: false,
    resources: { zh: { translation: inOne('zh') }, en: { translation: inOne('en') } },
    keySeparator: false,
    nsSeparator: false,
    // React escapes.
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  for (const [name, endings] of Object.entries(endingsOf)) i18next.services.formatter?.add(name, ending(endings))
  applyToPage(language)
  i18next.on('languageChanged', applyToPage)
}

/** Changes the language of everything on screen and remembers it on this machine. */
export function chooseLanguage(language: Language): void {
  rememberLanguage(language)
  i18next.changeLanguage(language)
}

/** The language just now, for those who ask outside of a component. */
export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh')
