import type { ChainLink } from '@kaigong/planner'
import type { Lines, View } from './view.ts'

/** The chain of reasons, first cause first, numbered so that it can be spoken of; each with its article and how sure that is. */
export function chain(view: View, links: readonly ChainLink[]): Lines {
  const { say, paragraph, paint } = view
  return links.flatMap(({ name, start, finish, because, basis }, i) => {
    const number = `${String(i + 1).padStart(2)}. `
    const span = start === finish ? start : `${start} → ${finish}`
    return [
      ...paragraph(`${span}  ${say(name)}`, number),
      ...paragraph(
        `${say(because)}${basis === undefined ? '' : ` ${view.bracketed(basis)}`}`,
        ' '.repeat(number.length),
      ).map((line) => paint('quiet', line)),
    ]
  })
}
