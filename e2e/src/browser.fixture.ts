import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Product, startProduct } from './product.fixture.ts'

/** The machine's own Chromium, which `npm run e2e` names: nothing is downloaded, and nothing of it calls home. */
async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.KAIGONG_CHROMIUM ?? ''
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export type Stage = { readonly url: string; readonly browser: Browser }

/** The product and a browser for the tests of a file, opened before the first and closed after the last. */
export function onStage(): () => Stage {
  let product: Product
  let browser: Browser
  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
  return () => ({ url: product.url, browser })
}

/** Opens a window and signs in as the first persona whose button says so. */
export async function signedIn(
  { url, browser }: Stage,
  persona: RegExp,
  size: keyof typeof sizes = 'desktop',
  lang: 'zh' | 'en' = 'zh',
): Promise<Visit> {
  const seen = await visit(browser, `${url}/sign-in`, size, lang)
  await seen.page.getByRole('button', { name: persona }).first().click()
  await seen.page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'))
  await seen.page.locator('h1').first().waitFor()
  return seen
}

export const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 780 } } as const

/** A person at a screen, with everything that should never happen there written down. */
export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of the console and requests to other hosts, as they come. */
  readonly complaints: string[]
}

/** Opens a window of that size in that language. */
export async function visit(
  browser: Browser,
  url: string,
  size: keyof typeof sizes,
  lang: 'zh' | 'en',
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    ...(size === 'phone' ? { isMobile: true, hasTouch: true } : {}),
  })
  await context.addInitScript((chosen) => localStorage.setItem('kaigong.lang', chosen), lang)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // A 401 of the very first question "who am I" is no error of the page.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const foreign = !request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url())
    if (foreign) complaints.push(`foreign request: ${request.url()}`)
  })
  // Leaving with unsaved changes asks first; the draft is kept.
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(url)
  return { page, context, complaints }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string }[]
}

/** What of WCAG 2.2 AA the page breaks seriously, one line a rule. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (what: Document, options: unknown) => Promise<{ violations: Violation[] }> }
    }
    const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return result.violations
  })
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.nodes
          .slice(0, 3)
          .map((n) => n.html.slice(0, 120))
          .join(' | ')}`,
    )
}
