import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const command = `
export async function main(argv: string[]): Promise<number> {
  console.log(JSON.stringify(argv))
  if (argv[0] === 'wait') await new Promise((done) => setTimeout(done, 60_000))
  return argv[0] === 'refuse' ? 1 : 0
}
`
// The first process takes itself for Node 20; the one it starts knows nothing of this.
const asNode20 = ['--import', `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.0.0'})`]

describe('npx kaigong from a checkout', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'kaigong-bin-'))
  const launcher = join(checkout, 'apps/cli/bin/kaigong.mjs')
  const bundled = join(checkout, 'node_modules/node/bin')

  beforeAll(() => {
    cpSync(join(import.meta.dirname, 'kaigong.mjs'), launcher)
    cpSync(join(import.meta.dirname, '../package.json'), join(checkout, 'apps/cli/package.json'))
    mkdirSync(join(checkout, 'apps/cli/src'), { recursive: true })
    writeFileSync(join(checkout, 'apps/cli/src/main.ts'), command)
    mkdirSync(bundled, { recursive: true })
    symlinkSync(process.execPath, join(bundled, 'node'))
  })
  afterAll(() => rmSync(checkout, { recursive: true }))

  const kaigong = (options: readonly string[], ...argv: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [...options, launcher, ...argv], { encoding: 'utf8' })

  it.each([
    { node: 'Node 26', options: [] },
    { node: 'an older Node', options: asNode20 },
  ])('hands arguments in and the exit code out under $node', ({ options }) => {
    expect(kaigong(options, 'refuse', '--why', '无锡 电池')).toMatchObject({
      status: 1,
      stdout: '["refuse","--why","无锡 电池"]\n',
      stderr: '',
    })
  })

  it('ends with its child when a signal ends it under an older Node', async () => {
    const waiting = spawn(process.execPath, [...asNode20, launcher, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(waiting.stdout, 'data')
    waiting.kill('SIGTERM')
    const closed = once(waiting.stdout, 'close')
    expect(await once(waiting, 'exit')).toEqual([null, 'SIGTERM'])
    await closed
  })

  it('says what to do when the checkout has no Node 26', () => {
    rmSync(join(bundled, 'node'))
    const { status, stderr } = kaigong(asNode20, 'plan')
    expect(status).toBe(2)
    expect(stderr).toContain('请在检出目录执行 npm install')
    expect(stderr).toContain('Run npm install in the checkout')
  })
})
