import { type CaseView, type CertificateId, type CertificateItem, type CompanyId, contracts } from '@kaigong/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acted, acting, adopted, company, opened, papers } from '../cases/cases.fixture.ts'
import { checkSealed } from '../documents/seal/checkSealed.ts'
import { issuing, type People, peopleOfLandDay, planned, ready, type Who } from '../land/land.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { openDatabase, openPool } from '../platform/database/database.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { isRefused } from '../platform/http/answer.ts'
import { JINTAN, openProduct, type Product } from '../product.fixture.ts'
import { issueCertificate } from './issue.ts'

const { cases, certificates, documents } = contracts

let product: Product
let people: People
let ours: CompanyId
let resources: Who
let approval: Who
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '虚构持证企业有限公司')
  people = await peopleOfLandDay(product, ours)
  const heads = people.heads
  if (!heads['natural-resources'] || !heads.approval) throw new Error('nobody heads the agencies')
  resources = heads['natural-resources']
  approval = heads.approval
}, 60_000)
afterAll(async () => {
  await people.close()
  await product.close()
})
beforeEach(() => product.world.moveTo('2022-06-10T03:00:00Z'))

type Steps = { readonly number?: string | null; readonly mirrored?: boolean }

/** A land-use planning permit by the ordinary road, up to its delivery. */
async function granted(name: string, { mirrored = false }: Steps = {}): Promise<CaseView> {
  const project = await planned(people, name, ours)
  const { openable } = said(await resources.ask(cases.ofProject, { params: { projectId: project.id } }))
  const handedIn = openable.find(({ occurrence }) => occurrence === 'A03')?.materials.map(({ id }) => id) ?? []
  const origin = mirrored ? { mirrored: { system: '省平台（测试）', sourceTime: '2022-06-10T02:00:00Z' } } : {}
  let now = await opened(resources, project, { occurrence: 'A03', handedIn, ...origin })
  now = await acted(resources, now, { type: 'accept' })
  now = await acted(resources, now, { type: 'startDepartment' })
  return await acted(resources, now, { type: 'pass' }, { attached: papers('reviewOpinion') })
}
const delivering = (view: CaseView, number: string | null) =>
  acting(resources, view, { type: 'deliver', number }, { attached: papers('deliveryReceipt') })
const listOf = async (view: CaseView): Promise<readonly CertificateItem[]> =>
  said(await resources.ask(certificates.ofProject, { params: { projectId: view.projectId } })).items
const verify = (certificateId: CertificateId) =>
  people.applicant.ask(certificates.verify, { params: { district: JINTAN, certificateId } })
const acts = (who: Who, { id, version }: Pick<CertificateItem, 'id' | 'version'>, body: object) =>
  who.ask(certificates.act, { params: { certificateId: id }, body: body as never }, { ifMatch: version })

