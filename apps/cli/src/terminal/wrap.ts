import { widthOf, widthOfCharacter } from './width.ts'

// A sentence mixes Chinese, which breaks between any two characters but not before a full stop, with Latin words, which break
// at spaces only. wrap-ansi knows spaces only: it opens lines with 。 and throws a whole Chinese sentence onto the next line.

/** A space at which no line is broken; it is printed as an ordinary one. */
export const joint = '\u00a0'

/** Signs that never open a line, and signs that never end one (禁则). */
const neverFirst = new Set(`${joint}，。、；：！？）》〉」』】”’％…·,.;:!?)]}%`)
const neverLast = new Set(`${joint}（《〈「『【“‘([{`)

/** The smallest pieces of a text that stay together; a space is a piece of its own. */
function pieces(text: string): readonly string[] {
  const found: string[] = []
  let glue = false
  for (const character of text) {
    const last = found.at(-1)
    const wide = widthOfCharacter(character) === 2
    const sticks =
      last !== undefined &&
      last !== ' ' &&
      character !== ' ' &&
      (glue || neverFirst.has(character) || (!wide && widthOfCharacter(lastOf(last)) !== 2))
    if (sticks) found[found.length - 1] = last + character
    else found.push(character)
    glue = neverLast.has(character)
  }
  return found
}

const lastOf = (text: string): string => [...text].at(-1) ?? ''

/** Columns that the widest piece of a text takes: below this a word is cut. */
export const widestPiece = (text: string): number => Math.max(0, ...pieces(text).map(widthOf))

/** A piece that is wider than a whole line, cut where the line ends. */
function cut(piece: string, width: number): readonly string[] {
  const parts: string[] = ['']
  for (const character of piece) {
    const last = parts.at(-1) ?? ''
    if (last !== '' && widthOf(last) + widthOfCharacter(character) > width) parts.push(character)
    else parts[parts.length - 1] = last + character
  }
  return parts
}

/** The lines of a text, none wider than `width` columns (at least 2); nothing is left out but spaces at the ends of lines. */
export function wrap(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text.replaceAll(joint, ' ')]
  const lines: string[] = []
  let line = ''
  let room = width
  for (const piece of pieces(text).flatMap((p) => (widthOf(p) > width ? cut(p, width) : [p]))) {
    const wide = widthOf(piece)
    if (wide > room) {
      lines.push(line.trimEnd())
      line = ''
      room = width
      if (piece === ' ') continue
    }
    line += piece
    room -= wide
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines.map((done) => done.replaceAll(joint, ' '))
}

/** A paragraph whose first line begins with `lead` and whose other lines are set in as far. */
export function hanging(lead: string, text: string, width: number): readonly string[] {
  const indent = widthOf(lead)
  return wrap(text, width - indent).map((line, i) => (i === 0 ? lead : ' '.repeat(indent)) + line)
}
