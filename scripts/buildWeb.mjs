import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { cache, root } from './install.mjs'

const dist = join(root, 'apps', 'web', 'dist')
const built = join(dist, 'index.html')
const builtFrom = join(cache, 'web.sha256')

/** What the built web was made from: its own sources, those of the contract, and the versions of all packages. */
function sourcesHash() {
  const hash = createHash('sha256')
  const sources = [
    'apps/web/{src,public}/**/*.*',
    'apps/web/*.{ts,html,json}',
    'packages/contract/src/**/*.ts',
    'package-lock.json',
  ]
  for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
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
 * @throws {Error} in Chinese and English, when the build failed.
 */
export function buildWeb() {
  const hash = sourcesHash()
  if (existsSync(built) && existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === hash) return
  console.error(
    '正在生成网页（首次或源码有变时）…\nBuilding the web (the first time, and when its sources have changed) …',
  )
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel=error'], {
    cwd: join(root, 'apps', 'web'),
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('网页生成失败，原因见上。\nThe web could not be built; the reason stands above.')
  // Compressed once here, so that no request waits for it: a third of the bytes on an office's line.
  for (const file of globSync('assets/*.{js,css,svg}', { cwd: dist })) {
    writeFileSync(join(dist, `${file}.gz`), gzipSync(readFileSync(join(dist, file)), { level: 9 }))
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(builtFrom, hash)
}

if (import.meta.main) {
  try {
    buildWeb()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
