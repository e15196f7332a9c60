import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const builds = `
import { mkdirSync, writeFileSync } from 'node:fs'
console.error('building')
mkdirSync('dist/assets', { recursive: true })
writeFileSync('dist/index.html', '<html>')
writeFileSync('dist/assets/page-1a2b.js', 'export {}')
`
const serves = `console.log(process.argv.slice(2).join(' '))`

describe('npm start', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'kaigong-start-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(checkout, file)), { recursive: true })
    writeFileSync(join(checkout, file), text)
  }
  beforeAll(() => {
    for (const script of ['install.mjs', 'buildWeb.mjs', 'start.mjs'])
      cpSync(join(import.meta.dirname, script), join(checkout, 'scripts', script))
    write('package-lock.json', '{}')
    write('node_modules/.cache/kaigong/package-lock.sha256', createHash('sha256').update('{}').digest('hex'))
    mkdirSync(join(checkout, 'node_modules/node/bin'), { recursive: true })
    symlinkSync(process.execPath, join(checkout, 'node_modules/node/bin/node'))
    write('node_modules/vite/bin/vite.js', builds)
    write('node_modules/vite/package.json', '{"type":"module"}')
    write('apps/web/src/main.tsx', 'one')
    write('apps/cli/bin/kaigong.mjs', serves)
  })
  afterAll(() => rmSync(checkout, { recursive: true }))

  const start = (...argv: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, 'scripts/start.mjs'), ...argv], {
      encoding: 'utf8',
    })
    return { status, stdout: stdout.trim(), stderr }
  }

  it('builds the web, compresses it, and serves the demonstration', () => {
    const { status, stdout, stderr } = start()
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'serve --demo yes' })
    expect(stderr).toMatch(/正在生成网页.*\nBuilding the web.*\nbuilding\n$/)
    expect(existsSync(join(checkout, 'apps/web/dist/assets/page-1a2b.js.gz'))).toBe(true)
  })

  it('builds again only when something that the web is made of has changed, and hands options on', () => {
    expect(start('--port', '9000')).toEqual({ status: 0, stdout: 'serve --demo yes --port 9000', stderr: '' })
    write('apps/web/src/main.tsx', 'two')
    expect(start('--demo', 'no')).toMatchObject({
      stdout: 'serve --demo no',
      stderr: expect.stringContaining('building'),
    })
  })

  it('says so when the web cannot be built, and serves nothing', () => {
    write('apps/web/src/main.tsx', 'three')
    write('node_modules/vite/bin/vite.js', 'process.exitCode = 1')
    expect(start()).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('The web could not be built'),
    })
    write('node_modules/vite/bin/vite.js', builds)
    start()
  })

  it('stops the server with itself, and ends as the server ends', async () => {
    write(
      'apps/cli/bin/kaigong.mjs',
      `process.on('SIGTERM', () => process.exit(7)); console.log('up'); setInterval(() => {}, 1000)`,
    )
    const child = spawn(process.execPath, [join(checkout, 'scripts/start.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([7, null])
  })
})
