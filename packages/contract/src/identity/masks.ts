/** What those see who have no need for more (domain 3.11): the four middle digits of a telephone number are hidden. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? '＊'.repeat(phone.length) : `${phone.slice(0, 3)}＊＊＊＊${phone.slice(7)}`

/** Of an identity number the first six and the last four stay. */
export const maskIdNumber = (number: string): string => `${number.slice(0, 6)}＊＊＊＊＊＊＊＊${number.slice(-4)}`

/** 张＊ */
export const maskName = (name: string): string => `${[...name][0] ?? ''}＊`

/** 居民身份证 GB 11643: 17 digits and a check character (domain 3.3). */
export function isIdNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

/** A mobile or landline number of the mainland, with or without an area code's dash. */
export const isPhone = (phone: string): boolean => /^1\d{10}$|^0\d{2,3}-?\d{7,8}$/.test(phone)
