import type { DistrictCode, PersonId } from '@kaigong/contract'
import type { Selectable } from 'kysely'
import type { Tables } from '../platform/database/tables.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { likePattern } from '../platform/search/searchKey.ts'
import './tables.ts'

export type PersonRow = Selectable<Tables['person']>

export const personById = (tx: Tx, district: DistrictCode, id: PersonId): Promise<PersonRow | undefined> =>
  tx
    .selectFrom('person')
    .where('district_code', '=', district)
    .where('person_id', '=', id)
    .selectAll()
    .executeTakeFirst()

export type PeopleFilter = {
  /** Name, pinyin or initials, or a part of them. */
  readonly q?: string | undefined
  readonly agency?: string | undefined
  readonly role?: string | undefined
}

/** People of the district by name; agencies and roles narrow them. */
export const peopleOf = (tx: Tx, district: DistrictCode, { q, agency, role }: PeopleFilter) =>
  tx
    .selectFrom('person as p')
    .leftJoin('company as c', (j) =>
      j.onRef('c.district_code', '=', 'p.district_code').onRef('c.company_id', '=', 'p.company_id'),
    )
    .where('p.district_code', '=', district)
    .$if(q !== undefined && q !== '', (s) =>
      s.where((e) =>
        e.or([
          e('p.name', 'ilike', likePattern(q ?? '')),
          e('p.name_key', 'like', likePattern((q ?? '').toLowerCase())),
        ]),
      ),
    )
    .$if(agency !== undefined, (s) => s.where('p.agency_id', '=', agency ?? ''))
    .$if(role !== undefined, (s) => s.where((e) => e(e.val(role ?? ''), '=', e.fn.any('p.roles'))))
    .selectAll('p')
    .select('c.name as company_name')
    .orderBy('p.active', 'desc')
    .orderBy('p.name_key')
    .orderBy('p.person_id')
    .limit(1000)
    .execute()
