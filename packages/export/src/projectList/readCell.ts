import type { CellValue } from 'hucre'
import type { Text } from '../words.ts'
import { choiceOf, yesNo } from './choices.ts'
import { type Kind, wordsOf } from './columns.ts'
import { dayOfText } from './dayText.ts'
import { type MoneyUnit, readMoney } from './money.ts'
import type { CodeChecks } from './projectRow.ts'

export type Read = { readonly value: string | number | boolean | null } | { readonly fault: Text }
export type HowToRead = { readonly codes: CodeChecks; readonly unit: MoneyUnit }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
/** What a spreadsheet shows where a formula failed. */
const FAILED = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/
const FIRST_YEAR = 2000
const LAST_YEAR = 2100

const fault = (zh: string, en: string): Read => ({ fault: { zh, en } })

/** A cell as text: dates as ISO, without the spaces around it, full-width ones among them. */
export function cellText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'object') return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
}

/** The value of a cell as the list keeps it; null for an empty one; or what is wrong with it and what to do. */
export function readCell(kind: Kind, value: CellValue, { codes, unit }: HowToRead): Read {
  const text = cellText(value)
  if (text === '') return { value: null }
  if (FAILED.test(text))
    return fault(
      `单元格的公式出错（${text}），请改为数值`,
      `The formula of this cell failed (${text}); write a value instead`,
    )
  switch (kind.is) {
    case 'line':
      return line(joined(text), kind.max)
    case 'lines':
      return line(text, kind.max)
    case 'code':
      return code(kind, value, text, codes)
    case 'choice':
      return choice(kind, text)
    case 'yesNo': {
      const answer = choiceOf(yesNo, text)
      return answer === undefined ? choice(kind, text) : { value: answer === 'yes' }
    }
    case 'money':
      return readMoney(typeof value === 'number' ? value : text, unit)
    case 'year':
      return year(text)
    case 'day': {
      const day = dayOfText(text)
      if (day !== undefined) return { value: day }
      return fault(
        '日期应写到日，如 2026-01-05、2026/1/5 或 2026年1月5日',
        'Write a whole date, such as 2026-01-05 or 2026/1/5',
      )
    }
    case 'key': {
      const key = text.toLowerCase()
      if (UUID.test(key)) return { value: key }
      return fault(
        '项目标识由系统生成，不能改写；新项目请留空',
        'The project id is made by the system; leave it empty for a new project',
      )
    }
    case 'version':
      return /^[1-9]\d{0,8}$/.test(text)
        ? { value: Number(text) }
        : fault(
            '版本由系统填写，不能改写；新项目请留空',
            'The version is filled in by the system; leave it empty for a new project',
          )
  }
}

const line = (text: string, max: number): Read =>
  text.length <= max
    ? { value: text }
    : fault(`最多 ${max} 个字，现有 ${text.length} 个`, `At most ${max} characters; there are ${text.length}`)

/** A break inside a cell only wraps the line: between Chinese characters it is nothing, elsewhere a space. */
const joined = (text: string): string =>
  text.replaceAll(/(?<=[^ -~\s])\s*\n\s*(?=[^ -~\s])/g, '').replaceAll(/\s*\n\s*/g, ' ')

function code(kind: Extract<Kind, { is: 'code' }>, value: CellValue, text: string, codes: CodeChecks): Read {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    return fault(
      `代码被表格软件当作数字，末几位已丢失。请把单元格设为文本后重新填写，如 ${kind.example}`,
      `The spreadsheet took this code for a number and lost its last digits. Format the cell as text and write it again, such as ${kind.example}`,
    )
  return codes[kind.check](text)
}

function choice(kind: Kind, text: string): Read {
  const words = wordsOf(kind) ?? {}
  const value = choiceOf(words, text)
  if (value !== undefined) return { value }
  const all = Object.values(words)
  return fault(`只能填写：${all.map(({ zh }) => zh).join('、')}`, `Write one of: ${all.map(({ en }) => en).join(', ')}`)
}

function year(text: string): Read {
  const [, found] = /^(\d{4})\s*年?度?$/.exec(text.normalize('NFKC')) ?? []
  const number = Number(found)
  if (number >= FIRST_YEAR && number <= LAST_YEAR) return { value: number }
  return fault(
    `年度应为 ${FIRST_YEAR}—${LAST_YEAR} 的四位数，如 2026`,
    `A year from ${FIRST_YEAR} to ${LAST_YEAR}, such as 2026`,
  )
}
