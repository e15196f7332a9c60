import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cache, installedNode, root } from './install.mjs'

const report = join(cache, 'tests.json')
const program = (/** @type {string[]} */ ...path) => join('node_modules', ...path)

/**
 * In the order in which they run, the quick before the slow. The last one is the tests.
 * @type {readonly { heading: string, args: string[], remedy: string }[]}
 */
const checks = [
  {
    heading: '格式、静态检查与依赖方向 format, lint, arrows',
    args: [
      program('@biomejs', 'biome', 'bin', 'biome'),
      'ci',
      '--error-on-warnings',
      ...(process.stdout.isTTY ? [] : ['--colors=off']),
    ],
    remedy:
      '`npm run format` 可修正格式与导入次序；其余请按提示句改。`npm run format` mends format and import order; for the rest do what the sentence says.',
  },
  {
    heading: '类型 types',
    args: [program('typescript', 'bin', 'tsc'), '-p', '.'],
    remedy: '请按所列文件与行号修正类型。Mend the types in the files and lines named above.',
  },
  {
    heading: '网页的类型 types of the web',
    args: [program('typescript', 'bin', 'tsc'), '-p', join('apps', 'web')],
    remedy: '请按所列文件与行号修正类型。Mend the types in the files and lines named above.',
  },
  {
    heading: '浏览器测试的类型 types of the browser tests',
    args: [program('typescript', 'bin', 'tsc'), '-p', 'e2e'],
    remedy: '请按所列文件与行号修正类型。Mend the types in the files and lines named above.',
  },
  {
    heading: '生成网页 the web, built',
    args: [join('scripts', 'buildWeb.mjs')],
    remedy: '请按上面的提示修改 apps/web。Mend apps/web as it says above.',
  },
  {
    heading: '无用代码 unused code',
    args: [program('knip', 'bin', 'knip.js'), '--treat-config-hints-as-errors'],
    remedy:
      '请删除所列文件、导出或依赖，或在用到处引用。Delete the files, exports or dependencies named above, or use them.',
  },
  {
    heading: '事项目录 catalogue',
    args: [join('apps', 'cli', 'bin', 'kaigong.mjs'), 'catalogue', 'check'],
    remedy: '请按所列文件与行号修改 catalogue/ 下的 YAML。Mend the YAML in catalogue/ at the lines named above.',
  },
  {
    heading: '测试 tests',
    args: [
      program('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${relative(root, report)}`,
    ],
    remedy:
      '单独重跑一个文件：npx vitest run <文件>；随机测试打印的 seed 可用 KAIGONG_SEED 重现。Run one file again: npx vitest run <file>; the seed that a property prints is repeated with KAIGONG_SEED.',
  },
]

/**
 * Runs the checks until one fails. The line with the counts is the last one printed, whatever happened.
 * @returns {string} `N passed, N failed`; a check that fails before the tests ran counts as one failure.
 */
function runAll() {
  const node = installedNode()
  rmSync(report, { force: true })
  for (const { heading, args, remedy } of checks) {
    console.log(`\n── ${heading} ──`)
    const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' })
    if (status === 0) continue
    process.exitCode = 1
    console.error(`\n未通过 failed: ${heading}\n${remedy}`)
    break
  }
  return counts()
}

function counts() {
  if (!existsSync(report)) return '0 passed, 1 failed'
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that cannot be loaded has no tests to fail, and an error outside any test belongs to none: neither may read as "0 failed".
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = Math.max(numFailedTests + unloaded, process.exitCode ? 1 : 0)
  const skipped = numPendingTests + numTodoTests
  return `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

try {
  console.log(`\n${runAll()}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log('\n0 passed, 1 failed')
  process.exitCode = 1
}
