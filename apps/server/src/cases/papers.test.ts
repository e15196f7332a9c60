import { type CaseAttachment, type CaseView, type CompanyId, contracts, type ProjectView } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfOf, sent, uploaded } from '../files/upload.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { type Asker, type Browser, openProduct, type Product } from '../product.fixture.ts'
import { A06, acted, adopted, company, opened, opening, papers } from './cases.fixture.ts'

const { cases } = contracts

let product: Product
let ours: CompanyId
let [coordinator, officer]: readonly Browser[] = []
let project: ProjectView
let other: ProjectView
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '附件企业')
  coordinator = await product.signedInAs(['coordinator'])
  officer = await product.signedInAs(['officer'], { agency: 'ecology' })
  project = await adopted(coordinator, '附件须入库的项目', ours)
  other = await adopted(coordinator, '别的项目', ours)
}, 60_000)
afterAll(() => product.close())

const who = (browser: Browser | undefined): Asker => {
  if (!browser) throw new Error('nobody is signed in')
  return browser
}
const stored = async (name: string, of = project): Promise<CaseAttachment['file']> => {
  const { id, latest } = await uploaded(who(officer), of.id, name, pdfOf(name))
  return { materialId: id, no: latest.no }
}
const open = (attached: CaseAttachment[], of = project) =>
  who(officer).ask(cases.open, {
    params: { projectId: of.id },
    body: { occurrence: 'A06', handedIn: [...A06], attached },
  })
const notStored = (pointer: string) => ({
  problem: { status: 422, type: '/problems/case.paperNotStored', errors: [{ pointer }] },
})

describe('a paper attached to an act', () => {
  it('is refused by its name alone: whoever decides has the file before them', async () => {
    expect(await open([{ kind: 'application', reference: '坛申〔2022〕1号' }])).toMatchObject(
      notStored('/attached/0/file'),
    )
  })

  it('is refused where the file belongs to another project, is unknown, or has no such version', async () => {
    const file = await stored('别的项目的申请表.pdf', other)
    expect(await open([{ kind: 'application', file }])).toMatchObject(notStored('/attached/0/file'))
    const nowhere = { materialId: '0190a000-0000-7000-8000-000000000001', no: 1 }
    expect(await open([{ kind: 'application', file: nowhere }])).toMatchObject(notStored('/attached/0/file'))
    const mine = await stored('只有一版.pdf')
    if (!mine) throw new Error('nothing was stored')
    expect(await open([{ kind: 'application', file: { ...mine, no: 2 } }])).toMatchObject(notStored('/attached/0/file'))
  })

  it('is refused while its upload is not finished, and names no material of the company next door', async () => {
    const upload = await sent(who(officer), project.id, '没传完.pdf', pdfOf('没传完'))
    expect(await open([{ kind: 'application', file: { materialId: upload.id, no: 1 } }])).toMatchObject(
      notStored('/attached/0/file'),
    )
    const theirs = await company(product, '隔壁企业')
    const next = await adopted(who(coordinator), '隔壁企业的项目', theirs)
    const now = await opened(who(officer), next)
    const applicant = await product.signedInAs(['companyUser'], { company: theirs })
    const file = await stored('本企业材料.pdf')
    const body = {
      act: { type: 'withdraw' as const, reason: '方案调整' },
      attached: [{ kind: 'withdrawalRequest', file }],
    }
    const answer = await applicant.ask(cases.act, { params: { caseId: now.id }, body } as never, {
      ifMatch: now.version,
    })
    expect(answer).toMatchObject(notStored('/attached/0/file'))
  })

  it('is kept in the event by the hash of its contents and never by its file name; the history names the file', async () => {
    const named = '王某某的申请表.pdf'
    const file = await stored(named)
    const view: CaseView = said(await open([{ kind: 'application', file, reference: '坛申〔2022〕2号' }]))
    const version = await uploadedVersion(file?.materialId)
    expect(view.history[0]?.attached).toEqual([
      expect.objectContaining({
        kind: 'application',
        reference: '坛申〔2022〕2号',
        file: { ...file, sha256: version.sha256, name: named },
      }),
    ])
    const { rows } = await product.database.owner.query('select sealed from event where stream = $1', [
      `case/${view.id}`,
    ])
    expect(rows[0].sealed).toContain(version.sha256)
    expect(rows[0].sealed).not.toContain('王某某')
  })

  it('may be known by its name where the case is mirrored: the file lies in the other system', async () => {
    const mirrored = { system: '省工改平台', sourceTime: '2022-06-01T00:30:00Z' }
    const view = said(await opening(who(officer), other, { mirrored, attached: papers('application') }))
    expect(view.history[0]?.attached).toMatchObject([{ reference: '坛测〔2022〕1号', file: null }])
    const now = await acted(who(officer), view, { type: 'accept' })
    expect(now.stage).toBe('accepted')
  })
})

const uploadedVersion = async (material: string | undefined): Promise<{ sha256: string }> =>
  (await product.database.owner.query('select sha256 from material_version where material_id = $1', [material])).rows[0]

describe('an agency in charge', () => {
  it('that is not in the team brings its papers to the project, and an agency that has nothing to do with it does not', async () => {
    const housing = await product.signedInAs(['officer'], { agency: 'archives' })
    const list = (browser: Asker) => browser.ask(contracts.files.list, { params: { projectId: project.id } })
    expect(said(await list(who(officer))).mayWrite).toBe(true)
    expect(said(await list(housing)).mayWrite).toBe(false)
    expect(project.team).toEqual([])
  })
})
