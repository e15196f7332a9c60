import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { folder } from '../asked.fixture.ts'
import { catalogueFiles, hashOf } from './catalogueFiles.ts'
import { checkedBefore } from './checkedBefore.ts'
import { ownCatalogue } from './loadCatalogue.ts'
import { readText, reason } from './readText.ts'
import { writeFile } from './writeFile.ts'

const here = folder()
afterAll(here.remove)

describe('reading a text', () => {
  it('takes UTF-8 with and without a byte order mark', () => {
    const marked = here.file('marked.yaml', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('区: 金坛')]))
    expect(readText(marked, 'marked.yaml')).toEqual({ file: { path: 'marked.yaml', text: '区: 金坛' } })
  })

  it('does not take a replacement character that somebody wrote for a broken one', () => {
    expect(readText(here.file('own.yaml', 'a: \ufffd'), 'own.yaml')).toEqual({
      file: { path: 'own.yaml', text: 'a: \ufffd' },
    })
  })

  it.each(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'ENOSPC', 'EROFS', 'ENAMETOOLONG'])(
    'says what %s means and what to do',
    (code) => {
      const [zh, en] = reason(Object.assign(new Error('raw'), { code }))
      expect(zh).not.toContain('raw')
      expect(en).not.toContain('raw')
    },
  )
})

describe('writing a file', () => {
  it('replaces the old one whole and leaves nothing beside it', () => {
    const path = here.file('plan.json', 'before, and rather longer')
    expect(writeFile(path, 'after')).toBeUndefined()
    expect(readFileSync(path, 'utf8')).toBe('after')
    expect(readdirSync(here.path).filter((name) => name.includes('.part'))).toEqual([])
  })
})

describe('the hash of a catalogue', () => {
  const found = catalogueFiles(ownCatalogue)
  const files = 'files' in found ? found.files : []

  it('changes with every text and every name, and with nothing else', () => {
    expect(files.length).toBeGreaterThan(90)
    const changed = files.map((file, i) => (i === 7 ? { ...file, text: `${file.text} ` } : file))
    const renamed = files.map((file, i) => (i === 7 ? { ...file, path: `${file.path}x` } : file))
    expect(new Set([files, changed, renamed].map(hashOf)).size).toBe(3)
    expect(hashOf(structuredClone(files))).toBe(hashOf(files))
  })
})

describe('what was checked before', () => {
  const hash = hashOf([{ path: 'test', text: here.path }])

  it('is not checked again, and is what it was', async () => {
    const read = { times: 0 }
    const once = () => checkedBefore('projects', hash, async () => ({ name: '开工', times: ++read.times }))
    expect([await once(), await once()]).toEqual([
      { name: '开工', times: 1 },
      { name: '开工', times: 1 },
    ])
  })

  it('is checked again as long as it has faults', async () => {
    const read = { times: 0 }
    const fault = { file: 'x', line: 1, column: 1, message: { zh: '错', en: 'wrong' } }
    const twice = () =>
      checkedBefore('projects', hashOf([{ path: 'faulty', text: here.path }]), async () => {
        read.times++
        return { faults: [fault] }
      })
    await twice()
    await twice()
    expect(read.times).toBe(2)
  })
})
