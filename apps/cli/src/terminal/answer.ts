import { type Lang, said, type Text } from './say.ts'

/** What a command has to say and how it ended: 0 done, 1 refused with reasons, 2 bad usage or bad input. */
export type Answer = {
  readonly exit: 0 | 1 | 2
  /** For standard output; bytes are a file and never for a screen. */
  readonly out?: string | Uint8Array
  /** For standard error. */
  readonly err?: string
}

/** The answer to a command line or a file that cannot be used as it is. */
export const badInput = (text: Text, lang: Lang | undefined): Answer => ({ exit: 2, err: `${said(text, lang)}\n` })
