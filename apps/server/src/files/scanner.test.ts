import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fakeScanner } from './scanner.fixture.ts'
import { clamScanner } from './scanner.ts'

let folder: string
let file: string
const content = Buffer.alloc(700_000, '材料')
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaigong-scanner-'))
  file = join(folder, 'file')
  writeFileSync(file, content)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a virus scanner', () => {
  it('hears the whole file, in chunks, and what it calls clean is clean', async () => {
    const scanner = await fakeScanner()
    expect(await clamScanner('127.0.0.1', scanner.port)(file)).toEqual({ clean: true })
    expect(scanner.heard.map((bytes) => bytes.equals(content))).toEqual([true])
    await scanner.close()
  })

  it('names the virus that it finds', async () => {
    const scanner = await fakeScanner()
    const infected = join(folder, 'infected')
    writeFileSync(infected, 'EICAR')
    expect(await clamScanner('127.0.0.1', scanner.port)(infected)).toEqual({ virus: 'Eicar-Test-Signature' })
    await scanner.close()
  })

  it.each([
    ['that finds the file too large', 'INSTREAM size limit exceeded. ERROR\0'],
    ['that is no scanner', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['that hangs up in the middle of its answer', 'stream: OK'],
    ['that says nothing', ''],
  ])('%s has not called the file clean', async (_, answer) => {
    const scanner = await fakeScanner(answer)
    expect(await clamScanner('127.0.0.1', scanner.port)(file)).toHaveProperty('unanswered')
    await scanner.close()
  })

  it('that is not there has not called the file clean', async () => {
    const scanner = await fakeScanner()
    await scanner.close()
    expect(await clamScanner('127.0.0.1', scanner.port)(file)).toHaveProperty('unanswered')
  })
})
