import {
  type AskedOf,
  type CompanyId,
  contracts,
  type LandBoard,
  type LandEventKind,
  type PreReviewView,
  type ProjectFacts,
  type ProjectView,
  type Role,
} from '@kaigong/contract'
import { routes } from '../capabilities.ts'
import { pdfOf, uploaded } from '../files/upload.fixture.ts'
import { circulating, factsOf, registered, said } from '../plans/planned.fixture.ts'
import { type TestPerson, testPerson, testServer } from '../platform/district.fixture.ts'
import type { Asker, Product } from '../product.fixture.ts'

const { land, plans } = contracts

export type Who = Asker & { readonly person: TestPerson }

/** Everybody whom a land day needs, each named with every question: the sign-in has tests of its own. */
export async function peopleOfLandDay(product: Product, company: CompanyId) {
  const server = testServer(product.database.db, routes(product.deps))
  const as = async (roles: readonly Role[], at: Parameters<typeof testPerson>[2] = {}): Promise<Who> => {
    const person = await testPerson(product.database, roles, at)
    return { person, ask: server.as(person) }
  }
  const head = (agency: string, name: string) => as(['agencyHead', 'officer'], { agency, name })
  return {
    as,
    close: () => server.close(),
    coordinator: await as(['coordinator'], { name: '周知序' }),
    second: await as(['coordinator'], { name: '许若川' }),
    applicant: await as(['companyUser'], { company, name: '钱途远' }),
    heads: {
      'natural-resources': await head('natural-resources', '顾长庚'),
      'land-registry': await head('land-registry', '孟行之'),
      approval: await head('approval', '陆清和'),
      housing: await head('housing', '贺连城'),
      'drawing-review': await head('drawing-review', '卢南飞'),
    } as Readonly<Record<string, Who>>,
  }
}

export type People = Awaited<ReturnType<typeof peopleOfLandDay>>

/** The four certificates, the drawing review and the fire design that the construction permit of special works waits for. */
export const REVIEWED = ['A03', 'A04', 'B02', 'C01', 'C07'] as const

/** The battery plant, with everything behind it that is not of the land day. */
const plantFacts = (): ProjectFacts => {
  const facts = factsOf('battery-plant-4.1')
  const done = ['B01', 'C02', 'C03', 'W03'].map((matter) => ({ matter, on: '2022-05-31', synthetic: true }))
  return { ...facts, done: [...(facts.done ?? []), ...done] }
}

/** A project of grant land whose plan was adopted. */
export async function planned(
  { coordinator }: People,
  name: string,
  company: CompanyId,
  facts = plantFacts(),
): Promise<ProjectView> {
  const project = await registered(coordinator, name, facts, company)
  const { no, version } = await circulating(coordinator, project.id)
  const body = { despite: '测试：先行采用' }
  said(await coordinator.ask(plans.adopt, { params: { projectId: project.id, no }, body }, { ifMatch: version }))
  return project
}

export type Papers = { readonly drawings: string; readonly parcel: string; readonly conditions: string }

/** The three files on which pre-reviews rest. */
export async function papersOf({ applicant }: People, { id }: ProjectView, version = '1'): Promise<Papers> {
  const file = async (name: string, text: string) => (await uploaded(applicant, id, name, pdfOf(`${text} ${id}`))).id
  return {
    drawings: await file('施工图.pdf', `drawings ${version}`),
    parcel: await file('用地红线.pdf', 'parcel'),
    conditions: await file('规划条件.pdf', 'conditions'),
  }
}

/** Materials that a company hands over on paper with its request: all that the matters of the land day need from it. */
const handedIn = [
  'A03-form',
  'A04-application',
  'A04-identity',
  'A04-cadastre',
  'B02-form',
  'B02-detailed-plan',
  'C01-survey',
  'C01-drawings',
  'C07-form',
  'C07-contract',
  'C07-funds',
  'C07-measures',
]

type Wish = Partial<AskedOf<typeof land.requestPreReview>['body']>

export const requesting = (
  { applicant }: People,
  { id }: ProjectView,
  occurrence: string,
  papers: Papers,
  more: Wish = {},
) =>
  applicant.ask(land.requestPreReview, {
    params: { projectId: id },
    body: { occurrence, ...papers, handedIn, ...more },
  })

/** The agency's own head agrees to the latest drawings. */
export async function agreed({ heads }: People, { id }: ProjectView, view: PreReviewView): Promise<PreReviewView> {
  const head = heads[view.agencyId]
  if (!head) throw new Error(`nobody heads ${view.agencyId}`)
  const body = { drawingsSha256: view.versions.at(-1) ?? '', verdict: 'agrees', text: '同意' } as const
  const params = { projectId: id, preReviewId: view.id }
  return said(await head.ask(land.opine, { params, body }, { ifMatch: view.version }))
}

export const board = async (who: Asker, { id }: ProjectView): Promise<LandBoard> =>
  said(await who.ask(land.board, { params: { projectId: id } }))

type Happening = Partial<AskedOf<typeof land.record>['body']>

export const recording = (who: Asker, { id }: ProjectView, kind: LandEventKind, body: Happening = {}) =>
  who.ask(land.record, {
    params: { projectId: id, kind },
    body: { on: '2022-06-10', reference: '坛测〔2022〕1号', ...body },
  })

/** The land is won, the contract signed, price and tax paid, the land handed over. */
export async function won({ heads }: People, project: ProjectView, papers: Papers): Promise<void> {
  const resources = heads['natural-resources']
  if (!resources) throw new Error('nobody heads the natural resources bureau')
  for (const kind of ['deal', 'contract', 'payment', 'handover'] as const) {
    const files = kind === 'contract' ? { parcel: papers.parcel, conditions: papers.conditions } : {}
    said(await recording(resources, project, kind, files))
  }
}

/** A project on the morning of its land day: everything agreed to and the land won, nothing issued. */
export async function ready(people: People, name: string, company: CompanyId) {
  const project = await planned(people, name, company)
  const papers = await papersOf(people, project)
  for (const occurrence of REVIEWED)
    await agreed(people, project, said(await requesting(people, project, occurrence, papers)))
  await won(people, project, papers)
  return { project, papers }
}

export const issuing = (who: Asker, { id }: ProjectView) => who.ask(land.issue, { params: { projectId: id } })
export const rehearsing = (who: Asker, { id }: ProjectView, assumeLand = true) =>
  who.ask(land.rehearse, { params: { projectId: id }, body: { assumeLand } })
