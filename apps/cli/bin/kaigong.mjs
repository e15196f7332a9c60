#!/usr/bin/env node
import module from 'node:module'

// Plain JavaScript for any Node from 20 on: it finds the Node 26 of the checkout, which runs the TypeScript as it is.
if (Number.parseInt(process.versions.node, 10) < 26) {
  await runUnderNode26()
} else {
  rememberCompiledCode()
  const { main } = await import('../src/main.ts')
  process.exitCode = await main(process.argv.slice(2))
}

/** Runs this file again under the checkout's own Node; what that one gets, says and returns is what this one does. */
async function runUnderNode26() {
  const node = pathOfNode26()
  if (node === undefined) return sayThatNode26IsMissing()
  const { spawn } = await import('node:child_process')
  // Not spawnSync: it is no quicker (195 ms to the first line either way), dies of a signal and leaves the child behind.
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', sayThatNode26IsMissing)
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1
      return
    }
    for (const handled of signals) process.removeAllListeners(handled)
    process.kill(process.pid, signal)
  })
}

function sayThatNode26IsMissing() {
  console.error(
    '缺少可用的 Node 26：本程序由检出目录自带的 Node 26 运行。请在检出目录执行 npm install，然后重试。\n' +
      'No Node 26 that runs here: this program needs the one that the checkout brings along. Run npm install in the checkout and try again.',
  )
  process.exitCode = 2
}

/** @returns {string | undefined} */
function pathOfNode26() {
  try {
    return module.createRequire(import.meta.url).resolve('node/bin/node')
  } catch {
    return undefined
  }
}

/** The second start is quicker: the stripped and compiled TypeScript is kept beside the packages, or where the OS keeps such things. */
function rememberCompiledCode() {
  const kept = module.enableCompileCache(`${import.meta.dirname}/../../../node_modules/.cache/kaigong/compiled`)
  if (kept.status === module.constants.compileCacheStatus.FAILED) module.enableCompileCache()
}
