import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './given/law.ts'

const RUNS = 11
const command = [join(root, 'apps/cli/bin/kaigong.mjs'), 'plan', join(root, 'examples/battery-plant-4.1.yaml')]

/** Measures `kaigong plan` from nothing to the last line, as a process of its own, the catalogue's cache filled by a first run. */
function run(): void {
  const once = () => {
    const begun = performance.now()
    const { status } = spawnSync(process.execPath, command, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`kaigong plan ended with ${status}`)
    return performance.now() - begun
  }
  once()
  const times = Array.from({ length: RUNS }, once).sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.round(share * (RUNS - 1))]!)
  console.log(`kaigong plan, cold: median ${at(0.5)} ms, from ${at(0)} to ${at(1)} (${RUNS} runs)`)
}

run()
