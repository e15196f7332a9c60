import { STAGE_NAMES } from '@kaigong/casework'
import type { AgencyId, CaseFilter, CaseId, CaseListItem, DistrictCode, PersonId, ProjectId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import { sql } from 'kysely'
import { agencyName } from '../plans/view.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { likePattern } from '../platform/search/searchKey.ts'
import { timeOf } from './time.ts'
import '../people/tables.ts'
import '../projects/tables.ts'
import './tables.ts'

type Asked = {
  readonly district: DistrictCode
  readonly person: PersonId
  /** Colleagues on leave for whom the asker stands in: their desks count as the asker's own. */
  readonly absent: readonly string[]
  readonly filter: CaseFilter
  /** The legal day, ISO. */
  readonly today: string
}

/** Cases that a filter finds; those that are decided and delivered or ended only where asked for, in general or by their stage. */
const found = (tx: Tx, { district, person, absent, filter, today }: Asked) =>
  tx
    .selectFrom('case_file as c')
    .innerJoin('project as p', (j) =>
      j.onRef('p.district_code', '=', 'c.district_code').onRef('p.project_id', '=', 'c.project_id'),
    )
    .where('c.district_code', '=', district)
    .$if(filter.closed === undefined && filter.stage === undefined, (q) => q.where('c.is_open', '=', true))
    .$if(filter.agency !== undefined, (q) => q.where('c.agency_id', '=', filter.agency ?? ''))
    .$if(filter.project !== undefined, (q) => q.where('c.project_id', '=', filter.project ?? ''))
    .$if(filter.stage !== undefined, (q) => q.where('c.stage', '=', filter.stage ?? 'received'))
    .$if(filter.overdue === 'true', (q) => q.where('c.due_on', '<', today))
    .$if(filter.mine === 'true', (q) => q.where('c.holder', 'in', [person, ...absent]))
    .$if(filter.q !== undefined && filter.q !== '', (q) => {
      const typed = likePattern((filter.q ?? '').toLowerCase())
      return q.where((e) => e.or([e('c.found_by', 'like', typed), e('p.found_by', 'like', typed)]))
    })

/** A page of cases: what is due first stands first, then those whose clock waits or stands, by when they were received. */
export async function casesFound(
  tx: Tx,
  asked: Asked,
  { ground }: { readonly ground: Ground },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<CaseListItem[]> {
  const rows = await found(tx, asked)
    .leftJoin('person as h', (j) =>
      j.onRef('h.district_code', '=', 'c.district_code').onRef('h.person_id', '=', 'c.holder'),
    )
    .select([
      'c.case_id',
      'c.version',
      'c.number',
      'c.project_id',
      'p.name as project_name',
      'p.company_name',
      'p.synthetic',
      'c.occurrence',
      'c.matter',
      'c.matter_name',
      'c.agency_id',
      'c.stage',
      'c.origin',
      'c.received_on',
      'c.entered_afterwards',
      'h.name as holder',
      'c.hand',
      'c.due',
      'c.due_on',
      'c.due_unit',
      'c.statutory_on',
      'c.standing_for',
    ])
    .orderBy('c.due_on', (o) => o.asc().nullsLast())
    .orderBy('c.received_on')
    .orderBy('c.case_id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    id: row.case_id as CaseId,
    version: row.version,
    number: row.number,
    projectId: row.project_id as ProjectId,
    projectName: row.project_name,
    company: row.company_name,
    occurrence: row.occurrence,
    matter: row.matter,
    matterName: row.matter_name,
    agencyId: row.agency_id as AgencyId,
    agencyName: agencyName(ground, row.agency_id),
    stage: row.stage,
    stageName: STAGE_NAMES[row.stage],
    origin: row.origin,
    receivedOn: row.received_on,
    enteredAfterwards: row.entered_afterwards,
    holder: row.holder,
    time: timeOf(row, ground.calendar, asked.today),
    synthetic: row.synthetic,
  }))
}

/** How many a filter finds, how many of them are late, and how many stand still. */
export async function countsFound(tx: Tx, asked: Asked) {
  const { total, overdue, standing } = await found(tx, asked)
    .select([
      sql<string>`count(*)`.as('total'),
      sql<string>`count(*) filter (where c.due_on < ${asked.today})`.as('overdue'),
      sql<string>`count(*) filter (where c.hand = 'standing')`.as('standing'),
    ])
    .executeTakeFirstOrThrow()
  return { total: Number(total), overdue: Number(overdue), standing: Number(standing) }
}
