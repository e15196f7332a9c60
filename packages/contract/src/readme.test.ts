import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('the lines of the README run as they stand there and print what it says', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
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
