import type { Text } from '../text.ts'
import { type Checked, checkedBy, compact, fault } from './checked.ts'
import { type IndustryEntry, industries, sections } from './industries.ts'

/** A line of the tree of GB/T 4754-2017, from its section down. */
export type Industry = {
  /** With its letter: `C`, `C38`, `C384`, `C3841`. */
  readonly code: string
  readonly name: Text
  readonly confidence: IndustryEntry['confidence']
}

const sectionOf = (digits: string): string | undefined => {
  const division = Number(digits.slice(0, 2))
  return sections.find(([, first, last]) => first <= division && division <= last)?.[0]
}
const lettered = (code: string): string => (/^\d/.test(code) ? `${sectionOf(code)}${code}` : code)

const tree: readonly Industry[] = industries.map((entry) => ({ ...entry, code: lettered(entry.code) }))
const byCode: ReadonlyMap<string, Industry> = new Map(tree.map((industry) => [industry.code, industry]))

/**
 * A code of GB/T 4754-2017 with its letter, from `C3841` or `3841`: a division, a group or a class. Only the letter and the
 * division are compared with the standard; groups and classes are, because the tree here is not complete, taken as written.
 */
export function checkIndustryCode(written: string): Checked {
  const [, letter, digits = ''] = /^([A-Z]?)(\d{2,4})$/.exec(compact(written)) ?? []
  if (letter === undefined)
    return fault(
      '行业代码应为门类字母加 2—4 位数字，如 C3841（锂离子电池制造）',
      'An industry code is the letter of its section and 2–4 digits, such as C3841 (lithium-ion batteries)',
    )
  const section = sectionOf(digits)
  if (section === undefined)
    return fault(
      `GB/T 4754-2017 没有大类 ${digits.slice(0, 2)}。行业代码形如 C3841`,
      `GB/T 4754-2017 has no division ${digits.slice(0, 2)}; an industry code looks like C3841`,
    )
  if (letter !== '' && letter !== section)
    return fault(
      `大类 ${digits.slice(0, 2)} 属于门类 ${section}，应写作 ${section}${digits}`,
      `Division ${digits.slice(0, 2)} belongs to section ${section}: write ${section}${digits}`,
    )
  return { value: section + digits }
}

/** Section, division, group and class above and at a right code, as far as the tree here knows them; the last is the nearest. */
export function industryPath(code: string): readonly Industry[] {
  const [letter = '', ...digits] = code
  const above = [
    letter,
    ...[2, 3, 4].filter((n) => n <= digits.length).map((n) => letter + digits.slice(0, n).join('')),
  ]
  return above.flatMap((each) => byCode.get(each) ?? [])
}

/** Lines whose code or name, in either language, contains what was typed; codes that begin with it come first. */
export function searchIndustries(typed: string): readonly Industry[] {
  const text = compact(typed)
  if (text === '') return []
  const startsWith = ({ code }: Industry) => code.startsWith(text) || code.slice(1).startsWith(text)
  const named = ({ name }: Industry) => compact(name.zh).includes(text) || compact(name.en).includes(text)
  return [...tree.filter(startsWith), ...tree.filter((industry) => !startsWith(industry) && named(industry))]
}

/** Class, group or division of GB/T 4754-2017, given on with its letter. */
export const IndustryCode = checkedBy(checkIndustryCode)
