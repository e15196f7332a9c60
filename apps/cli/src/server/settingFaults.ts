import type { Answer } from '../terminal/answer.ts'
import { type Lang, said, type Text } from '../terminal/say.ts'

/** Each setting that is wrong on a line of its own. */
export const settingFaults = (faults: readonly Text[], lang: Lang): Answer => ({
  exit: 2,
  err: faults.map((fault) => `${said(fault, lang)}\n`).join(''),
})
