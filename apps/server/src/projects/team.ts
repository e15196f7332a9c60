import type { DistrictCode, TeamMember } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import type { ProjectRow } from './identityColumns.ts'
import { type Doing, noteOnProject } from './save.ts'

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
  const errors = faults(
    team,
    new Set(people.map((p) => p.person_id)),
    new Set(ground.district.agencies.map((a) => a.id)),
  )
  if (errors.length > 0) return refuse('request.invalid', { errors })
  await tx
    .deleteFrom('team_member')
    .where('district_code', '=', district)
    .where('project_id', '=', row.project_id)
    .execute()
  await addMembers(tx, district, row.project_id, team)
  const helper = team.find((m) => m.duty === 'helper')
  const data = {
    members: team.length,
    team: team.map(({ personId, duty, agencyId }) => ({ person: personId, duty, agency: agencyId })),
  }
  return await noteOnProject(
    tx,
    doing,
    row,
    { type: 'teamChanged', data },
    { helper_name: people.find((p) => p.person_id === helper?.personId)?.name ?? null },
  )
}

export async function addMembers(
  tx: Tx,
  district: DistrictCode,
  project: string,
  team: readonly TeamMember[],
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

function faults(team: readonly TeamMember[], people: ReadonlySet<string>, agencies: ReadonlySet<string>) {
  const helpers = team.filter((m) => m.duty === 'helper')
  return team.flatMap((m, i) => [
    ...(people.has(m.personId)
      ? []
      : [{ pointer: `/team/${i}/personId`, detail: { zh: '没有这位在岗人员', en: 'no such active person' } }]),
    ...(m.agencyId === null || agencies.has(m.agencyId)
      ? []
      : [
          { pointer: `/team/${i}/agencyId`, detail: { zh: '本区没有这个部门', en: 'the district has no such agency' } },
        ]),
    ...(m.duty === 'helper' && helpers.indexOf(m) > 0
      ? [{ pointer: `/team/${i}/duty`, detail: { zh: '每个项目只有一名帮办员', en: 'a project has one helper only' } }]
      : []),
    ...(team.findIndex((o) => o.personId === m.personId && o.duty === m.duty) < i
      ? [
          {
            pointer: `/team/${i}`,
            detail: { zh: '同一人同一职责写了两次', en: 'the same person has the same duty twice' },
          },
        ]
      : []),
  ])
}
