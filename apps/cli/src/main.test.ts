import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { batteryPlant, pipe } from './asked.fixture.ts'
import { run } from './run.ts'

const bin = fileURLToPath(new URL('../bin/kaigong.mjs', import.meta.url))
const kaigong = (...argv: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [bin, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
  })

describe('the program itself', () => {
  it('prints a plan on standard output and ends with 0', () => {
    const { status, stdout, stderr } = kaigong('plan', batteryPlant)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^审批方案/)
    expect(stdout).not.toContain('\u001b[')
  })

  it('ends with 1 for a date that cannot be met', () => {
    expect(kaigong('plan', batteryPlant, '--land-day', '2022-07-15').status).toBe(1)
  })

  it('ends with 2 and one sentence on standard error for a file that is not there', () => {
    expect(kaigong('plan', 'missing.yaml', '--lang', 'en')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'missing.yaml:1:1: there is no such file; check the path\n',
    })
  })

  it('ends quietly when the reader has seen enough', async () => {
    const reading = spawn(process.execPath, [bin, 'catalogue', 'show', 'edges', '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: string[] = []
    reading.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
    await once(reading.stdout, 'data')
    reading.stdout.destroy()
    const [code] = await once(reading, 'exit')
    expect({ code, said }).toEqual({ code: 0, said: [] })
  })
})

describe('an error that nobody foresaw', () => {
  const broken = {
    ...pipe,
    get columns(): number {
      throw new Error('no columns\nsecond line')
    },
  }

  it('is told as a bug, in one line and without a stack', async () => {
    const { exit, out, err = '' } = await run(['plan', '--help', '--lang', 'en'], broken)
    expect({ exit, out }).toEqual({ exit: 2, out: undefined })
    expect(err).toMatch(/^The program itself failed, which is a bug; please report it: no columns \([^\n]*\)\n$/)
  })

  it('shows its stack to who asks for it', async () => {
    const { err } = await run(['plan', '--help', '--lang', 'en'], { ...pipe, debug: true, paint: () => thrown() })
    expect(err).toMatch(/Error: no paint\n {4}at /)
  })
})

function thrown(): never {
  throw new Error('no paint')
}
