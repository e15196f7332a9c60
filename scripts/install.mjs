import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout: every path of the scripts starts here, whatever the working directory. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** What the scripts leave behind: the hash of the installed lock file, the test report, compiled code. */
export const cache = join(root, 'node_modules', '.cache', 'kaigong')

const lockFile = join(root, 'package-lock.json')
const installedHash = join(cache, 'package-lock.sha256')
const bundledNode = join(root, 'node_modules', 'node', 'bin', 'node')

/**
 * Makes node_modules match package-lock.json and returns the path of the Node 26 that stands there.
 * Does nothing, and says nothing, when they match already. What it says goes to standard error.
 * @returns {string}
 * @throws {Error} with a sentence in Chinese and English, when the installation failed or changed the lock file.
 */
export function installedNode() {
  const lock = readFileSync(lockFile, 'utf8')
  if (existsSync(bundledNode) && existsSync(installedHash) && readFileSync(installedHash, 'utf8') === hash(lock)) {
    return bundledNode
  }
  console.error(
    '正在安装所需软件包（首次约一分钟）…\nInstalling the packages that are missing (about a minute the first time) …',
  )
  // An installation that breaks off, or changes the lock file, must not pass for the one noted before.
  rmSync(installedHash, { force: true })
  // `npm ci` refuses a correct lock file where builds for other platforms are missing, hence `install` and a comparison.
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: pathOfTheMachine() },
    stdio: ['inherit', process.stderr.fd, process.stderr.fd],
  })
  if (status !== 0 || !existsSync(bundledNode)) {
    throw new Error(
      '软件包安装失败，原因见上。请检查网络和 npm 设置（需要 Node 20 及以上），然后重新运行同一命令。\n' +
        'Installing the packages failed; the reason stands above. Check the network and the settings of npm (Node 20 or newer is needed), then run the same command again.',
    )
  }
  if (namedIn(readFileSync(lockFile, 'utf8')) !== namedIn(lock)) {
    throw new Error(
      '安装改动了 package-lock.json，所装版本与提交的不一致。请用 git diff package-lock.json 查看：如属有意，请提交；否则用 git checkout package-lock.json 恢复，再重新运行。\n' +
        'Installing changed package-lock.json, so what is installed is not what was committed. Look at git diff package-lock.json: commit it if you meant it, otherwise restore it with git checkout package-lock.json and run again.',
    )
  }
  // npm 10 and older drop the field `libc`, which they do not know. Nothing else changed, so the checkout stays as it was.
  writeFileSync(lockFile, lock)
  mkdirSync(cache, { recursive: true })
  writeFileSync(installedHash, hash(lock))
  return bundledNode
}

/**
 * What a lock file decides, as text: each package's version, content hash and dependencies, without what differs from npm to npm.
 * @param {string} lock
 */
function namedIn(lock) {
  /** @type {Record<string, Record<string, unknown>>} */
  const packages = JSON.parse(lock).packages
  return JSON.stringify(
    Object.entries(packages).map(([path, { version, integrity, dependencies, devDependencies }]) => [
      path,
      version,
      integrity,
      dependencies,
      devDependencies,
    ]),
  )
}

/** @param {string} text */
function hash(text) {
  return createHash('sha256').update(text).digest('hex')
}

/** Without the checkout's own programs: npm must not run under the Node that it is about to replace. */
function pathOfTheMachine() {
  const own = join(root, 'node_modules', '.bin')
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== own)
    .join(delimiter)
}