describe('the certificate of a case 证照', () => {
  it('is handed out as a sealed PDF that a stranger verifies without us, until it is replaced', async () => {
    const delivered = said(await delivering(await granted('下载证照的项目'), null))
    const [certificate] = await listOf(delivered)
    if (!certificate) throw new Error('no certificate')
    const download = () => people.applicant.ask(documents.certificate, { params: { certificateId: certificate.id } })
    const checked = await checkSealed(said(await download()) as unknown as Uint8Array)
    expect(checked).toMatchObject({ isWhole: true })
    expect(JSON.stringify(checked)).toContain(certificate.number)
    said(await acts(resources, certificate, { type: 'reissue', reason: '原件遗失' }))
    expect(await download()).toMatchObject({ problem: { type: '/problems/certificate.notInForce' } })
  })

  it('is issued with the delivery, under the number that the district’s series gives out', async () => {
    const view = await granted('按序发号的项目')
    const delivered = said(await delivering(view, null))
    const [certificate] = await listOf(view)
    expect(certificate).toMatchObject({
      kind: { zh: '建设用地规划许可证' },
      number: expect.stringMatching(/^地字第3204132022\d{5}号$/),
      issuedOn: '2022-06-10',
      status: 'inForce',
      caseId: view.id,
      onLandDay: false,
    })
    expect(delivered.documents.at(-1)?.number).toBe(certificate?.number)
  })

  it('takes no number by hand where a series gives it, and checks the one that another system gave', async () => {
    const here = await granted('手填编号的项目')
    expect(await delivering(here, '地字第320413202299999号')).toMatchObject({
      problem: { status: 422, type: '/problems/case.numberGivenOut' },
    })
    const elsewhere = await granted('外系统发证的项目', { mirrored: true })
    expect(await delivering(elsewhere, '地字第320413202199999号')).toMatchObject({
      problem: { status: 422, type: '/problems/certificate.numberFault', detail: expect.stringContaining('2021') },
    })
    said(await delivering(elsewhere, '地字第320413202277777号'))
    const again = await granted('重号的项目', { mirrored: true })
    expect(await delivering(again, '地字第320413202277777号')).toMatchObject({
      problem: { status: 409, type: '/problems/certificate.numberTaken' },
    })
  })

  it('is none where nothing bears a number', async () => {
    const ecology = await people.as(['agencyHead', 'officer'], { agency: 'ecology' })
    const project = await adopted(people.coordinator, '无编号的项目', ours)
    let now = await opened(ecology, project)
    for (const type of ['accept', 'startDepartment', 'pass'] as const)
      now = await acted(ecology, now, { type }, { attached: papers('reviewOpinion') })
    now = await acted(ecology, now, { type: 'deliver', number: null }, { attached: papers('deliveryReceipt') })
    expect(await listOf(now)).toEqual([])
  })

  it('goes out of force with the permit, and only so', async () => {
    const view = await granted('撤销许可的项目')
    const delivered = said(await delivering(view, null))
    const [certificate] = await listOf(view)
    if (!certificate) throw new Error('no certificate')
    expect(await acts(resources, certificate, { type: 'revoke', reason: '绕过办件' })).toMatchObject({
      problem: { status: 409, type: '/problems/certificate.followsCase' },
    })
    product.world.moveTo('2022-06-13T03:00:00Z')
    const revoked = { type: 'revoke', ground: 'obtainedByDeceit' } as const
    await acted(resources, delivered, revoked, { attached: papers('headApproval') })
    expect(await listOf(view)).toMatchObject([{ status: 'revoked', endedOn: '2022-06-13', reason: '以欺骗取得' }])
    expect(said(await verify(certificate.id))).toMatchObject({ status: 'revoked', endedOn: '2022-06-13' })
  })
})

describe('a certificate that is put right or replaced', () => {
  it('gives way to a new one with a number of its own; both stand in the public chain with the reason', async () => {
    const { project } = await ready(people, '更正补发的项目', ours)
    const { issued } = said(await issuing(people.coordinator, project))
    const first = issued.find(({ matter }) => matter === 'C07')?.certificateId
    if (!first) throw new Error('no permit')
    const seen = said(await approval.ask(certificates.read, { params: { certificateId: first } }))
    expect(seen.mayAct).toBe(true)
    product.world.moveTo('2022-06-14T03:00:00Z')
    const lines = [{ label: { zh: '建筑面积', en: 'Floor area' }, value: '320001 m²' }]
    const second = said(await acts(approval, seen, { type: 'correct', reason: '建筑面积填错', lines }))
    expect(second).toMatchObject({ status: 'inForce', replaces: first, lines, issuedOn: '2022-06-14' })
    const third = said(await acts(approval, second, { type: 'reissue', reason: '原证遗失' }))
    const chain = said(await verify(first)).chain
    expect(chain.map(({ number, status, reason }) => [number, status, reason])).toEqual([
      [seen.number, 'corrected', null],
      [second.number, 'reissued', '建筑面积填错'],
      [third.number, 'inForce', '原证遗失'],
    ])
    expect(new Set(chain.map(({ number }) => number)).size).toBe(3)
    expect(await acts(approval, { id: first, version: 2 }, { type: 'reissue', reason: '再补一次' })).toMatchObject({
      problem: { type: '/problems/certificate.notInForce' },
    })
    const told = said(
      await people.coordinator.ask(contracts.projects.events, { params: { projectId: project.id }, query: {} }),
    )
    expect(told.items.map(({ says }) => says.zh)).toContainEqual(expect.stringMatching(/^补换发.*理由：原证遗失$/))
  })

  it('is the business of the agency that issued it', async () => {
    const { project } = await ready(people, '他部门补发的项目', ours)
    const { issued } = said(await issuing(people.coordinator, project))
    const id = issued.find(({ matter }) => matter === 'C07')?.certificateId
    if (!id) throw new Error('no permit')
    expect(await acts(resources, { id, version: 1 }, { type: 'reissue', reason: '越权' })).toMatchObject({
      problem: { status: 403, type: '/problems/certificate.notYours' },
    })
  })
})

