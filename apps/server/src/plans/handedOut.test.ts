import { contracts, type PlanView, type ProjectView, planFormats, urlOf } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openProduct, type Product } from '../product.fixture.ts'
import { computed, factsOf, registered, said } from './planned.fixture.ts'

const { plans } = contracts
let product: Product
let coordinator: Browser
let project: ProjectView
let plan: PlanView
beforeAll(async () => {
  product = await openProduct()
  coordinator = await product.signedInAs(['coordinator'], { name: '周知序' })
  project = await registered(coordinator, '动力电池四期', factsOf('battery-plant-4.1'))
  plan = await computed(coordinator, project.id)
}, 30_000)
afterAll(() => product.close())

describe('a link for the company', () => {
  const share = async (days: number) =>
    said(await coordinator.ask(plans.share, { params: { projectId: project.id, no: 1 }, body: { days } }))
  const open = (token: string) => product.browser().ask(plans.shared, { body: { token } })
  const gone = { problem: { status: 410, type: expect.stringContaining('link.gone') } }

  it('opens the plan without an account and counts how often; only the hash of its token is kept', async () => {
    const { token, id } = await share(7)
    expect(await open(token)).toMatchObject({
      value: { status: 'computed', synthetic: true, expiresAt: '2022-06-08T01:00:00Z', plan: { asOf: '2022-06-01' } },
    })
    await open(token)
    const links = said(await coordinator.ask(plans.links, { params: { projectId: project.id } })).items
    expect(links.find((l) => l.id === id)).toMatchObject({ opened: 2, planNo: 1, createdBy: '周知序', revokedAt: null })
    const kept = await product.database.owner.query('select to_jsonb(l)::text as row from kg.share_link l')
    expect(kept.rows.some(({ row }) => row.includes(token.split('.')[1]))).toBe(false)
  })

  it('leads nowhere when its token is wrong, of another district, withdrawn or too old', async () => {
    const { token, id } = await share(1)
    const [district = '', secret = ''] = token.split('.')
    expect(await open(`${district}.${secret.slice(0, -2)}xx`)).toMatchObject(gone)
    expect(await open(`320481.${secret}`)).toMatchObject(gone)
    expect(await open(`not a token at all, but long enough`)).toMatchObject(gone)
    expect(await open(token)).toMatchObject({ ok: true })
    const withdrawn = await coordinator.ask(plans.revoke, { params: { projectId: project.id, linkId: id } })
    expect(withdrawn).toMatchObject({ ok: true, status: 204 })
    expect(await open(token)).toMatchObject(gone)

    const { token: old } = await share(1)
    product.world.advance({ hours: 23, minutes: 59 })
    expect(await open(old)).toMatchObject({ ok: true })
    product.world.advance({ minutes: 1 })
    expect(await open(old)).toMatchObject(gone)
    product.world.advance({ hours: -24 })
  })
})

describe('a plan as a file', () => {
  const opens: Readonly<Record<(typeof planFormats)[number], (bytes: Buffer) => void>> = {
    html: (bytes) => expect(bytes.toString()).toMatch(/^<!DOCTYPE html>[\s\S]*动力电池四期[\s\S]*<\/html>\s*$/),
    json: (bytes) => expect(JSON.parse(bytes.toString())).toEqual(plan.plan),
    ics: (bytes) => expect(bytes.toString()).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\s*$/),
    xlsx: (bytes) =>
      expect([bytes.subarray(0, 4).toString('latin1'), bytes.length > 20_000]).toEqual(['PK\u0003\u0004', true]),
    mspdi: (bytes) =>
      expect(bytes.toString()).toMatch(/^<\?xml[\s\S]*<Project [\s\S]*<Calendars>[\s\S]*<\/Project>\s*$/),
  }

  it.each(planFormats)('opens as %s, named after project and version', async (format) => {
    const answer = await product.app.inject({
      method: 'GET',
      url: urlOf(plans.download, { projectId: project.id, no: 1, format }),
      headers: { cookie: coordinator.cookie() },
    })
    expect(answer.statusCode).toBe(200)
    const ending = format === 'mspdi' ? 'xml' : format
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toBe(
      `attachment; filename*=UTF-8''动力电池四期 审批方案 1.${ending}`,
    )
    opens[format](answer.rawPayload)
  })
})
