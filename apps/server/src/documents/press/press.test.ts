import { afterAll, describe, expect, it } from 'vitest'
import { isRefused } from '../../platform/http/answer.ts'
import type { NoticeSheet } from '../notice/notice.ts'
import { openPress } from './press.ts'

const press = openPress('')
afterAll(() => press.close())

const notice = (text: string): NoticeSheet => ({
  lang: 'zh',
  title: '受理通知书',
  dated: '2022-06-02',
  watermark: '演示样张',
  notes: ['演示'],
  heading: ['金坛区水利局', '受理通知书'],
  number: '办件编号：320413-2022-000017',
  addressee: '虚构企业：',
  blocks: [
    { kind: 'paragraph', text },
    { kind: 'list', items: ['申请表'] },
    { kind: 'facts', rows: [['法定时限', '20个工作日']] },
  ],
  signed: ['金坛区水利局', '2022年6月2日'],
  acknowledged: ['签收人：'],
})
const printed = (text: string) => press.print({ sheet: 'notice', data: notice(text) })

describe('a printed document', () => {
  it('is PDF/A-2b with its own date and title, the same bytes each time', async () => {
    const [first, second] = [await printed('予以受理。'), await printed('予以受理。')]
    if (isRefused(first) || isRefused(second)) throw new Error('it was not printed')
    const text = Buffer.from(first).toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</)
    expect(text).toContain('2022-06-02')
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(Buffer.from(first).equals(Buffer.from((await printed('不予受理。')) as Uint8Array))).toBe(false)
  })

  it('takes what it is told as text and never as an instruction to the typesetter', async () => {
    for (const text of [
      '#panic("x")',
      '$ a_1 $ *粗* _斜_ @label <label> `raw` \\ // 注释',
      '#include "/etc/passwd"',
      '"}]',
    ])
      expect(isRefused(await printed(text))).toBe(false)
  })

  it('is refused where no font has a character, and says which', async () => {
    const refused = await printed('申请人：𰻝𰻝食品有限公司')
    expect(refused).toMatchObject({ refused: 'document.unprintable', detail: { zh: expect.stringContaining('𰻝') } })
    expect(isRefused(await printed('申请人：䶮镕堃有限公司'))).toBe(false)
  })
})
