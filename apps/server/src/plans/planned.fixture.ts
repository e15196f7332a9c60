import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AgencyId,
  contracts,
  newIdentity,
  type PlanView,
  type ProjectFacts,
  type ProjectId,
  type ProjectView,
} from '@kaigong/contract'
import { parse } from 'yaml'
import type { Asker, Browser, Product } from '../product.fixture.ts'

const { plans, projects } = contracts
const examples = join(import.meta.dirname, '../../../../examples')

/** The facts of an example project, as its file states them. */
export function factsOf(example: string): ProjectFacts {
  const { name: _, about, district, ...facts } = parse(readFileSync(join(examples, `${example}.yaml`), 'utf8'))
  return facts
}

/** What an answer says, or the problem as an error: for the steps that only lead to what a test looks at. */
export function said<T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
  return answer.value
}

const identity = { ...newIdentity, level: 'district', listYear: 2022, stage: 'early', synthetic: true } as const

/** A project that somebody registers with these facts. */
export const registered = async (
  who: Asker,
  name: string,
  facts: ProjectFacts,
  companyId: ProjectView['identity']['companyId'] = null,
): Promise<ProjectView> =>
  said(await who.ask(projects.create, { body: { identity: { ...identity, name, companyId }, facts, parcels: [] } }))

/** The same project with other facts. */
export const restated = async (who: Asker, { id }: ProjectView, change: (facts: ProjectFacts) => ProjectFacts) => {
  const now = said(await who.ask(projects.read, { params: { projectId: id } }))
  const body = { identity: now.identity, facts: change(now.facts), parcels: now.parcels }
  return said(await who.ask(projects.change, { params: { projectId: id }, body }, { ifMatch: now.version }))
}

export const computed = async (who: Asker, projectId: ProjectId): Promise<PlanView> =>
  said(await who.ask(plans.compute, { params: { projectId }, body: {} }))

/** A version that goes round. */
export const circulating = async (who: Asker, projectId: ProjectId): Promise<PlanView> => {
  const { no, version } = await computed(who, projectId)
  return said(await who.ask(plans.circulate, { params: { projectId, no } }, { ifMatch: version }))
}

/** Heads of the agencies that a version asks, each signed in once. */
export function agencyHeads({ signedInAs }: Product) {
  const heads = new Map<string, Browser>()
  return async (agency: AgencyId): Promise<Browser> => {
    const known = heads.get(agency) ?? (await signedInAs(['agencyHead'], { agency }))
    heads.set(agency, known)
    return known
  }
}

/** Every agency that has not signed does so. */
export async function signedByAll(
  headOf: ReturnType<typeof agencyHeads>,
  projectId: ProjectId,
  circulated: PlanView,
): Promise<PlanView> {
  let now = circulated
  for (const { agencyId, status } of circulated.countersignatures) {
    if (status === 'signed') continue
    const body = { verdict: 'signed', remark: null } as const
    const head = await headOf(agencyId)
    now = said(await head.ask(plans.countersign, { params: { projectId, no: now.no }, body }, { ifMatch: now.version }))
  }
  return now
}
