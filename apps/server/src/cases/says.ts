import type { Text } from '@kaigong/contract'
import type { Says } from '../platform/events/says.ts'

const text = (value: unknown): Text => value as Text
const names = (value: unknown): Text => {
  const list = (value ?? []) as readonly Text[]
  return { zh: list.map(({ zh }) => zh).join('、'), en: list.map(({ en }) => en).join(', ') }
}

type Say = Says[string]

const fixed =
  (zh: string, en: string): Say =>
  () => ({ zh, en })
const because =
  (zh: string, en: string): Say =>
  ({ reason }) => ({ zh: `${zh}，理由：${reason}`, en: `${en}; reason: ${reason}` })
const listing =
  (zh: string, en: string): Say =>
  ({ itemNames }) => ({ zh: `${zh}：${names(itemNames).zh}`, en: `${en}: ${names(itemNames).en}` })

const tracks: Readonly<Record<string, Text>> = {
  standard: { zh: '受理', en: 'accepted' },
  tolerance: { zh: '容缺受理', en: 'accepted with tolerance' },
  commitment: { zh: '告知承诺受理', en: 'accepted on commitment' },
}
const outcomes: Readonly<Record<string, Text>> = {
  passed: { zh: '准予', en: 'granted' },
  passedWithTolerance: { zh: '容缺准予', en: 'granted with tolerance' },
  rejected: { zh: '不予许可', en: 'rejected' },
}
/** Why a permit is revoked. */
export const grounds: Readonly<Record<string, Text>> = {
  commitmentUntrue: { zh: '承诺不实', en: 'the commitment was untrue' },
  obtainedByDeceit: { zh: '以欺骗取得', en: 'obtained by deceit' },
  unlawfullyGranted: { zh: '违法准予', en: 'unlawfully granted' },
}
const of = (table: Readonly<Record<string, Text>>, key: unknown): Text =>
  table[String(key)] ?? { zh: String(key), en: String(key) }

