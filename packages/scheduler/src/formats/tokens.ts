/** What is wrong with a file, and in which line (from 1), or in words where, when its format knows places of its own. */
export type FileFault = {
  readonly line: number | undefined
  readonly text: { readonly zh: string; readonly en: string }
}

/** Thrown while a file is read and caught by `readInstance`: a fault deep in a file ends the reading of it. */
export class Unreadable extends Error {
  readonly fault: FileFault
  constructor(line: number | undefined, zh: string, en: string) {
    super(en)
    this.fault = { line, text: { zh, en } }
  }
}

export type Token = { readonly text: string; readonly line: number }

/** Nothing in a schedule is longer or larger: a number above is a slip of the pen or meant to break something. */
const LARGEST = 10_000_000

/** Words of a text one after the other. */
export type Tokens = { readonly list: readonly Token[]; at: number }

export function tokensOf(text: string): Tokens {
  const lines = text.split(/\r\n|\n|\r/)
  const list = lines.flatMap((line, i) =>
    line
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ text: word, line: i + 1 })),
  )
  return { list, at: 0 }
}

export function nextToken(tokens: Tokens, zh: string, en: string): Token {
  const token = tokens.list[tokens.at]
  if (!token) {
    const line = tokens.list.at(-1)?.line ?? 1
    throw new Unreadable(line, `文件到此中断，缺${zh}`, `the file ends here, but ${en} is missing`)
  }
  tokens.at++
  return token
}

/** The next word, which must be a whole number within the limits. */
export function nextNumber(tokens: Tokens, zh: string, en: string, least = 0, most = LARGEST): number {
  return numberOf(nextToken(tokens, zh, en), zh, en, least, most)
}

export function numberOf({ text, line }: Token, zh: string, en: string, least = 0, most = LARGEST): number {
  if (!/^[+-]?\d+$/.test(text)) {
    const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text
    throw new Unreadable(line, `${zh}应为整数，却是“${shown}”`, `${en} must be a whole number, not “${shown}”`)
  }
  const value = Number(text)
  if (value < least || value > most) {
    throw new Unreadable(
      line,
      `${zh}为 ${text}，应在 ${least} 至 ${most} 之间`,
      `${en} is ${text}, but must lie between ${least} and ${most}`,
    )
  }
  return value
}
