import { type Day, day, isoDate } from '@kaigong/calendar'
import { type GateFacts, type Issued, type KnownCase, permitDuties, spentBy } from '@kaigong/casework'
import type { DistrictCode, ProjectId } from '@kaigong/contract'
import { type Ground, judgesAt, type Plan, type PlanMatter, type PlanScope, related } from '@kaigong/planner'
import { LAND_POINTS } from '../land/standing.ts'
import { documentOf, standingRow } from '../plans/rows.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { readFacts } from '../projects/readFacts.ts'
import '../cases/tables.ts'
import '../land/tables.ts'
import '../projects/tables.ts'
import './tables.ts'

type Case = {
  readonly occurrence: string
  readonly matter: string
  readonly scope: PlanScope
  readonly state: KnownCase
}

/** Everything that is known of a project and that its gates ask: its facts, its plan, what was granted, what was excepted. */
export type GateGround = {
  readonly planned: readonly PlanMatter[]
  /** The facts of a gate at one place of the project. */
  readonly factsAt: (scope: PlanScope) => GateFacts
}

const WHOLE: PlanScope = { kind: 'project', id: '' }

/** Reads what the gates of a project are asked with, on a legal day. Works begin on the day that the project states for it. */
export async function gateGround(
  tx: Tx,
  ground: Ground,
  district: DistrictCode,
  project: ProjectId,
  today: Day,
): Promise<GateGround | Refused> {
  const row = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['name', 'name_en', 'code', 'company_name', 'facts', 'start_actual'])
    .executeTakeFirst()
  if (!row) return refuse('request.notFound')
  const named = { name: row.name, nameEn: row.name_en, code: row.code, company: row.company_name }
  const read = await readFacts(ground.catalogue, district, named, row.facts)
  if (isRefused(read)) return read
  const adopted = await standingRow(tx, district, project, ['adopted', 'countersigning', 'computed'])
  const plan: Plan | null = adopted ? documentOf(adopted) : null
  const cases: readonly Case[] = await tx
    .selectFrom('case_file')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['occurrence', 'matter', 'scope', 'state'])
    .orderBy('opened_at')
    .execute()
  const exceptions = await exceptionsOf(tx, district, project)
  const land = await landPointsOf(tx, district, project)
  const planned = plan?.matters ?? []
  const startedOn = row.start_actual === null ? null : day(row.start_actual)
  const grantedOn = (c: Case) => (c.state.stage === 'granted' ? c.state.clock.grantedOn : null)
  const doneOn = (m: PlanMatter) => (m.done && m.issued !== null ? day(m.issued.slice(0, 10)) : null)

  const factsAt = (scope: PlanScope): GateFacts => {
    const here = (other: PlanScope) => related(read, other, scope)
    const casesOf = (matter: string) => cases.filter((c) => c.matter === matter && here(c.scope))
    const acceptedOn = (matter: string): Day | null =>
      casesOf(matter)
        .flatMap(({ state }) => state.clock.accepted?.on ?? [])
        .at(-1) ?? null
    const judges = judgesAt(ground, read, scope, (matter) => isoDate(acceptedOn(matter) ?? today))
    const issuedOn = (matter: string): Day | null => {
      const wanted = planned.filter((m) => m.matter === matter && here(m.scope))
      // What occurs at several places is there once it is there at all of them.
      const days =
        wanted.length > 0
          ? wanted.map((m) => latest(cases.filter((c) => c.occurrence === m.id).map(grantedOn)) ?? doneOn(m))
          : [latest(casesOf(matter).map(grantedOn)) ?? doneBefore(read.done, matter)]
      return days.includes(null) ? null : latest(days)
    }
    return {
      on: today,
      judge: judges.strict,
      reachedOn: (matter, point) =>
        point === 'issued' || point === 'decided'
          ? (issuedOn(matter) ?? land(matter, 'issued'))
          : point === 'begun' && matter.startsWith('W')
            ? startedOn
            : land(matter, point),
      acceptedOn,
      exempt: (matter) => {
        const exempt = planned.find((m) => m.matter === matter && here(m.scope) && m.track === 'exempt')?.exemption
        return exempt
          ? {
              zh: `区域评估已覆盖，免予办理：${exempt.approvalNo}（有效至 ${exempt.validTo}）`,
              en: `Exempt by regional assessment ${exempt.approvalNo}, valid to ${exempt.validTo}`,
            }
          : null
      },
      spent: (matter) =>
        casesOf(matter)
          .flatMap(({ state }) => issuedBy(state, startedOn) ?? [])
          .flatMap((issued) => spentBy(permitDuties(ground.catalogue, issued, today, ground.calendar)) ?? [])
          .at(0) ?? null,
      exceptions,
    }
  }
  return { planned, factsAt: (scope) => factsAt(scope.kind === 'project' ? WHOLE : scope) }
}

/** A document in force as its duties see it; null where the case granted none. Of the site is known the first day of works. */
export function issuedBy(state: KnownCase, startedOn: Day | null): Issued | null {
  const { accepted, grantedOn } = state.clock
  if (state.stage !== 'granted' || accepted === null || grantedOn === null) return null
  return {
    matter: state.matter,
    acceptedOn: accepted.on,
    issuedOn: grantedOn,
    startedOn,
    extensions: 0,
    suspendedOn: null,
    suspensionReportedOn: null,
    resumedOn: null,
    changedOn: null,
  }
}

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.flatMap((d) => d ?? []).sort((a, b) => b - a)[0] ?? null

const doneBefore = (done: readonly { readonly matter: string; readonly on: string }[], matter: string): Day | null => {
  const on = done.find((d) => d.matter === matter)?.on
  return on === undefined ? null : day(on)
}

/** The day on which the land of a project reached a point, by what was recorded of it; a deal shows that there was a notice (P09). */
async function landPointsOf(tx: Tx, district: DistrictCode, project: ProjectId) {
  const rows = await tx
    .selectFrom('land_event')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['kind', 'happened_on'])
    .execute()
  return (matter: string, point: string): Day | null => {
    const kind = matter === 'P09' && point === 'issued' ? 'deal' : LAND_POINTS[`${matter} ${point}`]
    const recorded = rows.find((row) => row.kind === kind)
    return recorded ? day(recorded.happened_on) : null
  }
}

async function exceptionsOf(tx: Tx, district: DistrictCode, project: ProjectId): Promise<GateFacts['exceptions']> {
  const rows = await tx
    .selectFrom('gate_exception')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .selectAll()
    .orderBy('excepted_on')
    .execute()
  return rows.map((row) => ({
    type: 'gateExcepted',
    on: day(row.excepted_on),
    gate: row.gate,
    matter: row.matter,
    by: row.excepted_by,
    policy: { title: row.policy_title, number: row.policy_number },
    reason: row.reason,
  }))
}
