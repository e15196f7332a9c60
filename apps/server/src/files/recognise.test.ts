import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileKind } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recognise } from './recognise.ts'
import { pdfOf, zipOf } from './upload.fixture.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaigong-kinds-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function verdict(kind: FileKind, bytes: Buffer) {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  return (await recognise(path, bytes.length, kind)) ?? 'taken'
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const jpg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(64)])
const dwg = Buffer.concat([Buffer.from('AC1032'), Buffer.alloc(256)])
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)])
/** Office before 2007, WPS, and what newer Office locks with a password. */
const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)])
const types = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="${main}"/></Types>`
const docx = zipOf([
  {
    name: '[Content_Types].xml',
    content: types('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
  },
  { name: 'word/document.xml', content: '<w:document/>' },
])
const xlsx = zipOf([
  {
    name: '[Content_Types].xml',
    content: types('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
  },
  { name: 'xl/workbook.xml', content: '<workbook/>' },
])
const ofd = zipOf([{ name: 'OFD.xml', content: '<ofd:OFD/>' }])
const zip = zipOf([{ name: '图纸/总平面图.pdf', content: 'drawing' }])
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512)])

describe('a file that is what its name says', () => {
  it.each<[FileKind, Buffer]>([
    ['pdf', pdfOf('合同')],
    ['png', png],
    ['jpg', jpg],
    ['jpeg', jpg],
    ['heic', heic],
    ['dwg', dwg],
    ['docx', docx],
    ['xlsx', xlsx],
    ['ofd', ofd],
    ['zip', zip],
    ['doc', cfb],
    ['xls', cfb],
    ['wps', cfb],
    ['et', xlsx],
  ])('%s is taken', async (kind, bytes) => {
    expect(await verdict(kind, bytes)).toBe('taken')
  })
})

describe('a file that lies about its type', () => {
  it.each<[string, FileKind, Buffer]>([
    ['a program named as a drawing', 'dwg', exe],
    ['a program named as a document', 'pdf', exe],
    ['a picture named as a document', 'pdf', png],
    ['a text named as a picture', 'png', Buffer.from('<html><script>')],
    ['an archive named as a Word document', 'docx', zip],
    ['a Word document named as a sheet', 'xlsx', docx],
    ['a locked Word document', 'docx', cfb],
    ['an archive named as OFD', 'ofd', zip],
    ['nothing but zeros', 'pdf', Buffer.alloc(100)],
  ])('%s is refused', async (_, kind, bytes) => {
    expect(await verdict(kind, bytes)).toBe('file.lies')
  })
})

describe('an archive', () => {
  it('that would unpack to a thousand times its size is refused by what its directory says', async () => {
    expect(await verdict('zip', zipOf([{ name: 'zeros', content: 'x', claims: 3_000_000_000 }]))).toBe('file.bomb')
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `${i}`, content: 'x', claims: 4_000_000 }))
    expect(await verdict('zip', zipOf(many))).toBe('file.bomb')
  })

  it('with more entries than anybody packs is refused', async () => {
    const entries = Array.from({ length: 10_001 }, (_, i) => ({ name: String(i) }))
    expect(await verdict('zip', zipOf(entries))).toBe('file.bomb')
  })

  it('may be a small file of highly regular drawings', async () => {
    expect(await verdict('zip', zipOf([{ name: '方格.dwg', content: 'x', claims: 1_000_000 }]))).toBe('taken')
  })

  it('that is locked, or whose end is missing, cannot be looked into and is refused', async () => {
    expect(await verdict('zip', zipOf([{ name: '密.pdf', content: 'x', locked: true }]))).toBe('file.locked')
    expect(await verdict('zip', zip.subarray(0, -10))).toBe('file.locked')
    const lost = Buffer.from(zip)
    lost.writeUInt32LE(0xff_ff_ff, lost.length - 6)
    expect(await verdict('zip', lost)).toBe('file.locked')
  })
})
