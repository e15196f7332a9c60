import { type Checked, checkedBy, compact, fault } from './checked.ts'

const MOBILE = /^1[3-9]\d{9}$/
/** 010 and 02x have eight digits behind them, the other areas seven or eight; then perhaps an extension. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})-?([2-8]\d{2,3}-?\d{4})(?:[-转](\d{1,6}))?$/

/** A mainland telephone number: a mobile as 11 digits, a landline as `0519-82345678` or `0519-82345678-801`. The message repeats no digit of it. */
export function checkPhone(written: string): Checked {
  const text = compact(written)
    .replaceAll(/[()]/g, '')
    .replaceAll(/\p{Dash_Punctuation}/gu, '-')
    .replace(/^(?:\+|00)86-?/, '')
  const mobile = text.replaceAll('-', '')
  if (MOBILE.test(mobile)) return { value: mobile }
  const [, area = '', inArea, extension] = LANDLINE.exec(text) ?? []
  const number = inArea?.replace('-', '') ?? ''
  if (number.length === 8 || (number.length === 7 && area.length === 4))
    return { value: [area, number, extension].filter((part) => part !== undefined).join('-') }
  return fault(
    '电话号码不对：手机号为 11 位数字，座机须带区号，如 0519-82345678',
    'Not a telephone number: a mobile has 11 digits, a landline its area code, such as 0519-82345678',
  )
}

/** Whether a text is a mainland telephone number, a landline with its area code. */
export const isPhone = (phone: string): boolean => 'value' in checkPhone(phone)

/** Mainland mobile or landline number. */
export const Phone = checkedBy(checkPhone)
