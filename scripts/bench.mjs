import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb } from './buildWeb.mjs'
import { installedChromium } from './chromium.mjs'
import { installedNode, root } from './install.mjs'

// Every file of bench/src is a measurement of its own; each runs in a fresh process, so that none warms up the next.
// A name runs one alone, and hands on what stands after it.
try {
  const node = installedNode()
  const measurements = readdirSync(join(root, 'bench', 'src')).filter((name) => /^[^.]+\.ts$/.test(name))
  const [only, ...options] = process.argv.slice(2)
  const wanted = measurements.filter((name) => only === undefined || name === `${only}.ts`)
  if (wanted.length === 0) throw new Error(`没有这项测量 there is no such measurement: ${only}`)
  for (const name of wanted.sort()) {
    console.log(`\n── ${name.replace('.ts', '')} ──`)
    if (!run(node, name, options)) process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/**
 * Whether a measurement came to its end. Only that of the web needs the built web and a browser.
 * @param {string} node @param {string} name @param {string[]} options
 */
function run(node, name, options) {
  try {
    const env = { ...process.env }
    if (name === 'web.ts') {
      buildWeb()
      env.KAIGONG_CHROMIUM = installedChromium()
    }
    return spawnSync(node, [join('bench', 'src', name), ...options], { cwd: root, stdio: 'inherit', env }).status === 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return false
  }
}
