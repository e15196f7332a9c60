import { eastAsianWidth } from 'get-east-asian-width'

const ascii = /^[\x20-\x7e]*$/
const zeroWidth = /^[\p{Mark}\p{Cf}\p{Cc}]$/u

/** Columns that one character takes: two for Chinese and full-width signs, none for combining marks. */
export function widthOfCharacter(character: string): 0 | 1 | 2 {
  if (zeroWidth.test(character)) return 0
  return eastAsianWidth(character.codePointAt(0) ?? 0)
}

/** Columns that a text takes on a terminal; it has no line breaks and no escape sequences. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

/** The text filled up with spaces to `width` columns; longer ones stay as they are. */
export const padded = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'left' ? text + spaces : spaces + text
}
