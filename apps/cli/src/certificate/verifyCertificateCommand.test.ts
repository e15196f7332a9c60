import { readFileSync } from 'node:fs'
import { newSeal, openSeal, sealed } from '@kaigong/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked, folder } from '../asked.fixture.ts'

/** A page with nothing on it, as a PDF whose table of contents is right. */
const PAGE = (() => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
  ]
  let text = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(
    `${text}xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
  )
})()

const files = folder()
let [permit, trust, other]: string[] = []
beforeAll(async () => {
  const pem = await newSeal('金坛区测试签章')
  const seal = await openSeal(pem)
  if ('unreadable' in seal) throw new Error(seal.unreadable.en)
  const made = await sealed(PAGE, seal, {
    title: '建设工程规划许可证',
    number: '建字第320413202200017号',
    agency: '金坛区自然资源和规划局',
    verifyUrl: 'https://kaigong.example.cn/certificates/1',
    at: Temporal.Instant.from('2022-09-09T02:30:00Z'),
  })
  const certificate = (text: string) => text.slice(text.indexOf('-----BEGIN CERTIFICATE'))
  permit = files.file('许可证.pdf', made)
  trust = files.file('seal.pem', certificate(pem))
  other = files.file('other.pem', certificate(await newSeal('金坛区测试签章')))
})
afterAll(() => files.remove())

const verify = (file: string | undefined, ...rest: (string | undefined)[]) =>
  asked(['verify-certificate', file ?? '', ...rest.map((part) => part ?? '')])
const bytes = () => readFileSync(permit ?? '')

describe('kaigong verify-certificate', () => {
  it('says who sealed a certificate, when, and its number, with exit 0', async () => {
    const { exit, out } = await verify(permit, '--trust', trust)
    expect(exit).toBe(0)
    for (const part of ['完好', '建字第320413202200017号', '金坛区自然资源和规划局', '2022-09-09 10:30', '出自该机关'])
      expect(out).toContain(part)
    expect(await verify(permit, '--trust', trust, '--lang', 'en')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('nothing was altered since'),
    })
  })

  it('warns that anybody can make a seal where none is given to compare with', async () => {
    const { exit, out } = await verify(permit)
    expect(exit).toBe(0)
    expect(out).toContain('未比对签章证书')
    expect(out).not.toContain('出自该机关')
  })

  it('answers a program in JSON, whole or not', async () => {
    const whole = await verify(permit, '--trust', trust, '--format', 'json')
    expect(JSON.parse(whole.out)).toMatchObject({
      isWhole: true,
      statement: { number: '建字第320413202200017号', isTrusted: true },
    })
    const added = await verify(files.file('added.pdf', Buffer.concat([bytes(), Buffer.from('x')])), '--format', 'json')
    expect(added.exit).toBe(1)
    expect(JSON.parse(added.out)).toMatchObject({ isWhole: false, fault: { code: 'addedTo' } })
  })

  it('refuses with exit 1 and a sentence what was altered, added to, cut off, never sealed or sealed by another', async () => {
    const altered = bytes()
    altered.write('9 9 9', altered.indexOf('0 0 9'))
    const cases = [
      [files.file('altered.pdf', altered), 'altered after it was sealed', '签章之后被改动过'],
      [files.file('more.pdf', Buffer.concat([bytes(), Buffer.from('\n')])), 'Something was added', '添加了内容'],
      [files.file('cut.pdf', bytes().subarray(0, -300)), 'incomplete', '不完整'],
      [files.file('plain.pdf', PAGE), 'has no seal', '没有数字签章'],
    ] as const
    for (const [file, en, zh] of cases) {
      const refused = await verify(file, '--trust', trust, '--lang', 'en')
      expect([refused.exit, refused.out, refused.err]).toEqual([1, '', expect.stringContaining(en)])
      expect((await verify(file)).err).toContain(zh)
    }
    expect(await verify(permit, '--trust', other)).toMatchObject({
      exit: 1,
      out: '',
      err: expect.stringContaining('不是所给的任何一个签章证书'),
    })
  })

  it('refuses with exit 2 what it cannot read: no PDF, a folder, nothing there, a file of trust without a certificate', async () => {
    const bad = [
      [[files.file('notes.txt', '证照')], '不是 PDF'],
      [[files.file('empty.pdf', '')], '不是 PDF'],
      [[files.path], '这是文件夹'],
      [[files.at('gone.pdf')], '没有这个文件'],
      [[permit, '--trust', files.at('gone.pem')], '没有这个文件'],
      [[permit, '--trust', files.file('bad.pem', 'not a certificate')], '没有能读的证书'],
    ] as const
    for (const [[file, ...rest], zh] of bad)
      expect(await verify(file, ...rest)).toMatchObject({ exit: 2, out: '', err: expect.stringContaining(zh) })
  })
})
