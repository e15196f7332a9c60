import { type Entries, markOf, type Section, type Sections } from '@kaigong/catalogue'
import type { Paint } from '../terminal/paint.ts'
import type { Lang } from '../terminal/say.ts'
import { hanging, joint } from '../terminal/wrap.ts'

export type Lines = readonly string[]

/** How a reader at a terminal reads: in which language, how wide, in which colours. */
export type Reading = { readonly lang: Lang; readonly width: number; readonly paint: Paint }

/** Each entry with its source in brackets, later lines hanging under the first: `· … 〔《城乡规划法》（2019）第38条 · A〕`. */
export const entryLines = (entries: Entries, { lang, width }: Reading): Lines =>
  entries.flatMap(({ lead, text, basis, confidence }) => {
    if (basis === null || confidence === null) return hanging(lead, text, width)
    const source = `${basis}${joint}·${joint}${markOf(confidence, lang)}`
    const cited = lang === 'zh' ? `〔${source}〕` : `[${source}]`
    return hanging(lead, text === '' ? cited : `${text} ${cited}`, width)
  })

/** Sections with their headings, an empty line between them. */
export const sectionLines = (sections: Sections, reading: Reading, style: 'head' | 'strong' = 'head'): Lines =>
  sections.flatMap((section, i) => [...(i === 0 ? [] : ['']), ...oneSection(section, reading, style)])

const oneSection = ({ title, entries }: Section, reading: Reading, style: 'head' | 'strong'): Lines => [
  ...hanging('', title, reading.width).map((line) => reading.paint(style, line)),
  ...entryLines(entries, reading),
]
