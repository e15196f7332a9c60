import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, installedNode, root } from './install.mjs'

const built = join(root, 'apps', 'web', 'dist', 'index.html')
const builtFrom = join(cache, 'web.sha256')

/** What the built web was made from: its own sources, those of the contract, and the versions of all packages. */
function sourcesHash() {
  const hash = createHash('sha256')
  const files = [
    'apps/web/{src,public}/**/*.*',
    'apps/web/*.{ts,html,json}',
    'packages/contract/src/**/*.ts',
    'package-lock.json',
  ]
  for (const file of files.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * Builds the web where there is none or its sources have changed.
 * @param {string} node
 * @throws {Error} in Chinese and English, when the build failed.
 */
function buildWeb(node) {
  const hash = sourcesHash()
  if (existsSync(built) && existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === hash) return
  console.error(
    '正在生成网页（首次或源码有变时）…\nBuilding the web (the first time, and when its sources have changed) …',
  )
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(node, [vite, 'build', '--logLevel=error'], {
    cwd: join(root, 'apps', 'web'),
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('网页生成失败，原因见上。\nThe web could not be built; the reason stands above.')
  mkdirSync(cache, { recursive: true })
  writeFileSync(builtFrom, hash)
}

try {
  const node = installedNode()
  if (Number.parseInt(process.versions.node, 10) < 26) {
    // This file itself wants Node 26 (glob); the checkout's own takes over.
    const { status } = spawnSync(node, [process.argv[1] ?? '', ...process.argv.slice(2)], {
      cwd: root,
      stdio: 'inherit',
    })
    process.exitCode = status ?? 1
  } else {
    buildWeb(node)
    const demo = process.argv.includes('--demo') ? [] : ['--demo', 'yes']
    const server = spawn(
      node,
      [join('apps', 'cli', 'bin', 'kaigong.mjs'), 'serve', ...demo, ...process.argv.slice(2)],
      { cwd: root, stdio: 'inherit' },
    )
    // The terminal sends Ctrl+C to both; the server ends in its own time, and this one with it.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => signal === 'SIGINT' || server.kill(signal))
    server.on('exit', (code) => {
      process.exitCode = code ?? 1
    })
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
