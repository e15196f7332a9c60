import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const lock = (version: string, libc?: readonly string[]) =>
  JSON.stringify({ packages: { 'node_modules/yaml': { version, integrity: `sha512-${version}`, libc } } })

const installsNode = 'mkdir -p node_modules/node/bin && touch node_modules/node/bin/node'

describe('the first command after a clone', () => {
  let checkout: string
  const inCheckout = (...path: readonly string[]) => join(checkout, ...path)

  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'kaigong-install-'))
    cpSync(join(import.meta.dirname, 'install.mjs'), inCheckout('scripts', 'install.mjs'))
    writeFileSync(inCheckout('package-lock.json'), lock('2.9.1', ['glibc']))
    mkdirSync(inCheckout('machine'))
  })
  afterEach(() => rmSync(checkout, { recursive: true }))

  /** Runs the installation with an npm that does nothing but `does`. */
  function install(does: string) {
    writeFileSync(inCheckout('machine', 'npm'), `#!/bin/sh\n${does}\n`, { mode: 0o755 })
    const script = `import { installedNode } from './scripts/install.mjs'\nconsole.log(installedNode())`
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: checkout,
      encoding: 'utf8',
      env: { ...process.env, PATH: [inCheckout('machine'), process.env.PATH].join(delimiter) },
    })
    return { status, stdout, stderr }
  }

  it('installs, says so in both languages and finds the Node that came along', () => {
    const { status, stdout, stderr } = install(`${installsNode}; echo "npm $1"`)
    expect(status).toBe(0)
    expect(stdout.trim()).toMatch(/node_modules.node.bin.node$/)
    expect(stderr).toMatch(/^正在安装.*\nInstalling the packages.*\nnpm install\n$/)
  })

  it('is silent the second time, until the lock file changes', () => {
    install(installsNode)
    expect(install('echo again')).toMatchObject({ status: 0, stderr: '' })
    writeFileSync(inCheckout('package-lock.json'), lock('2.9.2'))
    expect(install('echo again').stderr).toContain('again')
  })

  it('fails when npm installs another version than the lock file names, and leaves the change to be seen', () => {
    const { status, stderr } = install(`${installsNode}; echo '${lock('3.0.0')}' > package-lock.json`)
    expect(status).toBe(1)
    expect(stderr).toContain('安装改动了 package-lock.json')
    expect(stderr).toContain('Installing changed package-lock.json')
    expect(readFileSync(inCheckout('package-lock.json'), 'utf8')).toContain('3.0.0')
  })

  it('keeps the lock file as it was when an older npm drops a field that it does not know', () => {
    expect(install(`${installsNode}; echo '${lock('2.9.1')}' > package-lock.json`).status).toBe(0)
    expect(readFileSync(inCheckout('package-lock.json'), 'utf8')).toBe(lock('2.9.1', ['glibc']))
  })

  it('says what to do when npm fails, and does not take what npm left for an installation', () => {
    install(installsNode)
    writeFileSync(inCheckout('package-lock.json'), lock('2.9.2'))
    const { status, stderr } = install('exit 1')
    expect(status).toBe(1)
    expect(stderr).toContain('软件包安装失败')
    expect(stderr).toContain('Check the network')
    writeFileSync(inCheckout('package-lock.json'), lock('2.9.1', ['glibc']))
    expect(install('echo again').stderr).toContain('again')
    expect(existsSync(inCheckout('node_modules', '.cache', 'kaigong'))).toBe(true)
  })
})
