import type { Seat } from '@kaigong/casework'
import type { DistrictCode, PersonId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import '../people/tables.ts'

type Named = { readonly pointer: string; readonly id: PersonId }

/** The desks of people whom an act names, or which of them has none: who is named must be active and belong to an agency. */
export async function seatsOf(
  tx: Tx,
  district: DistrictCode,
  named: readonly Named[],
): Promise<readonly (Seat & { readonly roles: readonly string[] })[] | Refused> {
  const rows = await tx
    .selectFrom('person')
    .where('district_code', '=', district)
    .where('active', '=', true)
    .where('agency_id', 'is not', null)
    .where('person_id', 'in', [...named.map(({ id }) => id)])
    .select(['person_id', 'agency_id', 'roles'])
    .execute()
  const found = new Map(rows.map((row) => [row.person_id, row]))
  const strangers = named.filter(({ id }) => !found.has(id))
  if (strangers.length > 0)
    return refuse('request.invalid', { errors: strangers.map(({ pointer }) => ({ pointer, detail: NOBODY })) })
  return named.map(({ id }) => {
    const { agency_id, roles } = found.get(id) ?? { agency_id: null, roles: [] }
    return { person: id, agency: agency_id ?? '', roles }
  })
}

const NOBODY = {
  zh: '没有这位在岗的工作人员，请从名单中选择',
  en: 'nobody of this id works in an agency; choose from the list',
}
