import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { onStage, seriousFaults, signedIn, visit } from './browser.fixture.ts'

const stage = onStage()

/** Waits until a page has its heading and nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
}

const projectId = (page: Page, q: string): Promise<string> =>
  page.evaluate(async (typed) => {
    const answer = await fetch(`/api/v1/projects?q=${encodeURIComponent(typed)}`)
    const { items } = (await answer.json()) as { items: { id: string }[] }
    return items[0]?.id ?? ''
  }, q)

/** Where each role's own road leads; every page on it is looked at. */
const roads: readonly (readonly [role: string, persona: RegExp, paths: readonly string[]])[] = [
  ['systemAdministrator', /系统管理员|System administrator/, ['/', '/jobs', '/account']],
  [
    'districtAdministrator',
    /区管理员|District administrator/,
    ['/district', '/catalogue/editions', '/people', '/projects/import'],
  ],
  [
    'coordinator',
    /^专班|^Task-force coordinator/,
    [
      ...['/', '/notices', '/mirrors', '/projects'],
      ...['@plan', '@table', '@materials', '@gates', '@facts', '@versions', '@team', '@timeline'],
    ],
  ],
  ['leader', /挂钩领导|Leader in charge/, ['/']],
  ['agencyHead', /部门负责人|Agency head/, ['/', '@versions', '@cases']],
  ['officer', /工作人员|Officer/, ['/', '@cases', '/catalogue/C07']],
  ['helper', /帮办员|Helper/, ['/', '/projects']],
  ['companyUser', /企业用户|Company user/, ['/', '/projects']],
  ['intermediary', /中介机构|Intermediary/, ['/projects']],
  ['utility', /公用企业|Utility/, ['/']],
  ['inspector', /督查|Inspector/, ['/audit']],
  ['auditor', /审计|Auditor/, ['/audit', '/jobs', '/exchange']],
]
describe.each([
  ['desktop', 'zh'],
  ['desktop', 'en'],
  ['phone', 'zh'],
  ['phone', 'en'],
] as const)('on a %s in %s', (size, lang) => {
  it.each(roads)(
    'a %s walks the main road without an error, a foreign request or a barrier',
    { timeout: 120_000 },
    async (_, persona, paths) => {
      const { page, context, complaints } = await signedIn(stage(), persona, size, lang)
      const barriers: string[] = []
      const flagship = paths.some((p) => p.startsWith('@')) ? await projectId(page, '4.1') : ''
      for (const path of paths) {
        await page.goto(`${stage().url}${path.startsWith('@') ? `/projects/${flagship}/${path.slice(1)}` : path}`)
        await settled(page)
        for (const fault of await seriousFaults(page)) barriers.push(`${path} ${fault}`)
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (wider > 1) barriers.push(`${path} is ${wider} px wider than the screen`)
      }
      await context.close()
      expect([...complaints, ...barriers]).toEqual([])
    },
  )
})

describe('the way in', () => {
  it('needs no account for a demonstration, and lets nobody past it without one', { timeout: 60_000 }, async () => {
    const { page, complaints } = await visit(stage().browser, `${stage().url}/projects`, 'desktop', 'zh')
    await page.waitForURL(/sign-in/)
    expect(await seriousFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('a coordinator', () => {
  it('finds a project by its initials, opens it with the keyboard, and reads why an activity waits', {
    timeout: 60_000,
  }, async () => {
    const { page } = await signedIn(stage(), /^专班/)
    await page.goto(`${stage().url}/projects`)
    await settled(page)
    await page.getByPlaceholder('名称、拼音首字母、项目代码、企业、信用代码').fill('dldcjd')
    await page
      .getByRole('link', { name: /动力电池基地四期/ })
      .first()
      .waitFor()
    expect(page.url()).toContain('q=dldcjd')
    await page
      .getByRole('link', { name: /动力电池基地四期/ })
      .first()
      .press('Enter')
    await page.getByRole('heading', { level: 1, name: /动力电池基地四期/ }).waitFor()
    await page.locator('[role=treegrid]').focus()
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('dialog').getByText('为什么适用').waitFor()
  })

  it('registers a project, sees its draft again after leaving, and computes its first plan', {
    timeout: 90_000,
  }, async () => {
    const { page } = await signedIn(stage(), /^专班/)
    await page.goto(`${stage().url}/projects/new`)
    await page.locator('#identity-name').fill('浏览器登记的项目')
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/\/facts$/)
    await page.locator('#identity-yearGoal').fill('完成桩基')
    await page.waitForTimeout(900)
    await page.reload()
    await page.getByText(/已恢复您/).waitFor()
    expect(await page.locator('#identity-yearGoal').inputValue()).toBe('完成桩基')
    await page.keyboard.press('Control+s')
    await page.getByText('已保存').first().waitFor()
    await page.goto(page.url().replace('/facts', '/plan'))
    await page.getByRole('button', { name: '计算第一版方案' }).click()
    await page.locator('[role=treegrid]').waitFor()
  })

  it('sees another’s change within a second', { timeout: 60_000 }, async () => {
    const [one, two] = [await signedIn(stage(), /^专班/), await signedIn(stage(), /区管理员/)]
    const id = await projectId(one.page, '浏览器登记的项目')
    await one.page.goto(`${stage().url}/projects/${id}/timeline`)
    await settled(one.page)
    await two.page.goto(`${stage().url}/projects/${id}/facts`)
    await two.page.locator('#identity-township').fill('薛埠镇')
    await two.page.keyboard.press('Control+s')
    await two.page.getByText('已保存').first().waitFor()
    await one.page
      .getByText(/所属板块/)
      .first()
      .waitFor({ timeout: 1000 })
  })
})

describe('a company', () => {
  it('reads its plan by a link without an account, until the link is withdrawn', { timeout: 90_000 }, async () => {
    const { page } = await signedIn(stage(), /^专班/)
    await page.goto(`${stage().url}/projects/${await projectId(page, '4.1')}/versions`)
    await page.getByRole('button', { name: '为第 1 版生成链接' }).click()
    const address = (await page.locator('code', { hasText: '/shared/' }).textContent()) ?? ''
    const company = await visit(stage().browser, address, 'phone', 'zh')
    await company.page.locator('h1').first().waitFor()
    await company.page
      .getByText(/四证|2022-09/)
      .first()
      .waitFor()
    expect(company.complaints).toEqual([])
    expect(await seriousFaults(company.page)).toEqual([])

    await page.locator('.share-links li').first().getByRole('button', { name: '收回' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '收回' }).click()
    await page.getByText('已收回').first().waitFor()
    await company.page.reload()
    await company.page.getByText('这个链接不能用了').waitFor()
    expect(await company.page.getByRole('treegrid').count()).toBe(0)
  })
})