describe('the public page 公开核验', () => {
  it('tells whoever holds the paper what it is and whether it holds, and nobody’s name', async () => {
    const view = await granted('公开核验的项目')
    said(await delivering(view, null))
    const [certificate] = await listOf(view)
    if (!certificate) throw new Error('no certificate')
    const { app } = product
    const answer = await app.inject({ method: 'GET', url: `/api/v1/verify/320413/${certificate.id}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      number: certificate.number,
      holder: '虚构持证企业有限公司',
      districtName: { zh: '金坛区' },
      status: 'inForce',
      synthetic: true,
    })
    expect(answer.payload).not.toContain('顾长庚')
    const other = await app.inject({ method: 'GET', url: `/api/v1/verify/320481/${certificate.id}` })
    expect(other.statusCode).toBe(404)
  })

  it('is asked sixty times a minute from one address, and not more', async () => {
    product.world.moveTo('2022-07-01T00:00:00Z')
    const ask = async () => {
      const url = '/api/v1/verify/320413/0190a000-0000-7000-8000-000000000001'
      return (await product.app.inject({ method: 'GET', url, remoteAddress: '198.51.100.7' })).statusCode
    }
    for (let i = 0; i < 60; i += 1) expect(await ask()).toBe(404)
    expect(await ask()).toBe(429)
    product.world.moveTo('2022-07-01T00:01:00Z')
    expect(await ask()).toBe(404)
  })
})

describe('numbers', () => {
  it('have no gap and no duplicate, though 32 connections issue at once and every third of them thinks better of it', async () => {
    const project = await planned(people, '并发发号的项目', ours)
    const pool = openPool({ url: product.database.urls.app, connections: 32, searchPath: 'kg' })
    const db = openDatabase(pool)
    const { person } = resources.person
    const asking = { district: JINTAN, person, agency: 'natural-resources', company: null, reach: 'district' } as const
    const { ground } = await inTransaction(db, asking, (tx) => product.deps.catalogues.inForce(tx, JINTAN))
    const issue = (i: number) =>
      inTransaction(db, asking, async (tx) => {
        const doing = { district: JINTAN, actor: person, at: product.world.now() }
        const done = await issueCertificate(tx, ground, doing, {
          id: product.world.newId() as CertificateId,
          project: project.id,
          occurrence: `B02@${i}`,
          matter: 'B02',
          scope: { kind: 'phase', id: '' },
          agency: 'natural-resources',
          issuedOn: '2025-03-03',
          acceptedOn: '2025-03-03',
          number: null,
          caseId: null,
          preReview: null,
          conversion: null,
        })
        if (isRefused(done)) throw new Error(done.refused)
        if (i % 3 === 0) throw new Error('thought better of it')
        return done.number
      }).catch((error: Error) => (error.message === 'thought better of it' ? null : Promise.reject(error)))
    const threeTimes = async (i: number) => [await issue(i), await issue(i + 32), await issue(i + 64)]
    const given = (await Promise.all(Array.from({ length: 32 }, (_, i) => threeTimes(i)))).flat()
    await pool.end()
    const numbers = given.filter((number) => number !== null).sort()
    expect(numbers).toEqual(
      Array.from({ length: 64 }, (_, i) => `建字第3204132025GG${String(i + 1).padStart(7, '0')}号`),
    )
  })
})
