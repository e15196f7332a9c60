import type { Says } from '../platform/events/says.ts'

/** As a clock in Beijing shows it. */
const minuteOf = (instant: unknown): string =>
  Temporal.Instant.from(String(instant))
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

/** What happened to people, without naming anybody: names stand beside the event, from rows that can be corrected. */
export const says: Says = {
  personRegistered: () => ({ zh: '登记人员', en: 'A person was registered' }),
  personChanged: ({ active }) =>
    active === false
      ? { zh: '停用人员', en: 'A person was deactivated' }
      : { zh: '修改人员', en: 'A person was changed' },
  numbersUnmasked: ({ reason }) => ({
    zh: `查看完整号码，事由：${reason}`,
    en: `Full numbers were looked at; reason: ${reason}`,
  }),
  passwordChanged: () => ({ zh: '修改密码', en: 'The password was changed' }),
  passwordReset: ({ until, secondFactorOff }) => ({
    zh: `重置密码：发放一次性密码，有效至 ${minuteOf(until)}${secondFactorOff === true ? '；同时停用动态码' : ''}`,
    en: `The password was reset: a one-time password was given, good until ${minuteOf(until)}${secondFactorOff === true ? '; the second factor was switched off' : ''}`,
  }),
  accountLocked: ({ minutes }) => ({
    zh: `连续输错密码或动态码，账号锁定 ${minutes} 分钟`,
    en: `Wrong passwords or codes in a row: the account was locked for ${minutes} minutes`,
  }),
  secondFactorChanged: ({ on }) =>
    on
      ? { zh: '启用动态码', en: 'The second factor was switched on' }
      : { zh: '停用动态码', en: 'The second factor was switched off' },
  tokenMade: ({ name }) => ({ zh: `新建接口令牌“${name}”`, en: `API token "${name}" was made` }),
  tokenRevoked: ({ name }) => ({ zh: `收回接口令牌“${name}”`, en: `API token "${name}" was revoked` }),
}
