import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installedNode, root } from './install.mjs'

const example = join('examples', 'battery-plant-4.1.yaml')

try {
  const command = [join('apps', 'cli', 'bin', 'kaigong.mjs'), 'plan', example, ...process.argv.slice(2)]
  const { status } = spawnSync(installedNode(), command, { cwd: root, stdio: 'inherit' })
  process.exitCode = status ?? 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
