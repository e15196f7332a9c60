import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { onStage, seriousFaults, signedIn, type sizes, type Visit } from './browser.fixture.ts'

const stage = onStage()

/** Opens the materials of the first project that has a plan, as somebody of the task force. */
async function atMaterials(size: keyof typeof sizes = 'desktop', lang: 'zh' | 'en' = 'zh'): Promise<Visit> {
  const seen = await signedIn(stage(), /^专班|Task-force coordinator/, size, lang)
  const { page } = seen
  const id = await page.evaluate(async () => {
    const { items } = (await (await fetch('/api/v1/projects?limit=100')).json()) as {
      items: { id: string; planStatus: string }[]
    }
    return items.find(({ planStatus }) => planStatus !== 'none')?.id ?? ''
  })
  await page.goto(`${stage().url}/projects/${id}/materials`)
  await page.locator('.materials').waitFor()
  return seen
}

/** Three parts and a bit. */
const drawing = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(6_500_000), Buffer.from('\n%%EOF\n')])
const sent = (page: Page) => page.locator('.file-there').first()

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('materials of a project', { timeout: 120_000 }, () => {
  it('are uploaded over a line that breaks, go on where it stopped, are handed out as they were, and serve a second matter', async () => {
    const { page, complaints } = await atMaterials()
    const offsets: number[] = []
    let isCut = true
    await page.route('**/parts/*', async (route) => {
      const offset = Number(route.request().url().split('/').at(-1))
      // The person pauses while the second part is on its way.
      if (isCut && offset > 0) return await new Promise(() => undefined)
      offsets.push(offset)
      await route.continue()
    })
    await sent(page)
      .locator('input[type=file]')
      .setInputFiles({ name: '总平面图（一期）.pdf', mimeType: 'application/pdf', buffer: drawing })
    await sent(page).getByText('上传 总平面图（一期）.pdf').waitFor()
    await expect.poll(() => offsets).toEqual([0])
    await sent(page).getByRole('button', { name: '暂停' }).click()
    await sent(page).getByText('已暂停').waitFor()
    isCut = false
    await sent(page).getByRole('button', { name: '继续上传' }).click()
    await sent(page).getByText('已收下').waitFor()
    expect(offsets).toEqual([0, 2_097_152, 4_194_304, 6_291_456])

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      sent(page).getByRole('link', { name: '总平面图（一期）.pdf' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('总平面图（一期）.pdf')
    expect(sha256(readFileSync(await download.path()))).toBe(sha256(drawing))

    const second = page.locator('.file-there').nth(1)
    await second.getByRole('combobox').click()
    await page.locator('.ant-select-item-option', { hasText: '总平面图' }).first().click()
    await second.getByRole('link', { name: '总平面图（一期）.pdf' }).waitFor()

    const listed = page.locator('.file-list > li').first()
    await listed.getByText('谁下载过').click()
    await listed.getByText(/下载第 1 版/).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('that are renewed keep their former version, and a file that lies is refused with what to do', async () => {
    const { page } = await atMaterials()
    const input = page.locator('.file-list > li').first().locator('input[type=file]')
    const buffer = Buffer.from('%PDF-1.7\n第二版\n%%EOF\n')
    await input.setInputFiles({ name: '总平面图（二版）.pdf', mimeType: 'application/pdf', buffer })
    await page.getByText('以前的版本（1）').waitFor()
    await input.setInputFiles({ name: '程序.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ program') })
    await page.getByText('文件内容与扩展名不符').first().waitFor()
    expect(await page.getByText('另存为该格式').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it.each([
    ['desktop', 'zh'],
    ['desktop', 'en'],
    ['phone', 'zh'],
    ['phone', 'en'],
  ] as const)('can be used by anybody, fit the screen and need no mouse: %s, %s', async (size, lang) => {
    const { page, complaints } = await atMaterials(size, lang)
    expect(await seriousFaults(page)).toEqual([])
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(tooWide).toBeLessThanOrEqual(0)
    // Listened for before anything is pressed: the browser is told of it in a message of its own.
    const chooser = page.waitForEvent('filechooser')
    await sent(page)
      .getByRole('button', { name: /上传$|^Upload for/ })
      .focus()
    await page.keyboard.press('Enter')
    expect((await chooser).isMultiple()).toBe(false)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
