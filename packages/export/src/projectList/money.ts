import type { Text } from '../words.ts'

/** 元, 万元, 亿元: how many powers of ten lie between it and 万元. */
export type MoneyUnit = '元' | '万元' | '亿元'
const POWERS: Readonly<Record<MoneyUnit, number>> = { 元: -4, 万元: 0, 亿元: 4 }
const MOST_DIGITS = 10
/** What a spreadsheet shows of a number: the rest is the noise of binary fractions. */
const SPREADSHEET_DIGITS = 15

const NAMED = /(?:单位\s*[:：]?\s*|[(（]\s*(?:人民币)?\s*)(亿元|万元|元)|(亿元|万元)$/

/** The unit that a head or a line above the table names. */
export function unitIn(text: string): MoneyUnit | undefined {
  const [, marked, last] = NAMED.exec(text.trim()) ?? []
  return (marked ?? last) as MoneyUnit | undefined
}

/**
 * An amount in 万元 with two decimals, as decimal text; `unit` is that of the column, and one written in the cell goes before
 * it. Nothing is rounded: an amount finer than 0.01 万元 is a fault.
 */
export function readMoney(
  written: string | number,
  unit: MoneyUnit,
): { readonly value: string } | { readonly fault: Text } {
  const text = (typeof written === 'number' ? plainNumber(written) : written)
    .normalize('NFKC')
    .replaceAll(/[\s,、]|人民币|¥/g, '')
  const [, whole, fraction = '', named] = /^(\d+)(?:\.(\d*))?(元|万元?|亿元?)?$/.exec(text) ?? []
  if (whole === undefined)
    return {
      fault: {
        zh: '金额应为不小于零的数，如 1500000、1,500,000.00 或 150亿元',
        en: 'An amount is a number not below zero, such as 1500000, 1,500,000.00 or 150亿元',
      },
    }
  const own = named === undefined ? unit : named === '元' ? '元' : named.startsWith('万') ? '万元' : '亿元'
  const shifted = shift(whole, fraction, POWERS[own])
  if (/[1-9]/.test(shifted.fraction.slice(2)))
    return {
      fault: { zh: '按万元计最多两位小数，请取整后填写', en: 'At most two decimals in 万元; please round it' },
    }
  if (shifted.whole.length > MOST_DIGITS)
    return {
      fault: {
        zh: '金额过大：按万元计最多 10 位整数，请核对单位',
        en: 'Too large: at most 10 digits in 万元; check the unit',
      },
    }
  return { value: `${shifted.whole}.${shifted.fraction.slice(0, 2).padEnd(2, '0')}` }
}

/** Moves the decimal point to the right; digits only, so that nothing is lost. */
function shift(whole: string, fraction: string, places: number): { readonly whole: string; readonly fraction: string } {
  const right = Math.max(0, places)
  const left = Math.max(0, -places)
  const padded = '0'.repeat(left) + whole
  const moved = fraction.padEnd(right, '0')
  const digits = padded.slice(0, padded.length - left) + moved.slice(0, right)
  return {
    whole: digits.replace(/^0+(?=\d)/, ''),
    fraction: padded.slice(padded.length - left) + moved.slice(right),
  }
}

const plainNumber = (number: number): string => {
  const text = String(Number(number.toPrecision(SPREADSHEET_DIGITS)))
  return /e-/.test(text) ? number.toFixed(20) : text
}
