import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { onStage, seriousFaults, signedIn, visit } from './browser.fixture.ts'

const stage = onStage()

/** The demonstration's project that waits for its land with everything agreed to. */
const waiting = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const get = async (path: string) => (await fetch(`/api/v1${path}`)).json()
    const { items } = await get('/projects?planStatus=adopted&limit=200')
    for (const { id } of items) if ((await get(`/projects/${id}/land-day`)).preReviews.length === 5) return id
    return ''
  })

const notTooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Chooses from a list by keyboard: goes down until the wanted line is reached. */
async function chosen(page: Page, box: Locator, wanted: string) {
  await box.press('ArrowDown')
  const active = page.locator('.ant-select-dropdown:visible .ant-select-item-option-active')
  for (let line = 0; line < 10; line += 1) {
    await active.waitFor()
    if ((await active.textContent())?.includes(wanted)) break
    await box.press('ArrowDown')
  }
  await box.press('Enter')
  await page.getByRole('dialog').getByText(wanted, { exact: false }).first().waitFor()
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' })
}

/** Records one happening of the land in its dialog. */
async function record(page: Page, happening: string, files: readonly (readonly [label: string, file: string])[] = []) {
  await page.getByRole('button', { name: `登记 ${happening}`, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('凭证名称或文号').fill('坛测〔2023〕1号')
  for (const [label, file] of files) {
    await chosen(page, dialog.getByLabel(label), file)
  }
  await dialog.getByRole('button', { name: /^登\s?记$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('the land day 拿地日', () => {
  it.each([
    ['desktop', 'zh'],
    ['desktop', 'en'],
    ['phone', 'zh'],
    ['phone', 'en'],
  ] as const)('can be read by anybody and fits the screen: %s, %s', { timeout: 120_000 }, async (size, lang) => {
    const { page, context, complaints } = await signedIn(stage(), /周知序/, size, lang)
    await page.goto(`${stage().url}/land-day/${await waiting(page)}`)
    await page.locator('.land-card').first().waitFor()
    expect(await seriousFaults(page)).toEqual([])
    expect(await notTooWide(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('is rehearsed, the land recorded, the certificates issued at once, and one of them verified by a stranger', {
    timeout: 120_000,
  }, async () => {
    const { page, context, complaints } = await signedIn(stage(), /周知序/)
    await page.goto(`${stage().url}/land-day/${await waiting(page)}`)
    await page.getByRole('button', { name: /^演\s?练$/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^演\s?练$/ })
      .click()
    await page.getByText('演练通过：将发 5 证').waitFor()
    expect(await page.getByRole('button', { name: '集中发证' }).isDisabled()).toBe(true)

    await record(page, '成交')
    await record(page, '签约', [
      ['用地红线（地块四至）文件', '用地红线'],
      ['规划条件文件', '规划条件'],
    ])
    await record(page, '缴清价款与契税')
    await record(page, '交地')
    await page.getByText('条件齐备，可以集中发证。').waitFor()
    await page.getByRole('button', { name: '集中发证' }).click()
    await page.getByRole('button', { name: '确认发证' }).click()
    await page.getByText('已发 5 证').waitFor()
    await page.getByRole('link', { name: '320413202303010101' }).first().click()
    const address = await page.locator('a[href^="/verify/"]').getAttribute('href')
    expect(complaints).toEqual([])
    await context.close()

    const stranger = await visit(stage().browser, `${stage().url}${address}`, 'phone', 'zh')
    await stranger.page.getByText('该证照有效').waitFor()
    await stranger.page.getByText('这是演示数据，虚构').waitFor()
    expect(await seriousFaults(stranger.page)).toEqual([])
    expect(await notTooWide(stranger.page)).toBeLessThanOrEqual(0)
    expect(stranger.complaints).toEqual([])
    await stranger.context.close()
  })
})
