import { z } from 'zod'
import { type Checked, checkedBy, compact, fault } from './checked.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
/** By the remainder of the sum modulo 11. */
const CHECKS = '10X98765432'

/** A resident identity number 公民身份号码 (GB 11643), or which part of it is wrong. The message repeats no digit of it. */
export function checkIdNumber(written: string): Checked {
  const number = compact(written)
  if (!/^\d{17}[\dX]$/.test(number))
    return fault(
      '身份证号应为 18 位：17 位数字，末位为数字或 X。请按身份证填写',
      'An identity number has 17 digits and a last digit or X; write it as on the identity card',
    )
  if (!z.iso.date().safeParse(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`).success)
    return fault(
      '身份证号第 7—14 位不是真实的出生日期。请按身份证填写',
      'Digits 7–14 of the identity number are no real date of birth; write it as on the identity card',
    )
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number.charAt(i)), 0)
  if (CHECKS.charAt(sum % 11) === number.at(-1)) return { value: number }
  return fault(
    '身份证号校验不符，其中有一位写错。请按身份证核对',
    'The check digit of the identity number does not fit: one digit is wrong; please compare with the identity card',
  )
}

/** Whether a text is a right identity number. */
export const isIdNumber = (number: string): boolean => 'value' in checkIdNumber(number)

/** Resident identity number (GB 11643), given on with a capital X. */
export const IdNumber = checkedBy(checkIdNumber)
