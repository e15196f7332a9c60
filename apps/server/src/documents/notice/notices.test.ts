import { day } from '@kaigong/calendar'
import { DOCUMENTS, FLOW } from '@kaigong/casework'
import type { CasePaperKind } from '@kaigong/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseLaw } from '../../cases/law.ts'
import type { Notice } from './notice.ts'
import { noticeOf, type PaperEvent } from './noticeOf.ts'
import { noticeSheet } from './noticeSheet.ts'
import { aboutCase, happened, lawOfMatter, receivedWith } from './story.fixture.ts'
import type { About } from './telling.ts'

let law: CaseLaw
let later: readonly string[]
beforeAll(async () => {
  law = await lawOfMatter('B02')
  later = law.matter.materials
    .filter((m) => m.necessity === 'deferrable')
    .slice(0, 2)
    .map((m) => m.id)
})

/** The last paper of a story, or that of the event at `index`. */
const paper = (kind: CasePaperKind, events: readonly PaperEvent[], about: Partial<About> = {}, index = -1): Notice =>
  noticeOf(kind, events, index < 0 ? events.length + index : index, aboutCase(law, about))

/** Everything that a paper says above its signature, in one piece. */
function saidIn(notice: Notice, lang: 'zh' | 'en' = 'zh'): string {
  return noticeSheet(notice, lang, '2022-06-01')
    .blocks.flatMap((b) => (b.kind === 'paragraph' ? b.text : b.kind === 'list' ? b.items : b.rows.flat()))
    .join('\n')
}

const received = (without: readonly string[] = []) => receivedWith(law, '2022-06-01', without)
const inHand = () =>
  [received(), ['2022-06-02', { type: 'accept' }], ['2022-06-02', { type: 'startDepartment' }]] as const

describe('a receipt 收件凭证', () => {
  it('says what was received and by when corrections can be asked for: by 9 June for what came on 1 June 2022 (行政许可法 32)', () => {
    const receipt = paper('receipt', happened(law, [received()]))
    expect(saidIn(receipt)).toContain('5个工作日内（2022年6月9日前，含当日）')
    expect(saidIn(receipt)).toContain('逾期不告知的，自收到申请材料之日起即为受理')
    expect(receipt).toMatchObject({ addressee: { zh: '虚构新能源有限公司：' }, dated: '2022-06-01', acknowledged: [] })
    const list = receipt.blocks.find((b) => b.kind === 'list')
    expect(list?.items).toHaveLength(law.matter.materials.length)
  })

  it('of a supplement says until when the agency may now take', () => {
    const item = [law.matter.materials[0]!.id]
    const events = happened(law, [
      ...inHand(),
      ['2022-06-06', { type: 'askSupplement', id: 's1', items: item } as never],
      ['2022-06-08', { type: 'supplement', id: 's1', items: item } as never],
    ])
    // 20 working days after 2 June 2022 end on 1 July; 7 and 8 June are left out.
    expect(saidIn(paper('receipt', events))).toContain('20个工作日，至2022年7月5日')
  })
})

describe('a notice of acceptance 受理通知书', () => {
  it('names the limit of the law and the promise with their last days, and the article', () => {
    const said = saidIn(paper('acceptanceNotice', happened(law, [received(), ['2022-06-02', { type: 'accept' }]])))
    expect(said).toContain('法定时限\n20个工作日，至2022年7月1日')
    expect(said).toMatch(/承诺时限\n\d/)
    expect(said).toContain('《行政许可法》（2019）第32条')
  })

  it('given after the five days says that the application counts as accepted as of its receipt', () => {
    const events = happened(law, [received(), ['2022-06-13', { type: 'accept' }]])
    expect(saidIn(paper('acceptanceNotice', events))).toContain('自收到材料之日即2022年6月1日起视为受理')
  })
})

describe('tolerance 容缺受理', () => {
  const accepted = () =>
    happened(law, [received(later), ['2022-06-02', { type: 'acceptWithTolerance', dueOn: day('2022-06-06') } as never]])

  it('is told in two copies with materials, the day, the pause of 15 working days and what follows', () => {
    const notice = paper('toleranceNotice', accepted())
    const said = saidIn(notice)
    for (const id of later) expect(said).toContain(law.matter.materials.find((m) => m.id === id)?.name.zh)
    expect(said).toContain('请在2022年6月6日前补齐')
    expect(said).toContain('暂停后15个工作日内补齐的恢复办理')
    expect(said).toContain('终止办理并退件')
    expect(notice.notes.map(({ zh }) => zh).join()).toContain('一式两份')
  })

  it('never names the rules of other places as the legal basis of this agency', () => {
    const notice = paper('toleranceNotice', accepted())
    expect(saidIn(notice)).not.toContain('台州')
    expect(notice.notes.map(({ zh }) => zh).join()).toMatch(/不是本机关的法律依据：.*台州/)
  })

  it('has a letter of promise that the applicant writes to the agency, with the day left open while it is only a form', () => {
    const form = paper('toleranceLetter', happened(law, [received(later)]))
    expect(form).toMatchObject({ isLetter: true, dated: null, addressee: { zh: '金坛区自然资源和规划局：' } })
    expect(saidIn(form)).toMatch(/承诺于　+年　+月　+日前补齐/)
    expect(saidIn(paper('toleranceLetter', accepted()))).toContain('承诺于2022年6月6日前补齐')
  })
})

