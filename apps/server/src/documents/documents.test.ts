import { type CaseView, type CompanyId, contracts } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { A06, acted, adopted, company, opened } from '../cases/cases.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, JINTAN, openProduct, type Product } from '../product.fixture.ts'
import { certificatesIn, fingerprintOf } from './seal/seal.ts'

const { cases, documents } = contracts

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
