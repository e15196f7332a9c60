import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installedNode, root } from './install.mjs'

// The product in a real browser takes minutes and the machine's Chromium: a command of its own, beside `npm test`.
try {
  const node = installedNode()
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, KAIGONG_E2E: 'true' } }).status ?? 1
  process.exitCode = run(join('scripts', 'buildWeb.mjs')) || run(join('node_modules', 'vitest', 'vitest.mjs'), 'run')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
