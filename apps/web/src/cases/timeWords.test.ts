import type { CaseTime } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { messages } from './messages.ts'
import { timeWords } from './timeWords.ts'

const say =
  (language: 'zh' | 'en') =>
  (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{{${name}}}`, String(value)),
      (messages as Readonly<Record<string, { readonly zh: string; readonly en: string }>>)[key]?.[language] ?? key,
    )
const running: CaseTime = {
  hand: 'running',
  due: 'statutory',
  dueOn: '2022-06-23',
  left: 3,
  unit: 'workday',
  standingFor: [],
  isLate: false,
  lateByLaw: false,
}
const zh = (time: Partial<CaseTime>) =>
  timeWords(
    { ...running, ...time },
    say('zh'),
    (text) => text.zh,
    (things) => things.join('、'),
  )
const en = (time: Partial<CaseTime>) =>
  timeWords(
    { ...running, ...time },
    say('en'),
    (text) => text.en,
    (things) => things.join(', '),
  )

describe('how much time is left', () => {
  it('is told in working days, or in days where the law counts so', () => {
    expect(zh({}).words).toBe('法定期限剩余 3 个工作日')
    expect(zh({ unit: 'day', left: 10 })).toEqual({ words: '法定期限剩余 10 日', tone: 'calm' })
    expect(en({ due: 'promised' }).words).toBe('Promised limit: 3 working days left')
  })
  it('ends today on its last day, and is over on the days off behind it', () => {
    expect(zh({ left: 0 })).toEqual({ words: '法定期限今天到期', tone: 'soon' })
    expect(zh({ left: 0, isLate: true, lateByLaw: true })).toEqual({ words: '法定期限已过', tone: 'late' })
  })
  it('tells a broken promise from a broken law', () => {
    expect(zh({ left: -2, isLate: true, lateByLaw: true }).words).toBe('法定期限超期 2 个工作日')
    expect(zh({ due: 'promised', left: -2, isLate: true }).words).toBe('承诺时限超期 2 个工作日（法定期限未到）')
  })
  it('says for what the clock stands', () => {
    const standingFor = [{ zh: '专家评审', en: 'Expert review' }]
    const standing = { hand: 'standing', due: null, dueOn: null, left: null, standingFor } as const
    expect(zh(standing)).toEqual({ words: '停表中（专家评审）', tone: 'still' })
    expect(en(standing).words).toBe('Clock stands (Expert review)')
  })
})
