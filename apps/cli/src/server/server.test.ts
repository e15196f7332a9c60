import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked } from '../asked.fixture.ts'

const bin = fileURLToPath(new URL('../../bin/kaigong.mjs', import.meta.url))
let state: string
let environment: Readonly<Record<string, string>>
beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'kaigong-cli-server-'))
  environment = {
    KAIGONG_STATE: state,
    KAIGONG_PORT: '0',
    KAIGONG_DISTRICTS: '320413',
    KAIGONG_LOG_LEVEL: 'error',
    KAIGONG_WORKERS: '1',
  }
})
afterAll(() => rmSync(state, { recursive: true, force: true }))

describe('a setting that is wrong', () => {
  it.each(['serve', 'migrate', 'verify'])('is told by kaigong %s, each in one line, with exit 2', async (command) => {
    const wrong = { KAIGONG_DEMO: 'maybe', KAIGONG_LOG_LEVEL: 'loud' }
    const { exit, out, err } = await asked([command], { environment: wrong })
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('KAIGONG_LOG_LEVEL“loud”'),
      expect.stringContaining('KAIGONG_DEMO“maybe”'),
    ])
    expect((await asked([command, '--lang', 'en'], { environment: wrong })).err).toContain('must be true or false')
  })

  it('on the command line is told too', async () => {
    expect((await asked(['serve', '--port', '70000'])).err).toContain('KAIGONG_PORT“70000”')
  })

  it('that names a database nobody answers at is one sentence, and no bug', async () => {
    const away = { ...environment, DATABASE_URL: 'postgres://owner:geheim@127.0.0.1:1/none' }
    for (const command of ['serve', 'migrate', 'verify']) {
      const { exit, err } = await asked([command], { environment: away })
      expect([command, exit, err]).toEqual([command, 2, expect.stringMatching(/^连不上数据库：.*\n$/)])
      expect(err).not.toContain('geheim')
    }
  })
})

describe('the server', { timeout: 60_000 }, () => {
  it('says where it is, stops when it is told to with exit 0, and leaves a trail that is whole', async () => {
    const child = spawn(process.execPath, [bin, 'serve', '--lang', 'en'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    for await (const part of child.stdout) {
      said += String(part)
      if (said.includes('Ctrl+C')) break
    }
    expect(said).toMatch(/Sign in as admin-320413 with the one-time password \S{20} /)
    expect(said).toMatch(/Kaigong is ready: http:\/\/127\.0\.0\.1:\d+\n/)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])

    expect(await asked(['migrate'], { environment })).toMatchObject({ exit: 0, out: '数据库结构已是最新。\n' })
    const { exit, out } = await asked(['verify', '--lang', 'en'], { environment })
    expect({ exit, out }).toEqual({
      exit: 0,
      out: expect.stringMatching(
        /^Walked [1-9]\d* events in [1-9]\d* streams and 0 checkpoints: whole, nothing altered\.\n$/,
      ),
    })
  })
})
