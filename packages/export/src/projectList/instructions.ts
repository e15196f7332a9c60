import type { Lang, Text } from '../words.ts'
import type { Content } from '../xlsx/layout.ts'
import { columns, type Kind, type ListColumn, wordsOf } from './columns.ts'
import { says } from './says.ts'

/** 填表说明: what holds for the whole sheet, and column by column what to write. */
export function instructions(asOf: string, lang: Lang): Content {
  const say = (text: Text) => text[lang]
  return {
    name: say(says.instructions),
    title: say(says.instructions),
    subtitle: say(says.subtitle(asOf)),
    paper: 'a4',
    widths: [30, 10, 80],
    blocks: [
      { columns: [{ head: '', span: 3 }], rows: says.rules.map((rule) => [say(rule)]), look: 'prose' },
      {
        columns: [{ head: say(says.column) }, { head: say(says.required), align: 'center' }, { head: say(says.howTo) }],
        rows: columns
          .filter(({ hidden }) => hidden !== true)
          .map((column) => [say(column.head), column.required === true ? say(says.yes) : null, say(howTo(column))]),
      },
    ],
    footer: say(says.footer(asOf, false)),
  }
}

function howTo({ kind, hint }: ListColumn): Text {
  const form = formOf(kind)
  return hint === undefined ? form : { zh: `${hint.zh}；${form.zh}`, en: `${hint.en}. ${form.en}` }
}

function formOf(kind: Kind): Text {
  switch (kind.is) {
    case 'line':
    case 'lines':
      return { zh: `文字，最多 ${kind.max} 字`, en: `Text, at most ${kind.max} characters` }
    case 'code':
      return { zh: `如 ${kind.example}`, en: `Such as ${kind.example}` }
    case 'choice':
    case 'yesNo': {
      const words = Object.values(wordsOf(kind) ?? {})
      return {
        zh: `下拉选择：${words.map(({ zh }) => zh).join('、')}`,
        en: `One of: ${words.map(({ en }) => en).join(', ')}`,
      }
    }
    case 'money':
      return {
        zh: '万元，最多两位小数；也可以在单元格内写明单位，如 150亿元',
        en: 'In units of CNY 10,000, at most two decimals',
      }
    case 'year':
      return { zh: '四位年份，如 2026', en: 'Four digits, such as 2026' }
    case 'day':
      return { zh: '日期，写到日，如 2026-01-05', en: 'A whole date, such as 2026-01-05' }
    case 'key':
    case 'version':
      return { zh: '由系统填写', en: 'Filled in by the system' }
  }
}