describe('a decision', () => {
  const decided = (command: object) => happened(law, [...inHand(), ['2022-06-10', command as never]])

  it('to grant names the last day of delivery, ten working days on (行政许可法 44), and the number once there is one', () => {
    const said = saidIn(paper('decision', decided({ type: 'pass' })))
    expect(said).toContain('颁发送达\n2022年6月24日')
    expect(said).toContain('第44条')
    const delivered = happened(law, [
      ...inHand(),
      ['2022-06-10', { type: 'pass' }],
      ['2022-06-13', { type: 'deliver', number: '建字第320413202200017号' } as never],
    ])
    expect(saidIn(paper('decision', delivered, {}, 3))).toContain('建字第320413202200017号')
  })

  it('after the limit of the law gives the reason in public (优化营商环境条例 36)', () => {
    const late = happened(law, [
      ...inHand(),
      ['2022-07-08', { type: 'pass', overrunReason: '等待省级专项核查结果' } as never],
    ])
    const said = saidIn(paper('decision', late))
    expect(said).toContain('超过法定期限5个工作日，原因：等待省级专项核查结果')
    expect(said).toContain('《优化营商环境条例》（2019）第36条')
  })

  it('against the applicant says that there is a remedy, without a court or a period that nobody verified, and that it is unverified', () => {
    const reason = '设计方案的建筑密度超出规划条件。'
    for (const [kind, events] of [
      ['rejection', decided({ type: 'reject', reason })],
      ['refusalNotice', happened(law, [received(), ['2022-06-02', { type: 'refuseAcceptance', reason } as never]])],
    ] as const) {
      const notice = paper(kind, events)
      expect(saidIn(notice)).toContain(reason)
      expect(saidIn(notice)).toContain('行政复议或者提起行政诉讼')
      expect(saidIn(notice)).not.toMatch(/六十日|60日|六个月/)
      expect(notice.notes.map(({ zh }) => zh).join()).toContain('救济途径的表述未核实（GK）')
    }
  })

  it('whose article nobody has read says so', () => {
    const notice = paper('rejection', decided({ type: 'reject', reason: '不符合规划条件' }))
    expect(notice.notes.map(({ zh }) => zh).join()).toContain('条文未见原文：《行政许可法》（2019）第38条 GK')
  })
})

describe('a notice of extension 延长审批期限告知书', () => {
  it('gives the reason and the day on which the time now ends (行政许可法 42)', () => {
    const extend = { type: 'extend', workdays: 10, reason: '方案需与轨道交通保护区衔接。', approvedBy: 'chief' }
    const said = saidIn(paper('extensionNotice', happened(law, [...inHand(), ['2022-06-06', extend as never]])))
    expect(said).toContain('因方案需与轨道交通保护区衔接，本机关')
    expect(said).toContain('30个工作日，至2022年7月15日')
  })
})

describe('every paper', () => {
  const events = () => happened(law, [received(), ['2022-06-02', { type: 'accept' }]])

  it('of a demonstration is marked on the sheet, one of a real case is not', () => {
    const sample = paper('acceptanceNotice', events(), { synthetic: true })
    expect(sample.watermark?.zh).toBe('演示样张')
    expect(sample.notes.map(({ zh }) => zh).join()).toContain('没有法律效力')
    expect(paper('acceptanceNotice', events()).watermark).toBeNull()
  })

  it('of a case that another system handles is a copy and names that system', () => {
    const copy = paper('acceptanceNotice', events(), { mirrors: '省在线平台' })
    expect(copy.watermark?.zh).toBe('登记副本')
    expect(copy.notes.map(({ zh }) => zh).join()).toContain('“省在线平台”')
  })

  it('bears the day that was written on it where that is another than the day of the act', () => {
    const dated = happened(law, [received(), ['2022-06-06', { type: 'accept' }, { documentOn: '2022-06-02' }]])
    expect(paper('acceptanceNotice', dated).dated).toBe('2022-06-02')
  })

  it('in English says that the Chinese holds, and leaves no Chinese sentence untranslated', () => {
    const sheet = noticeSheet(
      paper('acceptanceNotice', events(), { company: 'Invented Ltd', project: 'Plant' }),
      'en',
      '2022-06-02',
    )
    expect(sheet.notes[0]).toContain('the Chinese paper is the one that holds')
    expect(saidIn(paper('acceptanceNotice', events(), { project: 'Plant' }), 'en')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('exists for each document that an act can result in', () => {
    const yielded = new Set(Object.values(FLOW).flatMap((act) => act.yields ?? []))
    expect([...yielded].sort()).toEqual(Object.keys(DOCUMENTS).sort())
  })
})
