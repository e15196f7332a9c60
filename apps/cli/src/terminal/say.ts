/** A sentence in both languages; what is written to the terminal is one of them. */
export type Text = { readonly zh: string; readonly en: string }
export type Lang = 'zh' | 'en'

/** One line in the reader's language, or both lines where nobody has said which one that is. */
export const said = (text: Text, lang: Lang | undefined): string =>
  lang === undefined ? `${text.zh}\n${text.en}` : text[lang]