/** What happens to a case, told on its own page. */
export const saysOfOne: Says = {
  caseReceived: ({ caseNumber }) => ({ zh: `收件，办件号 ${caseNumber}`, en: `received as ${caseNumber}` }),
  caseWithdrawn: because('申请人撤件', 'withdrawn by the applicant'),
  caseCorrectionAsked: listing('一次性告知补正', 'corrections asked for, once'),
  caseCorrected: listing('补正材料', 'corrections handed in'),
  caseAccepted: ({ track, byLapse, asOfOn, deferred, deferredDueOn, itemNames }) => {
    const said = of(tracks, track)
    const lapse = byLapse === true
    const later = Array.isArray(deferred) && deferred.length > 0
    return {
      zh: `${said.zh}${lapse ? `（逾期未告知补正，自 ${asOfOn} 收件之日起视为受理）` : ''}${later ? `；${deferredDueOn} 前补齐：${names(itemNames).zh}` : ''}`,
      en: `${said.en}${lapse ? ` (no notice came in time: as of its receipt on ${asOfOn})` : ''}${later ? `; due by ${deferredDueOn}: ${names(itemNames).en}` : ''}`,
    }
  },
  caseNotAccepted: because('不受理（依法不需要许可）', 'not accepted: no permit is needed'),
  caseAcceptanceRefused: because('不予受理', 'acceptance refused'),
  caseDepartmentStarted: fixed('部门开始办理', 'the department began'),
  caseSupplementAsked: listing('要求补正（受理后）', 'supplement asked for'),
  caseSupplemented: listing('补正结束', 'supplement handed in'),
  caseProcedureStarted: ({ procedureName, workdays, clockEffect }) => {
    const name = text(procedureName ?? { zh: '特别程序', en: 'special procedure' })
    const effect = of(
      {
        pause: { zh: '停表', en: 'the clock stands' },
        extend: { zh: '期限顺延', en: 'the time is extended' },
        none: { zh: '不停表', en: 'the clock runs on' },
      },
      clockEffect,
    )
    return {
      zh: `${name.zh}开始，告知需 ${workdays} 个工作日（${effect.zh}）`,
      en: `${name.en} began, to take ${workdays} working days (${effect.en})`,
    }
  },
  caseProcedureEnded: ({ id, result }) => ({
    zh: `特别程序 ${id} 结束：${result}`,
    en: `procedure ${id} ended: ${result}`,
  }),
  caseExtended: ({ workdays, reason }) => ({
    zh: `延长审批期限 ${workdays} 日，理由：${reason}`,
    en: `time extended by ${workdays} days; reason: ${reason}`,
  }),
  caseDecided: ({ outcome, reason, lateWorkdays, overrunReason }) => {
    const said = of(outcomes, outcome)
    const late = Number(lateWorkdays) > 0
    return {
      zh: `${said.zh}${reason ? `，理由：${reason}` : ''}${late ? `；超法定期限 ${lateWorkdays} 日：${overrunReason}` : ''}`,
      en: `${said.en}${reason ? `; reason: ${reason}` : ''}${late ? `; ${lateWorkdays} days past the legal limit: ${overrunReason}` : ''}`,
    }
  },
  caseDelivered: ({ number }) => ({
    zh: `颁发送达${number === null ? '' : `，编号 ${number}`}`,
    en: `issued and delivered${number === null ? '' : ` as ${number}`}`,
  }),
  caseDeferredSupplied: listing('补齐容缺材料', 'deferred materials handed in'),
  caseToleranceOverdue: fixed('容缺材料逾期，暂停办理', 'deferred material overdue: paused'),
  caseReturned: ({ reason }) =>
    reason === 'tooLate'
      ? { zh: '退件：逾期未补齐', en: 'returned: not supplied in time' }
      : { zh: '退件：补正材料不符合要求', en: 'returned: what was supplied does not do' },
  caseInspected: ({ true: isTrue }) =>
    isTrue === true
      ? { zh: '事后核查：承诺属实', en: 'inspected: the commitment holds' }
      : { zh: '事后核查：承诺不实', en: 'inspected: the commitment was untrue' },
  caseCreditRecorded: fixed('记入申请人信用记录', 'recorded against the applicant’s credit'),
  caseRecalled: because('撤回许可', 'permit recalled'),
  caseRevoked: ({ ground }) => ({
    zh: `撤销许可：${of(grounds, ground).zh}`,
    en: `permit revoked: ${of(grounds, ground).en}`,
  }),
  caseCalendarPublished: ({ year, notice, deadlineBeforeOn, deadlineAfterOn }) => ({
    zh: `${year} 年放假安排（${notice}）公布，期限由 ${deadlineBeforeOn} 变为 ${deadlineAfterOn}`,
    en: `the days off of ${year} were published (${notice}); the deadline moves from ${deadlineBeforeOn} to ${deadlineAfterOn}`,
  }),
  caseTransferred: because('转办', 'transferred'),
  caseDelegated: because('委派', 'delegated'),
  caseRoundOpened: ({ rule }) =>
    rule === 'all'
      ? { zh: '发起会签', en: 'all are asked to sign' }
      : { zh: '发起或签', en: 'anyone of several is asked to sign' },
  caseSignerAdded: fixed('加签一人', 'a signer was added'),
  caseSigned: ({ agrees, opinion }) => ({
    zh: `${agrees === true ? '签署同意' : '签署不同意'}：${opinion}`,
    en: `${agrees === true ? 'signed' : 'refused to sign'}: ${opinion}`,
  }),
  caseSentBack: because('退回', 'sent back'),
  caseTakenBack: fixed('撤回转办', 'taken back'),
  caseUrged: fixed('催办', 'urged'),
}

/** The same in the trail: each sentence begins with what the case is for, as in a project's history several run side by side. */
export const says: Says = Object.fromEntries(
  Object.entries(saysOfOne).map(([type, say]) => [
    type,
    (data) => {
      const [name, { zh, en }] = [text(data.caseName), say(data)]
      const { through, inPlaceOf } = data.by as { readonly through?: string; readonly inPlaceOf?: string }
      const [markZh, markEn] = through
        ? ['（委托代办）', ' (by an authorised helper)']
        : inPlaceOf
          ? ['（休假代班）', ' (by a colleague standing in)']
          : ['', '']
      return {
        zh: `${name.zh}：${zh}${markZh}`,
        en: `${name.en}: ${en}${markEn}`,
      }
    },
  ]),
)
