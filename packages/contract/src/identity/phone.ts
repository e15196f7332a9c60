import { type Checked, checkedBy, compact, fault } from './checked.ts'

const MOBILE = /^1[3-9]\d{9}$/
/** 010 and 02x have eight digits behind them, the other areas seven or eight; then perhaps an extension. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})([2-8]\d{6,7})(?:[-转](\d{1,6}))?$/

/** A mainland telephone number: a mobile as 11 digits, a landline as `0519-82345678` or `0519-82345678-801`. The message repeats no digit of it. */
export function checkPhone(written: string): Checked {
  const text = compact(written)
    .replaceAll(/[()]|(?<=\d)\p{Dash_Punctuation}(?=\d{7,}\b)/gu, '')
    .replaceAll(/\p{Dash_Punctuation}/gu, '-')
    .replace(/^(?:\+|00)86-?/, '')
  const digits = text.replaceAll('-', '')
  if (MOBILE.test(digits)) return { value: digits }
  const [, area, number = '', extension] = LANDLINE.exec(text) ?? []
  if (area !== undefined && (area.length === 4 || number.length === 8))
    return { value: [area, number, extension].filter((part) => part !== undefined).join('-') }
  return fault(
    '电话号码不对：手机号为 11 位数字，座机须带区号，如 0519-82345678',
    'not a telephone number: a mobile has 11 digits, a landline its area code, such as 0519-82345678',
  )
}

/** `138****1234`, `0519-****5678`: the four before the last four are hidden, an extension is left out; of anything else nothing stays. */
export function maskPhone(phone: string): string {
  if (MOBILE.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  const [, area, number = ''] = /^(0\d{2,3})-(\d{7,8})(?:-\d{1,6})?$/.exec(phone) ?? []
  return area === undefined ? '*'.repeat(phone.length) : `${area}-${'*'.repeat(number.length - 4)}${number.slice(-4)}`
}

/** Mainland mobile or landline number. */
export const Phone = checkedBy(checkPhone)
