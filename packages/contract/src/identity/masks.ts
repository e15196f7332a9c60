/** What those see who have no need for more (domain 3.11): of a number that is none of its kind, nothing stays. */
const hidden = (length: number): string => '＊'.repeat(length)

/** `138＊＊＊＊1234`, `0519-＊＊＊＊5678`: the digits before the last four are hidden; an extension is left out. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}${hidden(4)}${phone.slice(-4)}`
  const [, area, number = ''] = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8})(?:-\d{1,6})?$/.exec(phone) ?? []
  return area === undefined ? hidden(phone.length) : `${area}-${hidden(number.length - 4)}${number.slice(-4)}`
}

/** Of an identity number the first six and the last four stay. */
export const maskIdNumber = (number: string): string =>
  number.length === 18 ? `${number.slice(0, 6)}${hidden(8)}${number.slice(-4)}` : hidden(number.length)

/** `张＊`: the first character, and not how many follow. */
export const maskName = (name: string): string => {
  const [first] = name.trim()
  return first === undefined ? '' : `${first}＊`
}
