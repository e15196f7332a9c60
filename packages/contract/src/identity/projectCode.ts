import { type Checked, checkedBy, fault } from './checked.ts'

/** 项目代码 (domain 3.1): `NNNN-NNNNNN-NN-NN-NNNNNN`, in the older form with the year, in GB/T 40058-2021 with year and month first. */
const DASHED = /^(\d{4})-(\d{6})-(\d{2})-(\d{2})-(\d{6})$/
const FIRST_OLD_YEAR = 2015
const LAST_OLD_YEAR = 2020
/** 审批, 核准, 备案. */
const PROCEDURES = { '01': 'approval', '02': 'verification', '03': 'filing' } as const

/** As it is stored: half-width, dashed; the suffix `-000` that some provinces added is dropped. null where it cannot be a code. */
export function normalProjectCode(written: string): string | null {
  const [, year, region, industry, kind, serial] =
    /^(\d{4})(\d{6})(\d{2})(\d{2})(\d{6})(?:000)?$/.exec(bare(written)) ?? []
  return serial === undefined ? null : [year, region, industry, kind, serial].join('-')
}

const bare = (written: string): string => written.normalize('NFKC').replaceAll(/[\s\p{Dash_Punctuation}\u2212]/gu, '')

export type ProjectCodeParts = {
  readonly year: number
  readonly region: string
  readonly serial: string
} & (
  | {
      readonly form: 'old'
      readonly month: null
      /** Division of GB/T 4754, two digits. */
      readonly industryDivision: string
      /** null where the two digits mean nothing that is known. */
      readonly procedure: 'approval' | 'verification' | 'filing' | null
    }
  | {
      readonly form: 'new'
      readonly month: number
      /** Central department that guides the branch, two digits; in the samples of this province 89 is for local use. */
      readonly department: string
      readonly kind: string
    }
)

/**
 * When, where and for what a code was given; null for what is none. The kind of the new form is digits only: the samples
 * contradict every mapping to the nature of construction. The rule of the last digit was never published (domain 3.1).
 */
export function projectCodeParts(code: string): ProjectCodeParts | null {
  const [, time = '', region = '', third = '', fourth = '', serial] = DASHED.exec(code) ?? []
  if (serial === undefined) return null
  const [yy, month] = [Number(time.slice(0, 2)), Number(time.slice(2))]
  // 2011 and 2012 are November and December 2020: no year before 2015 bore a code.
  if (yy >= 20 && month >= 1 && month <= 12)
    return { form: 'new', year: 2000 + yy, month, region, department: third, kind: fourth, serial }
  const year = Number(time)
  if (year < FIRST_OLD_YEAR || year > LAST_OLD_YEAR) return null
  const procedure = PROCEDURES[fourth as keyof typeof PROCEDURES] ?? null
  return { form: 'old', year, month: null, region, industryDivision: third, procedure, serial }
}

/** The code as it is stored, from what people write, or which thing in it is wrong. */
export function checkProjectCode(written: string): Checked {
  const text = bare(written)
  const stranger = /\D/u.exec(text)?.[0]
  if (stranger !== undefined)
    return fault(
      `项目代码只含数字，其中有“${stranger}”。请按备案证上的代码填写，如 2020-320413-38-03-500001`,
      `A project code has digits only, here is "${stranger}"; write it as on the filing certificate, such as 2020-320413-38-03-500001`,
    )
  const code = normalProjectCode(written)
  if (code === null)
    return fault(
      `项目代码应为 20 位数字，所填为 ${text.length} 位。请按备案证上的代码填写，如 2020-320413-38-03-500001`,
      `A project code has 20 digits; this has ${text.length}. Write it as on the filing certificate, such as 2020-320413-38-03-500001`,
    )
  if (projectCodeParts(code) !== null) return { value: code }
  const time = code.slice(0, 4)
  return fault(
    `项目代码前四位“${time}”既不是 2015—2020 年，也不是 2020 年以后的年月（如 2401）。请核对备案证`,
    `The first four digits "${time}" are neither a year 2015–2020 nor a year and month since 2020 such as 2401; check the filing certificate`,
  )
}

/** Project code in either form, given on as it is stored. */
export const ProjectCode = checkedBy(checkProjectCode)
