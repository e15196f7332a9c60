import type { AgencyId, DistrictCode, PersonId, StandInView } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import '../people/tables.ts'
import './tables.ts'

/** For whom somebody stands in on a day (ISO). */
export async function absentFor(
  tx: Tx,
  district: DistrictCode,
  deputy: PersonId,
  today: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('stand_in')
    .where('district_code', '=', district)
    .where('deputy', '=', deputy)
    .where('from_on', '<=', today)
    .where('until_on', '>=', today)
    .where((e) => e.or([e('ended_on', 'is', null), e('ended_on', '>', today)]))
    .select('absent')
    .execute()
  return rows.map(({ absent }) => absent)
}

/** Arrangements of one's agency as they stand on a day, the latest first; or one of them. */
export async function standInViews(
  tx: Tx,
  district: DistrictCode,
  today: string,
  only?: string,
): Promise<StandInView[]> {
  const rows = await tx
    .selectFrom('stand_in as s')
    .innerJoin('person as a', (j) =>
      j.onRef('a.district_code', '=', 's.district_code').onRef('a.person_id', '=', 's.absent'),
    )
    .innerJoin('person as d', (j) =>
      j.onRef('d.district_code', '=', 's.district_code').onRef('d.person_id', '=', 's.deputy'),
    )
    .leftJoin('person as g', (j) =>
      j.onRef('g.district_code', '=', 's.district_code').onRef('g.person_id', '=', 's.given_by'),
    )
    .where('s.district_code', '=', district)
    .$if(only !== undefined, (q) => q.where('s.stand_in_id', '=', only ?? ''))
    .selectAll('s')
    .select(['a.name as absent_name', 'd.name as deputy_name', 'g.name as giver'])
    .orderBy('s.from_on', 'desc')
    .orderBy('s.given_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.stand_in_id,
    agencyId: row.agency_id as AgencyId,
    absent: { personId: row.absent as PersonId, name: row.absent_name },
    deputy: { personId: row.deputy as PersonId, name: row.deputy_name },
    fromOn: row.from_on,
    untilOn: row.until_on,
    endedOn: row.ended_on,
    state: stateOn(row, today),
    givenBy: row.giver,
  }))
}

type Days = { readonly from_on: string; readonly until_on: string; readonly ended_on: string | null }

function stateOn({ from_on, until_on, ended_on }: Days, today: string): StandInView['state'] {
  if (today > until_on || (ended_on !== null && ended_on <= today)) return 'over'
  return today < from_on ? 'ahead' : 'inForce'
}
