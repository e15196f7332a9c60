import type { Text } from '../text.ts'
import { type Checked, checkedBy, compact } from './checked.ts'

/** 统一社会信用代码, GB 32100-2015: 18 characters, of which the last checks the others modulo 31 (domain 3.2). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** As it is stored: half-width, upper case, without spaces or dashes. */
export const normalCreditCode = (written: string): string => compact(written).replaceAll(/\p{Dash_Punctuation}/gu, '')

/** What is wrong with a code, or null. Says which character, and what the check character would be. */
export function creditCodeFault(code: string): Text | null {
  if (code.length !== 18)
    return {
      zh: `统一社会信用代码应为 18 位，所填为 ${code.length} 位`,
      en: `A unified social credit code has 18 characters; this has ${code.length}`,
    }
  const strange = [...code].findIndex((c) => !ALPHABET.includes(c))
  if (strange >= 0)
    return {
      zh: `统一社会信用代码第 ${strange + 1} 位“${code[strange]}”不是允许的字符（不用 I、O、S、V、Z）`,
      en: `Character ${strange + 1}, "${code[strange]}", is not allowed (no I, O, S, V, Z)`,
    }
  if (!/^..\d{6}/.test(code))
    return {
      zh: '统一社会信用代码第 3–8 位应为登记机关的六位区划代码',
      en: 'Characters 3–8 must be the six digits of the registering district',
    }
  const right = checkCharacter(code.slice(0, 17))
  if (code[17] === right) return null
  return {
    zh: `统一社会信用代码末位应为“${right}”，所填为“${code[17]}”，请核对`,
    en: `The last character should be "${right}", not "${code[17]}"; check the code`,
  }
}

/** The code as it is stored, from what people write, or which thing in it is wrong. */
export function checkCreditCode(written: string): Checked {
  const value = normalCreditCode(written)
  const fault = creditCodeFault(value)
  return fault === null ? { value } : { fault }
}

/** Unified social credit code, given on as it is stored. */
export const CreditCode = checkedBy(checkCreditCode)

/** The 17 characters with the one that checks them. */
export const creditCodeWithCheck = (first17: string): string => first17 + checkCharacter(first17)

function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first17[i] ?? '0'), 0)
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}
