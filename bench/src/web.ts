import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@kaigong/server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { benchSettings, opened } from './given/district.ts'
import { root } from './given/law.ts'
import { median } from './given/rate.ts'

// What a browser downloads (goals: 350 kB of JavaScript on the sign-in page, 1,100 kB in all, gzipped), and how long the flagship's page takes on a
// processor slowed four times until it answers (goal 1.5 s): its chart stands and nothing holds the page up any more.

const RUNS = 7
const SLOWED = 4
/** So long without a long task, and the page counts as quiet. */
const QUIET_MS = 1000

const state = mkdtempSync(join(tmpdir(), 'kaigong-bench-'))
const running = opened(await serve(benchSettings(state, 8793), () => undefined))
const browser = await chromium.launch({
  executablePath: process.env.KAIGONG_CHROMIUM ?? '',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0).padStart(5)} kB`
  const all = globSync(join(root, 'apps/web/dist/assets/*.js.gz')).reduce((sum, file) => sum + statSync(file).size, 0)
  console.log(`JavaScript of the sign-in page, gzipped   ${kB(await scriptsOf(browser, `${running.url}/sign-in`))}`)
  console.log(`all JavaScript, gzipped                   ${kB(all)}`)

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${running.url}/sign-in`)
  await page.getByRole('button', { name: /^专班/ }).first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  const list = (await (await page.request.get(`${running.url}/api/v1/projects?q=4.1`)).json()) as {
    items: { id: string }[]
  }
  const address = `${running.url}/projects/${list.items[0]?.id}/plan`
  const fresh: number[] = []
  const again: number[] = []
  for (let run = 0; run < RUNS; run++) {
    fresh.push(await interactive(page, address, false))
    again.push(await interactive(page, address, true))
  }
  console.log(
    `project page interactive, ${SLOWED}x slowed, nothing kept  ${median(fresh).toFixed(0).padStart(5)} ms (median of ${RUNS})`,
  )
  console.log(
    `project page interactive, ${SLOWED}x slowed, files kept    ${median(again).toFixed(0).padStart(5)} ms (median of ${RUNS})`,
  )
} finally {
  await browser.close()
  await running.stop()
  rmSync(state, { recursive: true, force: true })
}

/** Bytes of JavaScript that came over the line until the page was quiet. */
async function scriptsOf(by: Browser, address: string): Promise<number> {
  const page = await by.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.close()
  return bytes
}

/** From the address to a chart that stands with no long task behind it, in ms of the page's own clock. */
async function interactive(page: Page, address: string, keepsFiles: boolean): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: !keepsFiles })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('[role=treegrid] [role=row]').first().waitFor()
  const at = await page.evaluate(
    (quiet) =>
      new Promise<number>((resolve) => {
        let last = performance.now()
        // A browser's observer, which knows more kinds than Node's.
        new PerformanceObserver((list) => {
          for (const task of list.getEntries()) last = Math.max(last, task.startTime + task.duration)
        }).observe({ entryTypes: ['longtask' as never] })
        const look = () => (performance.now() - last > quiet ? resolve(last) : setTimeout(look, 50))
        look()
      }),
    QUIET_MS,
  )
  await session.detach()
  return at
}
