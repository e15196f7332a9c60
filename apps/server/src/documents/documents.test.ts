import { type CaseView, type CompanyId, contracts } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { A06, acted, adopted, company, opened } from '../cases/cases.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, JINTAN, openProduct, type Product } from '../product.fixture.ts'
import { guideOf } from './guide/guideOf.ts'
import { certificatesIn, fingerprintOf } from './seal/seal.ts'

const { cases, documents, plans } = contracts

let product: Product
let [coordinator, officer, applicant, stranger]: Asker[] = []
let ours: CompanyId
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '虚构申请企业')
  const theirs = await company(product, '虚构另一企业')
  const server = testServer(product.database.db, routes(product.deps))
  const as = async (...of: Parameters<typeof testPerson> extends [unknown, ...infer Rest] ? Rest : never) =>
    ({ ask: server.as(await testPerson(product.database, ...of)) }) satisfies Asker
  coordinator = await as(['coordinator'])
  officer = await as(['officer'], { agency: 'ecology', name: '方知微' })
  applicant = await as(['companyUser'], { company: ours })
  stranger = await as(['companyUser'], { company: theirs })
}, 60_000)
afterAll(() => product.close())

const who = (asker: Asker | undefined): Asker => {
  if (!asker) throw new Error('nobody is there')
  return asker
}
const listOf = async (asker: Asker | undefined, { id }: CaseView) =>
  await who(asker).ask(documents.ofCase, { params: { caseId: id } })
const paper = async (asker: Asker | undefined, { id }: CaseView, version: number, kind: string, lang?: 'en') =>
  await who(asker).ask(documents.paper, {
    params: { caseId: id, version, kind: kind as never },
    query: lang ? { lang } : {},
  })
const bytesOf = (answer: Awaited<ReturnType<typeof paper>>) => Buffer.from(said(answer) as unknown as Uint8Array)

describe('the papers of a case', () => {
  it('are listed and drawn as PDF for the office and for the company that they are addressed to', async () => {
    product.world.moveTo('2022-06-01T01:00:00Z')
    const received = await opened(who(officer), await adopted(who(coordinator), '取文书的项目', ours))
    const accepted = await acted(who(officer), received, { type: 'accept' })
    for (const asker of [officer, applicant]) {
      const { items } = said(await listOf(asker, accepted))
      expect(items.map(({ kind, name, on }) => [kind, name.zh, on])).toEqual([
        ['receipt', '收件凭证', '2022-06-01'],
        ['acceptanceNotice', '受理通知书', '2022-06-01'],
      ])
      expect(items).toEqual(said(await who(asker).ask(cases.read, { params: { caseId: accepted.id } })).documents)
      for (const { version, kind } of items)
        expect(
          bytesOf(await paper(asker, accepted, version, kind))
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-')
    }
    const [zh, en] = [
      await paper(applicant, accepted, 2, 'acceptanceNotice'),
      await paper(applicant, accepted, 2, 'acceptanceNotice', 'en'),
    ]
    expect(bytesOf(zh).equals(bytesOf(en))).toBe(false)
  })

  it('are not there for another company, and a paper that the case does not have is not made up', async () => {
    product.world.moveTo('2022-06-01T01:00:00Z')
    const received = await opened(who(officer), await adopted(who(coordinator), '没有这份文书的项目', ours))
    expect(await listOf(stranger, received)).toMatchObject({ problem: { status: 404 } })
    expect(await paper(stranger, received, 1, 'receipt')).toMatchObject({ problem: { status: 404 } })
    expect(await paper(officer, received, 1, 'decision')).toMatchObject({ problem: { status: 404 } })
    expect(await paper(officer, received, 7, 'receipt')).toMatchObject({ problem: { status: 404 } })
    expect(await paper(officer, received, 1, 'memo')).toMatchObject({ problem: { status: 404 } })
  })

  it('leave out what officers pass among themselves', async () => {
    product.world.moveTo('2022-06-01T01:00:00Z')
    const received = await opened(who(officer), await adopted(who(coordinator), '内部流转的项目', ours))
    const urged = await acted(who(officer), received, { type: 'urge' })
    expect(said(await listOf(officer, urged)).items.map(({ kind }) => kind)).toEqual(['receipt'])
  })

  it('carry their names in Chinese through the download, the number of the case in front', async () => {
    product.world.moveTo('2022-06-01T01:00:00Z')
    const received = await opened(who(officer), await adopted(who(coordinator), '文件名的项目', ours), {
      handedIn: [...A06],
    })
    const clerk = await product.signedInAs(['officer'], { agency: 'ecology' })
    const answer = await product.app.inject({
      url: `/api/v1/cases/${received.id}/documents/1/receipt`,
      headers: { cookie: clerk.cookie() },
    })
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(`${received.number} 收件凭证.pdf`)}`,
    )
  })
})

describe('the service guide of a project 全流程标准化服务指南', () => {
  it('is handed out for a version of its plan to whoever may read that, and to nobody else', async () => {
    const { id } = await adopted(who(coordinator), '要指南的项目', ours)
    const guide = (asker: Asker | undefined, no: number) =>
      who(asker).ask(documents.guide, { params: { projectId: id, no }, query: {} })
    const content = said(await guide(applicant, 1)) as unknown as Uint8Array
    expect(Buffer.from(content).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await guide(applicant, 9)).toMatchObject({ problem: { status: 404 } })
    expect(await guide(stranger, 1)).toMatchObject({ problem: { status: 404 } })
  })

  it('lists every matter of an agency by stage in the order of the plan, with what to hand in, the limits and their marks', async () => {
    const { id } = await adopted(who(coordinator), '看指南的项目', ours)
    const { plan } = said(await who(officer).ask(plans.read, { params: { projectId: id, no: 1 } }))
    const sheet = guideOf(plan, { no: 1, isAdopted: true, synthetic: false }, 'zh')
    const listed = sheet.stages.flatMap(({ matters }) => matters)
    expect(listed.map((m) => m.id).sort()).toEqual(plan.matters.flatMap((m) => (m.stage === 5 ? [] : [m.id])).sort())
    const a06 = listed.find((m) => m.id === 'A06')
    expect(a06?.materials.map(({ mark }) => mark)).toEqual(expect.arrayContaining(['★']))
    expect(a06?.materials.every(({ confidence }) => /^(A|B|C|GK|synthetic)$/.test(confidence))).toBe(true)
    expect(a06?.limits.map(({ label }) => label)).toEqual(['法定', '承诺'])
    for (const { matters } of sheet.stages) {
      const begins = matters.map(({ dates }) => dates.slice(0, 10)).filter((at) => /^\d/.test(at))
      expect(begins).toEqual(begins.toSorted())
    }
    expect(guideOf(plan, { no: 1, isAdopted: false, synthetic: true }, 'zh')).toMatchObject({
      watermark: '演示样张',
      notes: expect.arrayContaining([expect.stringContaining('（尚未采用）')]),
    })
  })
})

describe('the certificates of a seal', () => {
  it('are there for anybody, without its key, as soon as the district has sealed something', async () => {
    const ask = () => product.app.inject({ url: '/api/v1/seals/320413' })
    expect((await ask()).statusCode).toBe(404)
    const seal = await product.deps.seals.of(JINTAN)
    const answer = await ask()
    expect(answer.headers['content-type']).toBe('application/x-pem-file')
    expect(answer.payload).not.toContain('PRIVATE')
    expect(certificatesIn(answer.payload).map(fingerprintOf)).toEqual([seal.fingerprint])
  })
})
