import type { Text } from '@kaigong/contract'
import type { Block, Notice, NoticeSheet } from './notice.ts'
import { writtenDay } from './words.ts'

type Lang = 'zh' | 'en'

/**
 * A notice as its template takes it, in one language. The English one says that the Chinese is what holds.
 * @param printedOn stands in the file where the paper itself is yet to be dated, ISO.
 */
export function noticeSheet(notice: Notice, lang: Lang, printedOn: string): NoticeSheet {
  const plain = (text: Text): string => (lang === 'zh' ? text.zh : straight(text.en))
  const pick = (text: Text): string => (lang === 'zh' ? text.zh : capital(plain(text)))
  const { title, from, isLetter, number, addressee, blocks, dated, acknowledged, watermark, notes } = notice
  return {
    lang,
    title: pick(title),
    dated: dated ?? printedOn,
    watermark: watermark ? plain(watermark) : '',
    notes: [...(lang === 'en' ? [TRANSLATION] : []), ...notes.map(plain)],
    heading: isLetter ? [pick(title)] : [plain(from), pick(title)],
    number: plain(number),
    addressee: plain(addressee),
    blocks: blocks.map((block) => blockIn(block, plain, pick)),
    signed: isLetter
      ? [signatureOf(lang), lang === 'zh' ? '年　　月　　日' : 'Date: ____________']
      : [plain(from), dated === null ? '' : writtenDay(dated)[lang]],
    acknowledged: acknowledged.map(plain),
  }
}

const TRANSLATION = 'A translation for information: the Chinese paper is the one that holds.'

/** Whoever promises signs by hand, whatever is known. */
const signatureOf = (lang: Lang): string => (lang === 'zh' ? '承诺人（盖章）：　　　　　　' : 'Signed: ____________')

function blockIn(block: Block, plain: (text: Text) => string, pick: (text: Text) => string) {
  switch (block.kind) {
    case 'paragraph':
      return { kind: block.kind, text: plain(block.text) }
    case 'list':
      return { kind: block.kind, items: block.items.map(pick) }
    case 'facts':
      return { kind: block.kind, rows: block.rows.map(([label, value]) => [plain(label), plain(value)] as const) }
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Chinese fonts have the curled quotation marks as wide as a character. */
const straight = (text: string): string => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")
