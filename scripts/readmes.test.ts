import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const checkout = join(import.meta.dirname, '..')

/** What a README leaves to its reader: of `export`, a plan and the weeks of its district. */
const given: Readonly<Record<string, string>> = {
  export: `
    import { richPlan as plan } from './packages/export/src/fixture.ts'
    import { jintanWeeks as weeks } from './packages/export/src/mspdi/fixture.ts'
  `,
}

it.each(['calendar', 'casework', 'catalogue', 'checker', 'contract', 'export', 'planner'])(
  'the lines of the README of %s run as they stand there and print what it says',
  (name) => {
    const readme = readFileSync(join(checkout, 'packages', name, 'README.md'), 'utf8')
    const block = (language: string) => readme.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? ''
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-'], {
      cwd: checkout,
      input: `${given[name] ?? ''}${block('ts')}`,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toBe(block('text'))
    expect(stdout).not.toBe('')
  },
)
