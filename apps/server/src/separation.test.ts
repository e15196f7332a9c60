import { randomUUID } from 'node:crypto'
import {
  type CaseId,
  type CompanyId,
  type Contract,
  contracts,
  type JointId,
  type ProjectView,
  type Reach,
  reachOf,
} from '@kaigong/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adopted, opened, papers, storedPapers } from './cases/cases.fixture.ts'
import { announced, begun, pdfOf, uploaded } from './files/upload.fixture.ts'
import { opened as openedJointly } from './joint/joint.fixture.ts'
import { said } from './plans/planned.fixture.ts'
import { type Asking, inTransaction } from './platform/database/transaction.ts'
import { type Asker, type Browser, JINTAN, LIYANG, openProduct, type Product } from './product.fixture.ts'

/** Everything that can be asked about one project and its case. */
const ofProject = Object.entries(contracts).flatMap(([capability, group]) =>
  Object.entries(group)
    .filter(
      ([, contract]) => /:(projectId|caseId|jointId|certificateId)/.test(contract.path) && contract.may !== 'anyone',
    )
    .map(([name, contract]) => [`${capability}.${name}`, contract as Contract] as const),
)

/** Who takes part in the joint review of the project: nobody of the strangers. */
const WATER = [{ agency: 'water' as never, matter: 'A09', dueOn: '2022-07-01' }]

type Stranger = Browser & { readonly person: { readonly person: string } }
let product: Product
let project: ProjectView
let caseId: CaseId
let jointId: JointId
let certificateId: string
let preReviewId: string
let coordinator: Browser
/** A material of the project, and an upload under way. */
let materialId: string
let uploadId: string
let strangers: Readonly<Record<string, { readonly browser: Stranger; readonly asking: Asking }>>

beforeAll(async () => {
  product = await openProduct()
  const [ours, theirs] = [await company('本企业'), await company('别的企业')]
  coordinator = await product.signedInAs(['coordinator'])
  project = await adopted(coordinator, '被打听的项目', ours)
  const ecology = await product.signedInAs(['officer'], { agency: 'ecology' })
  caseId = (await opened(ecology, project)).id
  jointId = (await openedJointly(ecology, project, { kind: 'review', application: '联审申请表', asked: WATER })).id
  certificateId = await certified(ecology, caseId)
  materialId = (await uploaded(coordinator, project.id, '合同.pdf', pdfOf('合同'))).id
  uploadId = (await begun(coordinator, project.id, announced('批复.pdf', pdfOf('批复')))).id
  preReviewId = await preReviewed()
  strangers = {
    'another district': await stranger('district', LIYANG, ['districtAdministrator', 'coordinator', 'agencyHead']),
    'another company': await stranger('company', JINTAN, ['companyUser'], { company: theirs }),
    'an agency that takes no part': await stranger('involved', JINTAN, ['utility'], { agency: 'archives' }),
    'an intermediary without an order': await stranger('involved', JINTAN, ['intermediary']),
  }
}, 60_000)
afterAll(() => product.close())

/** The case delivered, with the number that stands on what was issued. */
async function certified(officer: Asker, id: CaseId): Promise<string> {
  const acts = [
    { type: 'accept' },
    { type: 'startDepartment' },
    { type: 'pass' },
    { type: 'deliver', number: '坛环审〔2022〕7号' },
  ] as const
  for (const act of acts) {
    const { version } = said(await officer.ask(contracts.cases.read, { params: { caseId: id } }))
    const attached = await storedPapers(officer, project.id, papers('reviewOpinion', 'deliveryReceipt'))
    said(
      await officer.ask(contracts.cases.act, { params: { caseId: id }, body: { act, attached } }, { ifMatch: version }),
    )
  }
  const { items } = said(await coordinator.ask(contracts.certificates.ofProject, { params: { projectId: project.id } }))
  const [only] = items
  if (!only) throw new Error('the case yielded no certificate')
  return only.id
}

/** A pre-review and a land event of the project, as the database keeps them: its matters need none. */
async function preReviewed(): Promise<string> {
  const id = randomUUID()
  const { owner } = product.database
  const hash = 'a'.repeat(64)
  const of = { id, matter: 'B02', applicant: project.identity.companyId, parcelSha256: hash, conditionsSha256: hash }
  const state = { ...of, stage: 'open', versions: [hash], opinions: [], validUntilOn: null, formalNumber: null }
  await owner.query(
    `insert into pre_review values ($1, $2, 1, '', 'YS-1', $3, 'B02', 'B02', '{"zh": "", "en": ""}', 'natural-resources', $4, $5, '[]', $6, 'open', null, null, null, '2022-06-01')`,
    [JINTAN, id, project.id, project.identity.companyId, materialId, JSON.stringify(state)],
  )
  await owner.query(
    `insert into land_event values ($1, $2, 'payment', '2022-06-01', '坛测', null, null, null, $3, now())`,
    [JINTAN, project.id, randomUUID()],
  )
  await owner.query(`insert into land_conversion values ($1, $2, $3, $4, '2022-06-01', '2022-06-01', now())`, [
    JINTAN,
    randomUUID(),
    project.id,
    randomUUID(),
  ])
  return id
}

async function company(name: string): Promise<CompanyId> {
  const id = randomUUID() as CompanyId
  await product.database.owner.query(`insert into company values ($1, $2, $3, '', $4)`, [JINTAN, id, name, id])
  return id
}

