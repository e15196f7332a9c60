import type { DistrictCode, TeamDuty, TeamMember } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { append, headOf } from '../platform/events/append.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import type { ProjectRow } from './identityColumns.ts'
import { aboutProject, type Doing } from './save.ts'
import { teamFaults } from './teamFaults.ts'

type Member = { readonly personId: string; readonly duty: TeamDuty; readonly agencyId: string | null }

/** Sets who drives a project: one helper at most, people of the district, agencies that it has. @returns the new version. */
export async function setTeam(
  tx: Tx,
  doing: Doing,
  ground: Ground,
  row: ProjectRow,
  team: readonly TeamMember[],
): Promise<Refused | number> {
  const { district } = doing
  const ids = [...new Set(team.map((m) => m.personId))]
  const people =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('person')
          .where('district_code', '=', district)
          .where('person_id', 'in', ids)
          .where('active', '=', true)
          .select(['person_id', 'name'])
          .execute()
  const errors = teamFaults(
    team,
    new Set(people.map((p) => p.person_id)),
    new Set(ground.district.agencies.map((a) => a.id)),
  )
  if (errors.length > 0) return refuse('request.invalid', { errors })
  const helper = team.find((m) => m.duty === 'helper')
  const helperName = people.find((p) => p.person_id === helper?.personId)?.name ?? null
  return await writeTeam(tx, doing, row, await teamOf(tx, district, row.project_id), team, helperName)
}

/** Gives some duties of a project to somebody else, or to nobody; all others keep theirs. @returns the new version. */
export async function giveDuties(
  tx: Tx,
  doing: Doing,
  row: ProjectRow,
  duties: readonly {
    readonly duty: TeamDuty
    readonly person: { readonly id: string; readonly name: string } | null
  }[],
): Promise<Refused | number> {
  const before = await teamOf(tx, doing.district, row.project_id)
  const given = duties.flatMap(({ duty, person }) => (person ? [{ personId: person.id, duty, agencyId: null }] : []))
  const team = [...before.filter((m) => !duties.some((d) => d.duty === m.duty)), ...given]
  const helper = duties.find((d) => d.duty === 'helper')
  return await writeTeam(tx, doing, row, before, team, helper ? (helper.person?.name ?? null) : row.helper_name)
}

/** The event that tells who has which duty from now on: ids only. */
export const teamChanged = (before: readonly Member[], team: readonly Member[], version: number) => ({
  type: 'teamChanged',
  data: { members: team.length, before: told(before), team: told(team), version },
})

const told = (team: readonly Member[]) =>
  team.map(({ personId, duty, agencyId }) => ({ person: personId, duty, agency: agencyId }))

async function teamOf(tx: Tx, district: DistrictCode, project: string): Promise<readonly Member[]> {
  return await tx
    .selectFrom('team_member')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['person_id as personId', 'duty', 'agency_id as agencyId'])
    .orderBy('duty')
    .orderBy('person_id')
    .execute()
}

/** The project's version goes up first: of two who set the team at once the second is told so. */
async function writeTeam(
  tx: Tx,
  doing: Doing,
  row: ProjectRow,
  before: readonly Member[],
  team: readonly Member[],
  helperName: string | null,
): Promise<Refused | number> {
  const { district } = doing
  const version = row.version + 1
  const updated = await tx
    .updateTable('project')
    .set({ helper_name: helperName, version, updated_at: doing.at.toString() })
    .where('district_code', '=', district)
    .where('project_id', '=', row.project_id)
    .where('version', '=', row.version)
    .returning('version')
    .executeTakeFirst()
  if (!updated) return refuse('request.stale')
  await tx
    .deleteFrom('team_member')
    .where('district_code', '=', district)
    .where('project_id', '=', row.project_id)
    .execute()
  await addMembers(tx, district, row.project_id, team)
  const about = aboutProject(doing, row.project_id)
  await append(tx, about, await headOf(tx, district, about.stream), [teamChanged(before, team, version)])
  return version
}

export async function addMembers(
  tx: Tx,
  district: DistrictCode,
  project: string,
  team: readonly Member[],
): Promise<void> {
  if (team.length === 0) return
  await tx
    .insertInto('team_member')
    .values(
      team.map((m) => ({
        district_code: district,
        project_id: project,
        person_id: m.personId,
        duty: m.duty,
        agency_id: m.agencyId,
      })),
    )
    .execute()
}
