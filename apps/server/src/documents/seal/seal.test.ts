import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DistrictCode } from '@kaigong/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefused } from '../../platform/http/answer.ts'
import { certificatePdf } from '../certificate.ts'
import { openPress } from '../press/press.ts'
import { checkSealed } from './checkSealed.ts'
import { newSeal, openSeal, type Seal } from './seal.ts'
import { sealed } from './sealed.ts'
import { openSeals } from './seals.ts'

const press = openPress('')
const folder = mkdtempSync(join(tmpdir(), 'kaigong-seals-'))
const at = Temporal.Instant.from('2022-09-09T02:30:00Z')
const JINTAN = '320413' as DistrictCode
let [pem, otherPem]: string[] = []
let [seal, other]: Seal[] = []
let [permit, second]: Uint8Array[] = []

const opened = async (text: string): Promise<Seal> => {
  const found = await openSeal(text)
  if ('unreadable' in found) throw new Error(found.unreadable.en)
  return found
}

async function sealedPermit(by: Seal, number: string): Promise<Uint8Array> {
  const same = (zh: string) => ({ zh, en: zh })
  const made = await certificatePdf(
    {
      kind: 'B02',
      title: { zh: '建设工程规划许可证', en: 'Construction project planning permit' },
      number,
      holder: '虚构新能源有限公司',
      project: '虚构电池零部件项目',
      projectCode: null,
      agency: same('金坛区自然资源和规划局'),
      issuedOn: '2022-09-09',
      validUntil: '2025-09-08',
      lines: [[same('建设规模'), same('86,000 平方米')]],
      synthetic: true,
      verifyUrl: 'https://kaigong.example.cn/certificates/1',
    },
    by,
    { press, at },
  )
  if (isRefused(made)) throw new Error(made.refused)
  return made
}

beforeAll(async () => {
  pem = await newSeal('320413 测试签章')
  otherPem = await newSeal('320413 测试签章')
  seal = await opened(pem)
  other = await opened(otherPem)
  permit = await sealedPermit(seal, '建字第320413202200017号')
  second = await sealedPermit(seal, '建字第320413202200018号')
}, 30_000)
afterAll(async () => {
  await press.close()
  rmSync(folder, { recursive: true })
})

const bytes = (file: Uint8Array | undefined): Buffer => {
  if (!file) throw new Error('it was not made')
  return Buffer.from(file)
}
/** The first permit as it was before it was sealed: the seal only adds. */
function drawn(): Buffer {
  const file = bytes(permit)
  return file.subarray(0, file.indexOf('%%EOF', file.indexOf('startxref')) + 5)
}
const faultOf = async (file: Uint8Array, trusted?: string) => {
  const found = await checkSealed(file, trusted)
  return found.isWhole ? 'whole' : found.fault.code
}

describe('a sealed certificate', () => {
  it('says who sealed it, when, its number and where to ask, and is believed by the certificate of that seal', async () => {
    expect(await checkSealed(bytes(permit), pem)).toEqual({
      isWhole: true,
      statement: {
        title: '建设工程规划许可证',
        number: '建字第320413202200017号',
        agency: '金坛区自然资源和规划局',
        verifyUrl: 'https://kaigong.example.cn/certificates/1',
        sealedAt: '2022-09-09T02:30:00Z',
        seal: { owner: '320413 测试签章', fingerprint: seal?.fingerprint },
        isTrusted: true,
      },
    })
  })

  it('is not said to be trusted where no certificate was given, and refused where another of the same name was', async () => {
    const unasked = await checkSealed(bytes(permit))
    expect(unasked).toMatchObject({ isWhole: true, statement: { isTrusted: null } })
    expect(await faultOf(bytes(permit), otherPem)).toBe('otherSeal')
    expect(await faultOf(bytes(permit), `${otherPem}${pem}`)).toBe('whole')
  })

  it('keeps what was drawn byte by byte in front of the seal', async () => {
    const text = bytes(permit).toString('latin1')
    expect(text.match(/startxref/g)).toHaveLength(2)
    expect(text.indexOf('/ByteRange')).toBeGreaterThan(drawn().length)
    expect(drawn().toString('latin1')).toMatch(/startxref\n\d+\n%%EOF$/)
  })

  it('shows every change of a byte, wherever it is', async () => {
    const file = bytes(permit)
    const [from, to] = [
      file.indexOf('/Contents <30') + '/Contents <'.length,
      file.indexOf('>', file.indexOf('/Contents <30')),
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: file.length - 1 }).filter((i) => i < from || i >= to),
        fc.integer({ min: 1, max: 255 }),
        async (i, by) => {
          const changed = Buffer.from(file)
          changed[i] = (changed[i] ?? 0) ^ by
          return (await faultOf(changed, pem)) !== 'whole'
        },
      ),
      { numRuns: 300 },
    )
  })

  it('shows a change of the seal itself, or says the same as before where only its wrapping was touched', async () => {
    const file = bytes(permit)
    const from = file.indexOf('/Contents <30') + '/Contents <'.length
    const length = file
      .subarray(from)
      .toString('latin1')
      .search(/(00)*>/)
    const before = await checkSealed(file)
    for (let i = from; i < from + length; i += 7) {
      const changed = Buffer.from(file)
      changed[i] = changed[i] === 0x31 ? 0x32 : 0x31
      const found = await checkSealed(changed)
      // The value of the signature stands last.
      if (found.isWhole && i < from + length - 130) expect(found).toEqual(before)
      else expect([i, found.isWhole]).toEqual([i, false])
    }
    const hidden = Buffer.from(file)
    hidden.write('4b', file.indexOf('>', from) - 2)
    expect(await faultOf(hidden, pem)).toBe('altered')
  })

  it('shows what was added behind it, even a single line end, and what was cut off', async () => {
    const file = bytes(permit)
    expect(await faultOf(Buffer.concat([file, Buffer.from('\n')]))).toBe('addedTo')
    expect(await faultOf(Buffer.concat([file, Buffer.from('1 0 obj <</Type/Page>> endobj\n%%EOF')]))).toBe('addedTo')
    for (const part of [0.2, 0.5, 0.99]) expect(await faultOf(file.subarray(0, file.length * part))).toBe('incomplete')
    expect(await faultOf(file.subarray(0, -1))).toBe('incomplete')
  })

  it('does not lend its seal to another file, nor a part of itself to be left out of it', async () => {
    const [one, two] = [bytes(permit), bytes(second)]
    const placeIn = (file: Buffer) => {
      const from = file.indexOf('/Contents <') + '/Contents '.length
      return [from, file.indexOf('>', from) + 1] as const
    }
    const [[from, to], [from2, to2]] = [placeIn(one), placeIn(two)]
    const swapped = Buffer.concat([one.subarray(0, from), two.subarray(from2, to2), one.subarray(to)])
    expect(swapped).toHaveLength(one.length)
    expect(await faultOf(swapped, pem)).toBe('altered')

    const widened = Buffer.from(one)
    const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)/.exec(one.toString('latin1'))
    if (!range) throw new Error('a sealed file names its range')
    const [, length = '', next = '', rest = ''] = range
    const said = `/ByteRange [0 ${Number(length) - 200} ${next} ${rest}`
    widened.write(said.padEnd(range[0].length), range.index)
    expect(await faultOf(widened, pem)).toBe('altered')
  })

  it('sealed by somebody else with a seal of the same name is seen as soon as the true certificate is given', async () => {
    const forged = await sealedPermit(other as Seal, '建字第320413202299999号')
    expect(await faultOf(forged)).toBe('whole')
    expect(await faultOf(forged, pem)).toBe('otherSeal')
  })

  it('sealed before its certificate begins is refused', async () => {
    const early = {
      title: '证',
      number: '1',
      agency: '局',
      verifyUrl: '',
      at: Temporal.Instant.from('2019-12-31T00:00:00Z'),
    }
    expect(await faultOf(await sealed(drawn(), seal as Seal, early), pem)).toBe('notYetOrNoLonger')
  })

  it('without a seal says so', async () => {
    expect(await faultOf(drawn())).toBe('notSealed')
  })
})

