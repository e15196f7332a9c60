import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { codes } from './violation.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

it('the lines of the README run as they stand there and print what it says', () => {
  const block = (language: string) => readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? ''
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-'], {
    cwd: join(import.meta.dirname, '../../..'),
    input: block('ts'),
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(stdout).toBe(block('text'))
  expect(stdout).not.toBe('')
})

it('the README says of every code which question it answers', () => {
  const patterns = [...readme.matchAll(/`([a-zA-Z]+|\*)\.([a-zA-Z]+|\*)`/g)].map(([, area, what]) => [area, what])
  const told = (code: string) => {
    const [area, what] = code.split('.')
    return patterns.some(([a, w]) => (a === '*' || a === area) && (w === '*' || w === what))
  }
  expect(codes.filter((code) => !told(code))).toEqual([])
})
