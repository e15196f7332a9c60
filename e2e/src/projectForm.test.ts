import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { onStage, seriousFaults, signedIn } from './browser.fixture.ts'

const stage = onStage()

const checkout = join(import.meta.dirname, '../..')

type Dated = {
  readonly asOf: string
  readonly activities: readonly { readonly id: string; readonly start: string; readonly finish: string }[]
}

/** What happens when: the same for the file on the command line and for what was typed in the browser. */
const dates = ({ activities }: Dated): readonly string[] =>
  activities.map(({ id, start, finish }) => `${id} ${start} ${finish}`).sort()

function plannedFromFile(example: string): Dated {
  const args = ['apps/cli/bin/kaigong.mjs', 'plan', `examples/${example}.yaml`, '--format', 'json']
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: checkout,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Dated
}

const plannedInBrowser = (page: Page, projectId: string): Promise<Dated> =>
  page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/projects/${id}/plans/1`)
    return ((await answer.json()) as { plan: Dated }).plan
  }, projectId)

/** Answers a question as its kind is answered: yes or no, one of several, a number or a text. */
async function answer(page: Page, id: string, given: string | number | boolean): Promise<void> {
  if (typeof given === 'boolean') {
    const choice = page.locator(`[aria-labelledby="${id}-label"]`).locator('.ant-segmented-item')
    await choice.filter({ hasText: given ? /^是$/ : /^否$/ }).click()
    return
  }
  const field = page.locator(`#${id}`)
  if ((await field.getAttribute('role')) === 'combobox') {
    await field.click()
    const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    await list.locator('.ant-select-item-option').filter({ hasText: given.toString() }).first().click()
    // The list takes a moment to fold away, and the next question has a list of its own.
    await list.waitFor({ state: 'hidden' })
  } else {
    await field.fill(given.toString())
    await field.press('Tab')
  }
}

/** Writes down a fact that differs in a part, and its answer. */
async function differing(
  page: Page,
  place: string,
  part: string,
  fact: string,
  named: string,
  given: number | boolean,
) {
  const adder = page.getByRole('combobox', { name: `添加与整个项目不同的属性 · ${part}` })
  await adder.fill(named)
  await adder.press('Enter')
  await answer(page, `fact-${place}-${fact}`, given)
}

async function day(page: Page, id: string, date: string): Promise<void> {
  await page.locator(`#${id}`).fill(date)
  await page.locator(`#${id}`).press('Enter')
}

async function newProject(page: Page, name: string): Promise<void> {
  await page.goto(`${stage().url}/projects/new`)
  await page.locator('#identity-name').fill(name)
  const closed = page.locator('.ant-collapse-header[aria-expanded=false]')
  await page.locator('.ant-collapse-header').first().waitFor()
  while ((await closed.count()) > 0) await closed.first().click()
}

async function saved(page: Page): Promise<string> {
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/facts$/)
  return /projects\/([^/]+)/.exec(page.url())?.[1] ?? ''
}

async function firstPlan(page: Page, id: string): Promise<Dated> {
  await page.goto(`${stage().url}/projects/${id}/plan`)
  await page.getByRole('button', { name: '计算第一版方案' }).click()
  await page.locator('[role=treegrid]').waitFor({ timeout: 60_000 })
  return await plannedInBrowser(page, id)
}

describe('a coordinator enters a project in the browser', () => {
  it('in two phases on one parcel, and gets the plan that its file gets', { timeout: 400_000 }, async () => {
    const { page, complaints } = await signedIn(stage(), /^专班/)
    await newProject(page, '临河新材料工厂')
    await day(page, 'as-of', '2026-09-01')
    const facts = {
      'land-basis': '签订出让合同',
      'fact-landSource': '出让',
      'fact-newBuild': true,
      'fact-investmentWan': 64000,
      'fact-gbCode': 'C3985',
      'fact-listLevel': '市重大项目',
      'fact-eiaClass': '报告表',
      'fact-nearRiver': true,
      'fact-waterDirectAbstraction': true,
      'fact-soilLossZone': true,
      'fact-energyTce': 4100,
      'fact-coalTYear': 0,
      'fact-discharge': '直接排放',
      'fact-dischargePermitClass': '重点管理',
      'fact-vocT': 6,
      'fact-landAreaHm2': 6,
      'fact-earthworkM3': 54000,
      'fact-floorAreaM2': 76000,
      'fact-occupationalHazard': true,
      'fact-spoilOffSite': true,
    }
    for (const [id, given] of Object.entries(facts)) await answer(page, id, given)

    await page.locator('#parcel-id').fill('P1')
    await page.getByRole('button', { name: '添加地块' }).click()
    await page.getByText('各地块分别办理').click()
    await page.getByRole('button', { name: '分期建设' }).click()
    await page.getByRole('button', { name: '添加一期' }).click()
    await day(page, 'phases-1-notBefore', '2027-09-01')
    const differs = [
      ['floorAreaM2', '建筑面积', 46000, 30000],
      ['hasCivilBuilding', '单建宿舍', true, false],
      ['earlyPiling', '提前打桩', true, false],
      ['specialWorks', '特殊建设工程（', false, false],
    ] as const
    for (const [fact, named, first, second] of differs) {
      await differing(page, 'phases-0', '一期', fact, named, first)
      await differing(page, 'phases-1', '二期', fact, named, second)
    }
    const id = await saved(page)
    expect(await seriousFaults(page)).toEqual([])
    expect(dates(await firstPlan(page, id))).toEqual(dates(plannedFromFile('river-plant-dormitory')))
    expect(complaints).toEqual([])
  })

  it('names the day of a material, and the plan waits for it', { timeout: 200_000 }, async () => {
    const { page, complaints } = await signedIn(stage(), /^专班/, 'phone')
    await newProject(page, '租赁厂房装配线')
    await day(page, 'as-of', '2026-03-02')
    await answer(page, 'fact-landSource', '租赁厂房')
    const id = await saved(page)
    await page.getByText(/^企业准备/).click()
    const form = page.getByRole('textbox', { name: /备齐日 · .* A01 / }).first()
    await form.fill('2026-06-01')
    await form.press('Enter')
    await page.getByText('已填日期 1').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await page.keyboard.press('Control+s')
    await page.getByText('已保存').first().waitFor()
    const { activities } = await firstPlan(page, id)
    const filed = activities.filter((a) => /^A01:(?!prepare)/.test(a.id)).map((a) => a.start.slice(0, 10))
    expect(filed.sort()[0]).toBe('2026-06-01')
    expect(complaints).toEqual([])
  })
})
