import { randomUUID } from 'node:crypto'
import {
  type BodyOf,
  type CaseAct,
  type CaseAttachment,
  type CaseView,
  type CompanyId,
  contracts,
  type ProjectView,
} from '@kaigong/contract'
import { pdfOf, uploaded } from '../files/upload.fixture.ts'
import { circulating, factsOf, registered, said } from '../plans/planned.fixture.ts'
import { type Asker, JINTAN, type Product } from '../product.fixture.ts'

const { cases, plans } = contracts

/** A company that is registered here. */
export async function company({ database }: Product, name: string): Promise<CompanyId> {
  const id = randomUUID() as CompanyId
  await database.owner.query(`insert into company values ($1, $2, $3, '', $4)`, [JINTAN, id, name, id])
  return id
}

/** A project whose plan was adopted, so that cases can be opened. */
export async function adopted(coordinator: Asker, name: string, companyId: CompanyId | null): Promise<ProjectView> {
  const project = await registered(coordinator, name, factsOf('leased-workshop'), companyId)
  const { no, version } = await circulating(coordinator, project.id)
  const body = { despite: '测试：先行采用' }
  said(await coordinator.ask(plans.adopt, { params: { projectId: project.id, no }, body }, { ifMatch: version }))
  return project
}

/** What the environmental report form (A06) asks for here. */
export const A06 = ['A06-form', 'A06-quota', 'A06-land', 'A06-mandate'] as const

/** Papers by their numbers; `opening` and `acting` upload what is meant by them before they attach it. */
export const papers = (...kinds: readonly CaseAttachment['kind'][]): CaseAttachment[] =>
  kinds.map((kind) => ({ kind, reference: `坛测〔2022〕${kinds.indexOf(kind) + 1}号` }))

/** The same with their files, which are materials of the project then. */
export async function storedPapers(
  who: Asker,
  project: ProjectView['id'],
  named: readonly CaseAttachment[],
): Promise<CaseAttachment[]> {
  const stored: CaseAttachment[] = []
  for (const paper of named) {
    const { id, latest } = await uploaded(who, project, `${paper.kind}.pdf`, pdfOf(paper.kind))
    stored.push({ ...paper, file: { materialId: id, no: latest.no } })
  }
  return stored
}

type Opened = Partial<BodyOf<typeof cases.open>>

export const opening = async (
  who: Asker,
  { id }: ProjectView,
  { attached = papers('application'), ...body }: Opened = {},
) =>
  who.ask(cases.open, {
    params: { projectId: id },
    body: {
      occurrence: 'A06',
      handedIn: [...A06],
      ...body,
      attached: body.mirrored ? attached : await storedPapers(who, id, attached),
    },
  })

/** A case that was received. */
export const opened = async (who: Asker, project: ProjectView, body?: Opened): Promise<CaseView> =>
  said(await opening(who, project, body))

type More = Partial<Omit<BodyOf<typeof cases.act>, 'act'>>

export const acting = async (
  who: Asker,
  { id, version, projectId, origin }: CaseView,
  act: CaseAct,
  { attached = [], ...more }: More = {},
) => {
  const papersThere = origin.kind === 'here' ? await storedPapers(who, projectId, attached) : attached
  const body = { act, ...more, attached: papersThere }
  return who.ask(cases.act, { params: { caseId: id }, body }, { ifMatch: version })
}

/** The case after an act. */
export const acted = async (who: Asker, view: CaseView, act: CaseAct, more?: More): Promise<CaseView> =>
  said(await acting(who, view, act, more))
