import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installedChromium } from './chromium.mjs'
import { installedNode, root } from './install.mjs'

// The product in a real browser takes minutes and the machine's Chromium: a command of its own, beside `npm test`.
try {
  const node = installedNode()
  const chromium = installedChromium()
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, KAIGONG_CHROMIUM: chromium } })
      .status ?? 1
  process.exitCode = run(join('scripts', 'buildWeb.mjs')) || run(join('node_modules', 'vitest', 'vitest.mjs'), 'run')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