async function stranger(
  reach: Reach,
  district: typeof JINTAN,
  roles: Parameters<Product['signedInAs']>[0],
  at: { company?: CompanyId; agency?: string } = {},
) {
  const browser = await product.signedInAs(roles, { district, ...at })
  const { person, agency, company } = browser.person
  return { browser, asking: { district, person, agency, company, reach } }
}

/** Right in every way but for who asks. */
async function told(who: Asker, name: string, contract: Contract): Promise<string> {
  const { identity, facts, parcels, team } = project
  const written = { identity, facts, parcels }
  const asked: Readonly<Record<string, object>> = {
    'projects.change': { body: written },
    'projects.team': { body: { team: team.map(({ personId, duty, agencyId }) => ({ personId, duty, agencyId })) } },
    'projects.changesSince': { query: { since: 0 } },
    'plans.preview': { body: { facts } },
    'plans.compute': { body: {} },
    'plans.compare': { query: { from: 1 } },
    'plans.countersign': { body: { verdict: 'signed', remark: null } },
    'plans.adopt': { body: { despite: '试试能不能采用' } },
    'plans.share': { body: { days: 1 } },
    'cases.open': { body: { occurrence: 'A06', handedIn: [] } },
    'cases.act': { body: { act: { type: 'urge' } } },
    'proxies.give': {
      body: { helper: randomUUID(), stages: [2], acts: ['correct'], fromOn: '2022-06-01', untilOn: '2022-12-31' },
    },
    'gates.except': { body: { matter: 'A06', policy: { title: '试点方案', number: '1 号' }, reason: '先行试点' } },
    'joint.open': { body: { kind: 'review', application: '试试能不能发起', asked: WATER } },
    'joint.act': { body: { act: { type: 'opine', verdict: 'agrees', conditions: [], drawingsSha256: null } } },
    'certificates.act': { body: { type: 'reissue', reason: '试试能不能补发' } },
    'land.record': { body: { on: '2022-06-01', reference: '坛测〔2022〕1号' } },
    'land.requestPreReview': {
      body: { occurrence: 'B02', drawings: materialId, parcel: materialId, conditions: materialId },
    },
    'land.replaceDrawings': { body: { drawings: materialId } },
    'land.opine': { body: { drawingsSha256: 'a'.repeat(64), verdict: 'agrees', text: '' } },
    'land.deemInsubstantial': { body: { reason: '试试能不能认定' } },
    'land.rehearse': { body: {} },
    'files.begin': { body: announced('方案.pdf', pdfOf('方案')) },
    'files.part': { body: new Uint8Array(pdfOf('批复')) },
    'files.use': { body: { uses: [] } },
  }
  const params = {
    projectId: project.id,
    caseId,
    jointId,
    certificateId,
    preReviewId,
    no: 1,
    format: 'json',
    linkId: randomUUID(),
    materialId,
    uploadId,
    authorisationId: randomUUID(),
    gate: 'G1',
    offset: 0,
    version: 1,
    kind: name.startsWith('documents.') ? 'receipt' : 'deal',
  }
  const answer = await who.ask(contract, { params, ...asked[name] } as never, { ifMatch: 1 })
  return answer.ok ? 'answered' : answer.problem.type.replace('/problems/', '')
}

describe.each([
  'another district',
  'another company',
  'an agency that takes no part',
  'an intermediary without an order',
])('to %s', (who) => {
  it.each(ofProject)('%s says that there is no such project', async (name, contract) => {
    const { browser } = strangers[who] ?? {}
    if (!browser) throw new Error(who)
    expect(['request.notFound', 'right.missing']).toContain(await told(browser, name, contract))
  })

  it('no table shows a row of the project, however the question is put', async () => {
    const { asking } = strangers[who] ?? {}
    if (!asking) throw new Error(who)
    for (const table of await tablesOfProjects()) expect([table, await rowsSeen(table, asking)]).toEqual([table, 0])
  })
})

describe('to the coordinator', () => {
  it.each(ofProject.filter(([name, { method }]) => method === 'GET' && name !== 'plans.links'))(
    '%s is answered, so that the refusals above mean something',
    async (name, contract) => {
      expect(await told(coordinator, name, contract)).toBe('answered')
    },
  )

  it('the tables show the project, its plan, its materials and its history', async () => {
    const district: Asking = { district: JINTAN, person: null, agency: null, company: null, reach: 'district' }
    const tables = [
      'project',
      'plan',
      'case_file',
      'joint',
      'joint_participant',
      'certificate',
      'pre_review',
      'land_event',
      'land_conversion',
      'event',
      'material',
      'material_version',
      'file_upload',
    ]
    const seen = await Promise.all(tables.map((table) => rowsSeen(table, district)))
    expect(seen.every((rows) => rows > 0)).toBe(true)
  })
})

describe('to a helper of other projects', () => {
  it.each(ofProject.filter(([, { may }]) => reachOf(['helper'], may as never) === 'involved'))(
    '%s is out of reach',
    async (name, contract) => {
      const helper = await product.signedInAs(['helper'])
      expect(await told(helper, name, contract)).toBe('request.notFound')
    },
  )
})

const tablesOfProjects = async (): Promise<readonly string[]> =>
  (
    await product.database.owner.query(
      `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'kg' and c.column_name = 'project_id' and t.table_type = 'BASE TABLE' order by 1`,
    )
  ).rows.map((row) => row.table_name)

const rowsSeen = (table: string, asking: Asking): Promise<number> =>
  inTransaction(product.database.db, asking, async (tx) => {
    const { rows } = await sql<{ count: string }>`
      select count(*) as count from ${sql.table(table)} where project_id = ${project.id}`.execute(tx)
    return Number(rows[0]?.count)
  })
