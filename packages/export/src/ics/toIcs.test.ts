import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { richPlan } from '../fixture.ts'
import type { Lang } from '../words.ts'
import { toIcs } from './toIcs.ts'

/** The file as another program reads it. */
const read = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  return { calendar, events }
}
const eventsOf = (plan = richPlan, lang: Lang = 'zh') => read(toIcs(plan, lang)).events
const named = (summary: string, lang: Lang = 'zh') => {
  const event = eventsOf(richPlan, lang).find((each) => each.summary === summary)
  if (event === undefined) throw new Error(`No entry ${summary}`)
  return event
}

describe('the plan as a calendar', () => {
  it('is published, named after the project, and says on which day it was made', () => {
    const { calendar } = read(toIcs(richPlan, 'zh'))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(`${richPlan.project.name.zh} · 审批节点`)
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toContain('截至 2022-06-20')
    for (const event of eventsOf()) {
      expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2022-06-19T16:00:00Z')
    }
  })

  it('has the land day, the four certificates and the gates as whole days', () => {
    const days = Object.fromEntries(eventsOf().map(({ summary, startDate }) => [summary, startDate.toString()]))
    expect(days).toMatchObject({
      '拿地日（成交）': '2022-09-09',
      '发证：建设用地规划许可证': '2022-09-09',
      '发证：不动产权证书': '2022-09-13',
      '发证：建设工程规划许可证': '2022-09-14',
      '发证：建筑工程施工许可证（4.1 期）': '2022-09-19',
      'G1 实际开工（4.1 期）': '2022-09-20',
      'G3 投产、排污（4.1 期）': '2024-03-11',
    })
    expect(named('G1 实际开工（4.1 期）').startDate.isDate).toBe(true)
    expect(named('G1 实际开工（4.1 期）').description).toContain('环境影响评价法（2018）第二十五条 [A]')
  })

  it('leaves out a gate whose day is not settled', () => {
    expect(eventsOf().filter(({ summary }) => summary.startsWith('G4'))).toEqual([])
  })

  it('has each decision day once: where the certificate comes the same day, the certificate stands for it', () => {
    expect(named('办结：A05 固定资产投资项目节能审查').startDate.toString()).toBe('2022-07-25')
    const landUse = eventsOf().filter(
      ({ summary, startDate }) => startDate.toString().startsWith('2022-09-09') && summary.includes('A03'),
    )
    expect(landUse.map(({ summary }) => summary)).toEqual(['A03 建设用地规划许可证 · 核对转正式、发证'])
  })

  it('groups what the company must hand in by day, essential and deferrable, without what the offices share', () => {
    const due = named('材料最迟提交：3 件')
    expect(due.startDate.toString()).toBe('2022-09-09')
    expect(due.description).toContain('★ 契税完税凭证 → A04')
    expect(eventsOf().some(({ description }) => description?.includes('营业执照') === true)).toBe(false)
    expect(eventsOf().some(({ description }) => description?.includes('△ 交地确认书原件') === true)).toBe(true)
  })

  it('says when the company must begin what nothing may delay', () => {
    const works = named('最迟开始：W01 土建与设备安装（4.1 期） · 4.1 期土建与设备安装')
    expect(works.startDate.toString()).toBe('2022-09-20')
    expect(works.description).toContain('实际开工须过 G1')
  })

  it('gives land day by the hour, in Beijing time', () => {
    const deal = named('P10 成交确认书、出让合同 · 成交确认')
    expect(deal.startDate.toString()).toBe('2022-09-09T01:00:00Z')
    expect(deal.endDate.toString()).toBe('2022-09-09T02:00:00Z')
  })

  it('marks as tentative what rests on an unpublished calendar or an unknown fact, and says why', () => {
    const status = (summary: string) => named(summary).component.getFirstPropertyValue('status')
    expect(status('办结：A06 环境影响评价审批')).toBe('TENTATIVE')
    expect(named('G3 投产、排污（4.1 期）').description).toContain('2023 年放假安排尚未公布')
    expect(status('G3 投产、排污（4.1 期）')).toBe('TENTATIVE')
    expect(status('办结：A05 固定资产投资项目节能审查')).toBe(null)
  })

  it('keeps the UID of every entry in both languages and in a later plan, whose SEQUENCE is higher', () => {
    const uids = (plan: typeof richPlan, lang: Lang) => eventsOf(plan, lang).map(({ uid }) => uid)
    const later = { ...richPlan, asOf: '2022-06-27' }
    expect(new Set(uids(richPlan, 'zh')).size).toBe(eventsOf().length)
    expect(uids(richPlan, 'en')).toEqual(uids(richPlan, 'zh'))
    expect(uids(later, 'zh')).toEqual(uids(richPlan, 'zh'))
    expect(eventsOf(later)[0]?.sequence).toBe((eventsOf()[0]?.sequence ?? 0) + 7)
  })

  it('names entries after district and project while there is no project code', () => {
    const nameless = { ...richPlan, project: { ...richPlan.project, code: null } }
    expect(eventsOf(nameless)[0]?.uid).toMatch(/\/320413-.+@kaigong$/)
  })

  it('ends every line with CRLF and folds it at 75 octets without cutting a character', () => {
    for (const lang of ['zh', 'en'] as const) {
      const file = toIcs(richPlan, lang)
      const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length)
      expect(Math.max(...octets)).toBeLessThanOrEqual(75)
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(file.isWellFormed()).toBe(true)
    }
  })

  it('lets no name break out of its line', () => {
    const name = { zh: '一期\r\nBEGIN:VEVENT\r\nSUMMARY:假；,\\;', en: '' }
    const matters = richPlan.matters.map((matter) => ({ ...matter, name }))
    const file = toIcs({ ...richPlan, matters, project: { ...richPlan.project, name } }, 'zh')
    expect(read(file).events).toHaveLength(eventsOf().length)
    expect(read(file).events[0]?.summary).toBe('办结：A01 一期\nBEGIN:VEVENT\nSUMMARY:假；,\\;')
    expect(file.replaceAll('\r\n ', '').split('\r\n')).toContain(
      'X-WR-CALNAME:一期\\nBEGIN:VEVENT\\nSUMMARY:假；\\,\\\\\\; · 审批节点',
    )
  })

  it('is the same text every time', () => {
    expect(toIcs(richPlan, 'en')).toBe(toIcs(richPlan, 'en'))
  })
})
