import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const packages = ['chromium', 'fonts-noto-cjk']

/**
 * The path of the machine's own browser; where there is none and we may, Debian's is installed, with the fonts that Chinese needs.
 * @returns {string}
 * @throws {Error} with a sentence in Chinese and English, when there is none and none can be had.
 */
export function installedChromium() {
  const found = place() ?? (mayInstall() && install() ? place() : undefined)
  if (found !== undefined) return found
  throw new Error(
    `没有 Chromium：请以 root 执行 apt-get install ${packages.join(' ')}，再运行同一命令。\n` +
      `No Chromium: run apt-get install ${packages.join(' ')} as root, then the same command again.`,
  )
}

const place = () => places.find((path) => existsSync(path))

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function install() {
  console.error('正在安装 Chromium 和中文字体…\nInstalling Chromium and Chinese fonts …')
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', process.stderr.fd, process.stderr.fd],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return run('update', '-q') && run('install', '-q', '-y', '--no-install-recommends', ...packages)
}
