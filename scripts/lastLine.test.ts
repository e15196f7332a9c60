import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const passes = ''
const fails = 'process.exitCode = 1'

/** A vitest that reports these counts and then does what `ends` says. */
const reports = (counts: object, ends: string) => `
const file = process.argv.find((argument) => argument.startsWith('--outputFile.json=')).split('=')[1]
require('node:fs').writeFileSync(file, '${JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...counts })}')
${ends}
`
const unloaded = { status: 'failed', assertionResults: [] }

describe('the last line of npm test', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'kaigong-test-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(checkout, file)), { recursive: true })
    writeFileSync(join(checkout, file), text)
  }

  beforeAll(() => {
    for (const script of ['install.mjs', 'test.mjs']) {
      cpSync(join(import.meta.dirname, script), join(checkout, 'scripts', script))
    }
    write('package-lock.json', '{}')
    write('node_modules/.cache/kaigong/package-lock.sha256', createHash('sha256').update('{}').digest('hex'))
    mkdirSync(join(checkout, 'node_modules/node/bin'), { recursive: true })
    symlinkSync(process.execPath, join(checkout, 'node_modules/node/bin/node'))
  })
  afterAll(() => rmSync(checkout, { recursive: true }))

  /** Runs scripts/test.mjs where the checkers are these programs. */
  function test({ biome = passes, tsc = passes, knip = passes, catalogue = passes, vitest = passes }) {
    write('node_modules/@biomejs/biome/bin/biome', biome)
    write('node_modules/typescript/bin/tsc', tsc)
    write('node_modules/knip/bin/knip.js', knip)
    write('apps/cli/bin/kaigong.mjs', catalogue)
    write('scripts/buildWeb.mjs', '')
    write(
      'node_modules/vitest/vitest.mjs',
      `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n${vitest}`,
    )
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, 'scripts/test.mjs')], {
      encoding: 'utf8',
    })
    return { status, lastLine: stdout.trimEnd().split('\n').at(-1), stderr }
  }

  it('counts what passed', () => {
    expect(test({ vitest: reports({ numPassedTests: 52 }, passes) })).toEqual({
      status: 0,
      lastLine: '52 passed, 0 failed',
      stderr: '',
    })
  })

  it('counts what was skipped and what is still to be written', () => {
    const counts = { numPassedTests: 50, numPendingTests: 2, numTodoTests: 1 }
    expect(test({ vitest: reports(counts, passes) }).lastLine).toBe('50 passed, 0 failed, 3 skipped')
  })

  it('counts what failed', () => {
    const counts = { numPassedTests: 50, numFailedTests: 2 }
    expect(test({ vitest: reports(counts, fails) })).toMatchObject({ status: 1, lastLine: '50 passed, 2 failed' })
  })

  it('counts a test file that cannot be loaded, and an error that belongs to no test, as failures', () => {
    const counts = { numPassedTests: 50, numFailedTests: 2, testResults: [unloaded] }
    expect(test({ vitest: reports(counts, fails) }).lastLine).toBe('50 passed, 3 failed')
    expect(test({ vitest: reports({ numPassedTests: 52 }, fails) }).lastLine).toBe('52 passed, 1 failed')
  })

  it.each(['biome', 'tsc', 'knip', 'catalogue', 'vitest'])('is a failure when %s ends before any test ran', (name) => {
    const { status, lastLine, stderr } = test({ [name]: fails })
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: '0 passed, 1 failed' })
    expect(stderr).toMatch(/未通过 failed: .+\n.+/)
  })
})
