import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { asked, folder } from '../asked.fixture.ts'
import { ownCatalogue } from '../ground/loadCatalogue.ts'
import { schemaFiles } from './schemaFiles.ts'

const here = folder()
afterAll(here.remove)

const filesIn = (path: string) =>
  Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, readFileSync(join(path, name), 'utf8')]),
  )

describe('JSON Schemas', () => {
  it('in catalogue/schema are those of today: else run `kaigong catalogue schema`', async () => {
    const schemas = Object.fromEntries([...(await schemaFiles())].sort())
    expect(filesIn(join(ownCatalogue, 'schema'))).toEqual(schemas)
  })

  it('are named at the head of every file of the catalogue and every example', () => {
    const yamls = [ownCatalogue, join(ownCatalogue, '../examples')].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => join(root, name)),
    )
    const pointsAt = (file: string) => /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(file, 'utf8'))?.[1]
    const schemas = readdirSync(join(ownCatalogue, 'schema')).map((name) => join(ownCatalogue, 'schema', name))
    expect(yamls.length).toBeGreaterThan(100)
    expect(yamls.filter((file) => !schemas.includes(join(file, '..', pointsAt(file) ?? '')))).toEqual([])
  })

  it('are written beside a catalogue of one’s own, whether it has had any or not', async () => {
    const copy = here.at('copy')
    cpSync(ownCatalogue, copy, { recursive: true })
    rmSync(join(copy, 'schema'), { recursive: true })
    const { exit, out } = await asked(['catalogue', 'schema', copy, '--lang', 'en'])
    expect({ exit, out }).toEqual({ exit: 0, out: `18 JSON Schemas written to ${copy}/schema\n` })
    expect(filesIn(join(copy, 'schema'))).toEqual(filesIn(join(ownCatalogue, 'schema')))
  })
})
