import type { BorderSide, BorderStyle, CellStyle } from 'hucre'
import type { Lang } from '../words.ts'

export type Look = 'title' | 'subtitle' | 'heading' | 'head' | 'text' | 'centred' | 'prose'

/** By name only: offices have 宋体 and 仿宋, and a program without them takes its own. */
const FONTS: Readonly<Record<Lang, { readonly table: string; readonly prose: string }>> = {
  zh: { table: '宋体', prose: '仿宋' },
  en: { table: 'Times New Roman', prose: 'Times New Roman' },
}

export const defaultFont = (lang: Lang) => ({ name: FONTS[lang].table, size: 11 })

const line: BorderSide = { style: 'thin', color: { rgb: '808080' } }
const border: BorderStyle = { top: line, right: line, bottom: line, left: line }

/** How a cell looks; legible in black and white, so that a printed sheet loses nothing. */
export function styleOf(look: Look, lang: Lang): CellStyle {
  const { table, prose } = FONTS[lang]
  const middle = { vertical: 'center', wrapText: true } as const
  switch (look) {
    case 'title':
      return { font: { name: table, size: 18, bold: true }, alignment: { ...middle, horizontal: 'center' } }
    case 'subtitle':
      return { font: { name: table, size: 10 }, alignment: { ...middle, horizontal: 'center' } }
    case 'heading':
      return { font: { name: table, size: 12, bold: true }, alignment: { ...middle, horizontal: 'left' } }
    case 'head':
      return {
        font: { name: table, size: 10, bold: true },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
        alignment: { ...middle, horizontal: 'center' },
        border,
      }
    case 'text':
      return { font: { name: table, size: 10 }, alignment: { ...middle, horizontal: 'left' }, border }
    case 'centred':
      return { font: { name: table, size: 10 }, alignment: { ...middle, horizontal: 'center' }, border }
    case 'prose':
      return { font: { name: prose, size: 12 }, alignment: { ...middle, horizontal: 'left' }, border }
  }
}
