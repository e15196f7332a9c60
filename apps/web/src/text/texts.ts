import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { firstMessages } from './first.ts'
import { type Language, rememberedLanguage, rememberLanguage } from './language.ts'
import { ending, endingsOf } from './plural.ts'

type Messages = Readonly<Record<string, Readonly<Record<Language, string>>>>

const inOne = (messages: Messages, language: Language) =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, text[language]]))

const applyToPage = (language: string): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** Makes the first texts ready in the remembered language, before anything is drawn. */
export function openTexts(): void {
  const language = rememberedLanguage()
  i18next.use(initReactI18next).init({
    lng: language,
    // Every key has both languages (registry.test.ts), so nothing ever falls back.
    fallbackLng: false,
    resources: { zh: { translation: inOne(firstMessages, 'zh') }, en: { translation: inOne(firstMessages, 'en') } },
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

let asked: Promise<void> | undefined
let all: Messages | undefined

/** All other texts, fetched once; a fetch that fails is tried again with the next page. */
export function allTexts(): Promise<void> {
  asked ??= import('./registry.ts').then(
    ({ messages }) => {
      all = messages
      handOver(languageNow())
    },
    (error: unknown) => {
      asked = undefined
      throw error
    },
  )
  return asked
}

/** One language at a time: most people never hear the other, and a slow machine notices two thousand texts. */
function handOver(language: Language): void {
  if (all !== undefined) i18next.addResourceBundle(language, 'translation', inOne(all, language))
}

/** Changes the language of everything on screen and remembers it on this machine. */
export function chooseLanguage(language: Language): void {
  rememberLanguage(language)
  handOver(language)
  i18next.changeLanguage(language)
}

/** The language just now, for those who ask outside of a component. */
export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh')
