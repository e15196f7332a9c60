import {
  type DistrictCode,
  type EditionId,
  PlanCause,
  type ProjectFacts,
  type ProjectId,
  refusals,
  type Text,
} from '@kaigong/contract'
import { differences } from '@kaigong/planner'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { canonical } from '../platform/events/seal.ts'
import { isRefused, type Refused } from '../platform/http/answer.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { computePlan } from './compute.ts'
import { type Doing, keepVersion, tellOfPlan } from './keep.ts'
import { holdProject, projectRow } from './project.ts'
import { supersedeProposals } from './proposals.ts'
import { type Asked, anchorOf } from './question.ts'
import { documentOf, newestRow, type PlanRow, planRow, standingRow } from './rows.ts'

/**
 * Something that a project's plan rests on has changed: computes it anew and, if anything moves, proposes the result as a version.
 * What was adopted or circulates stays as it is, with its promises, until people decide; earlier proposals that nobody took up give way.
 */
export const replan = (deps: Deps): JobDefinition => ({
  queue: 'replan',
  name: { zh: '重新计算审批方案', en: 'Compute a plan anew' },
  attempts: 5,
  run: async ({ district, ...data }, signal) => {
    const project = String(data.projectId) as ProjectId
    const cause = PlanCause.exclude(['asked']).parse(data.cause)
    const found = await inTransaction(deps.db, systemIn(district), (tx) => read(tx, deps, district, project))
    if (!found) return
    const { row, standing, newest, edition } = found
    const question = { district, edition, project: row, facts: row.facts, asked: askedAgain(deps, standing, row.facts) }
    const quick = await computePlan(deps, { ...question, explore: false }, signal)
    const doing: Doing = { district, actor: null, at: deps.now() }
    if (isRefused(quick)) {
      // Retried by the queue: too many plans wait already.
      if (quick.refused === 'server.busy') throw new Error('planning is busy')
      const told = { type: 'planImpossible', data: { no: standing.no, cause, why: whyOf(quick) } }
      return await inTransaction(deps.db, systemIn(district), (tx) => tellOfPlan(tx, doing, project, standing.no, told))
    }
    const same = [standing, newest].find((known) => differences(documentOf(known), quick.plan).length === 0)
    if (same)
      return await inTransaction(deps.db, systemIn(district), async (tx) => {
        await stillInForce(tx, deps, district, edition.id)
        await settle(tx, doing, project, row.facts, same.no)
      })
    const full = await computePlan(deps, { ...question, explore: true }, signal)
    if (isRefused(full)) throw new Error(`a plan that could be made cannot be made any more: ${full.refused}`)
    // If the facts have changed meanwhile, that change has sent a job of its own.
    await inTransaction(deps.db, systemIn(district), async (tx) => {
      await stillInForce(tx, deps, district, edition.id)
      const no = await keepVersion(tx, doing, project, row.facts, full, { cause, edition: edition.id })
      if (!isRefused(no)) await supersedeProposals(tx, doing, project, no)
    })
  },
})

/** Adopting another edition asks only for the projects that it touches: a plan computed meanwhile under the old one is computed once more. */
async function stillInForce(tx: Tx, { catalogues }: Deps, district: DistrictCode, edition: EditionId): Promise<void> {
  const { id } = await catalogues.inForce(tx, district)
  if (id !== edition) throw new Error('another catalogue was adopted while the plan was computed')
}

async function read(tx: Tx, { catalogues }: Deps, district: DistrictCode, project: ProjectId) {
  const row = await projectRow(tx, district, project)
  const standing = row && (await standingRow(tx, district, project, ['countersigning', 'adopted', 'computed']))
  // Nobody has planned it yet, so that nothing rests on what changed.
  if (!standing) return undefined
  const newest = (await newestRow(tx, district, project)) ?? standing
  return { row, standing, newest, edition: await catalogues.inForce(tx, district) }
}

/** A version that is there already comes out again: what was proposed for facts that are gone gives way to it. */
async function settle(tx: Tx, doing: Doing, project: ProjectId, facts: ProjectFacts, no: number): Promise<void> {
  const held = await holdProject(tx, doing.district, project)
  const row = await planRow(tx, doing.district, project, no)
  const stands = row && row.status !== 'superseded' && row.status !== 'dropped'
  if (held && stands && canonical(held.facts) === canonical(facts)) await supersedeProposals(tx, doing, project, no)
}

/** The question of the standing plan once more: what somebody asked beside the facts is asked again, what the facts asked follows them. */
function askedAgain({ legalToday }: Deps, standing: PlanRow, facts: ProjectFacts): Asked {
  const ownAnchor = canonical(standing.anchor) !== canonical(anchorOf(standing.facts))
  return {
    ...(ownAnchor ? { anchor: standing.anchor } : {}),
    ...(facts.asOf === undefined ? { asOf: [legalToday().toString(), standing.as_of].sort().at(-1) } : {}),
  }
}

const whyOf = ({ refused, detail, errors }: Refused): Text => detail ?? errors?.[0]?.detail ?? refusals[refused].title
