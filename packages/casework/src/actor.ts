import type { Day } from '@kaigong/calendar'
import type { Text } from '@kaigong/catalogue'

/**
 * In which capacity somebody acts on a case. `window` is the integrated counter (综合窗口), `officer` handles it in the agency,
 * `head` answers for the agency (本机关负责人), `government` for the government of the district (本级政府负责人), `clock` records what follows
 * from a day that has passed and nobody's will.
 */
export type Role = 'applicant' | 'window' | 'officer' | 'head' | 'government' | 'clock'

/** Who acts. People are ids: what is personal stands in rows that can be corrected, not in events. */
export type Actor = {
  readonly role: Role
  readonly person: string
  /** The agency for which an officer, a window or a head acts. */
  readonly agency?: string | undefined
  /** The authorisation (委托代办) by which a helper acts for the applicant; absent where the applicant acts in person. */
  readonly through?: string | undefined
  /** The colleague on leave in whose place an officer acts (休假代班): at that desk they count as the colleague. */
  readonly inPlaceOf?: string | undefined
}

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  applicant: { zh: '申请人', en: 'the applicant' },
  window: { zh: '综合窗口', en: 'the integrated counter' },
  officer: { zh: '承办人', en: 'the officer in charge' },
  head: { zh: '本机关负责人', en: 'the head of the agency' },
  government: { zh: '本级政府负责人', en: 'the head of the government at this level' },
  clock: { zh: '系统（时限届满）', en: 'the system, when a time has run out' },
}

/**
 * A company's authorisation of a helper (委托代办协议, domain 6.3): for stages 1 立项用地, 2 工程建设, 3 施工许可, 4 竣工验收, narrowed to some
 * matters where it names any, for some acts, over a time, until it is revoked. It covers handing in and receipt, never a promise of substance.
 */
export type Authorisation = {
  readonly id: string
  readonly stages: readonly number[]
  /** Empty: all matters of its stages. */
  readonly matters: readonly string[]
  readonly acts: readonly string[]
  readonly fromOn: Day
  readonly untilOn: Day
  readonly revokedOn: Day | null
}

/** Whether an authorisation lets a helper do an act on a matter on a day; on the day of its revocation it no longer does. */
export function isAuthorised(
  { stages, matters, acts, fromOn, untilOn, revokedOn }: Authorisation,
  { matter, act }: { readonly matter: { readonly id: string; readonly stage: number }; readonly act: string },
  on: Day,
): boolean {
  return (
    stages.includes(matter.stage) &&
    (matters.length === 0 || matters.includes(matter.id)) &&
    acts.includes(act) &&
    fromOn <= on &&
    on <= untilOn &&
    (revokedOn === null || on < revokedOn)
  )
}
