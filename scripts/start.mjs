import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installedNode, root } from './install.mjs'

try {
  // Whatever Node npm runs under: the checkout's own does the work.
  const node = installedNode()
  const built = spawnSync(node, [join('scripts', 'buildWeb.mjs')], { cwd: root, stdio: 'inherit' })
  if (built.status === 0) serve(node, process.argv.slice(2))
  else process.exitCode = built.status ?? 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/**
 * Runs the server until it ends; a demonstration unless the arguments say otherwise.
 * @param {string} node
 * @param {readonly string[]} args
 */
function serve(node, args) {
  const demo = args.includes('--demo') ? [] : ['--demo', 'yes']
  const command = [join('apps', 'cli', 'bin', 'kaigong.mjs'), 'serve', ...demo, ...args]
  const server = spawn(node, command, { cwd: root, stdio: 'inherit' })
  // A terminal sends Ctrl+C to both: the server ends in its own time, and this process with it.
  process.on('SIGINT', () => undefined)
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
