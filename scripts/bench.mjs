import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from './buildWeb.mjs'
import { installedChromium } from './chromium.mjs'
import { installedNode, root } from './install.mjs'

// Every file of bench/src is a measurement of its own; each runs in a fresh process, so that none warms up the next.
try {
  const node = installedNode()
  buildWeb()
  const env = { ...process.env, KAIGONG_CHROMIUM: installedChromium() }
  const measurements = readdirSync(join(root, 'bench', 'src')).filter((name) => /^[^.]+\.ts$/.test(name))
  for (const name of measurements.sort()) {
    console.log(`\n── ${name.replace('.ts', '')} ──`)
    const { status } = spawnSync(node, [join('bench', 'src', name)], { cwd: root, stdio: 'inherit', env })
    if (status !== 0) process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
