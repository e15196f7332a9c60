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

export const papers = (...kinds: readonly CaseAttachment['kind'][]): CaseAttachment[] =>
  kinds.map((kind) => ({ kind, reference: `坛测〔2022〕${kinds.indexOf(kind) + 1}号` }))

type Opened = Partial<BodyOf<typeof cases.open>>

export const opening = (who: Asker, { id }: ProjectView, body: Opened = {}) =>
  who.ask(cases.open, {
    params: { projectId: id },
    body: { occurrence: 'A06', handedIn: [...A06], attached: papers('application'), ...body },
  })

/** A case that was received. */
export const opened = async (who: Asker, project: ProjectView, body?: Opened): Promise<CaseView> =>
  said(await opening(who, project, body))

type More = Partial<Omit<BodyOf<typeof cases.act>, 'act'>>

export const acting = (who: Asker, { id, version }: CaseView, act: CaseAct, more: More = {}) =>
  who.ask(cases.act, { params: { caseId: id }, body: { act, ...more } }, { ifMatch: version })

/** The case after an act. */
export const acted = async (who: Asker, view: CaseView, act: CaseAct, more?: More): Promise<CaseView> =>
  said(await acting(who, view, act, more))