describe('the seals of the districts', () => {
  const at2 = (name: string) => join(folder, name)

  it('are made where there is none, once, readable by the server’s user alone, and say that they are self-made', async () => {
    const seals = await openSeals(at2('new'))
    if ('refused' in seals) throw new Error(seals.refused.en)
    expect(seals.certificates(JINTAN)).toBeNull()
    const [first, again] = await Promise.all([seals.of(JINTAN), seals.of(JINTAN)])
    expect(first.fingerprint).toBe(again.fingerprint)
    expect(readdirSync(at2('new'))).toEqual(['320413.pem'])
    expect(statSync(at2('new/320413.pem')).mode & 0o777).toBe(0o600)
    const reopened = await openSeals(at2('new'))
    if ('refused' in reopened) throw new Error(reopened.refused.en)
    expect((await reopened.of(JINTAN)).fingerprint).toBe(first.fingerprint)
    const made = await checkSealed(await sealedPermit(first, '1'))
    expect(made).toMatchObject({ statement: { seal: { owner: expect.stringContaining('未经认证') } } })
  })

  it('are told to others without their keys, and what a former one sealed stays believed', async () => {
    mkdirSync(at2('changed'))
    const certificateOf = (text = '') => text.slice(text.indexOf('-----BEGIN CERTIFICATE'))
    writeFileSync(at2('changed/320413.pem'), otherPem ?? '')
    writeFileSync(at2('changed/320413-former.pem'), `2020 至 2022 年\n${certificateOf(pem)}`)
    const seals = await openSeals(at2('changed'))
    if ('refused' in seals) throw new Error(seals.refused.en)
    const published = seals.certificates(JINTAN) ?? ''
    expect(published).not.toContain('PRIVATE')
    expect(published.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect((await seals.of(JINTAN)).fingerprint).toBe(other?.fingerprint)
    expect(await faultOf(bytes(permit), published)).toBe('whole')
  })

  it('that cannot be one are told at the start by the name of the file', async () => {
    const refusals: Readonly<Record<string, string>> = {
      'no PEM at all': '签章',
      'a key without its certificate': (pem ?? '').slice(0, (pem ?? '').indexOf('-----BEGIN CERT')),
      'the certificate of another key': `${(pem ?? '').split('-----BEGIN CERT')[0]}-----BEGIN CERT${(otherPem ?? '').split('-----BEGIN CERT')[1]}`,
    }
    for (const [name, text] of Object.entries(refusals)) {
      mkdirSync(at2(name))
      writeFileSync(join(at2(name), '320413.pem'), text)
      expect([name, await openSeals(at2(name))]).toEqual([
        name,
        { refused: expect.objectContaining({ en: expect.stringMatching(/^320413\.pem: /) }) },
      ])
    }
    writeFileSync(at2('changed/320413-former.pem'), pem ?? '')
    expect(await openSeals(at2('changed'))).toMatchObject({
      refused: { en: expect.stringContaining('no private key') },
    })
    expect(readFileSync(at2('changed/320413.pem'), 'utf8')).toBe(otherPem)
  })
})
