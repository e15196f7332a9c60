import type { DistrictCode, NoticeKind, PersonId, Text } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import './tables.ts'

/** What somebody is told, and what it came of: nobody is told twice of the same cause. */
export type Notice = {
  readonly cause: string
  readonly kind: NoticeKind
  readonly says: Text
  readonly project: string
  readonly caseId: string
  readonly caseNumber: string
  readonly matterName: Text
}

type Doing = { readonly district: DistrictCode; readonly actor: PersonId | null; readonly at: Temporal.Instant }

/** Whose notice: one by one, or all of a company or agency who have a role there. */
export type Addressees =
  | { readonly people: readonly string[] }
  | { readonly company: string }
  | { readonly headsOf: string }

/** Tells the addressees, but not whoever did it. */
export async function tell(tx: Tx, { district, actor, at }: Doing, notice: Notice, to: Addressees): Promise<void> {
  const { cause, kind, says, project, caseId, caseNumber, matterName } = notice
  await sql`
    insert into notice (district_code, person_id, cause, kind, at, says, project_id, case_id, case_number, matter_name)
      select ${district}, p.person_id, ${cause}, ${kind}, ${at.toString()}::timestamptz, ${JSON.stringify(says)}::jsonb,
          ${project}::uuid, ${caseId}::uuid, ${caseNumber}, ${JSON.stringify(matterName)}::jsonb
        from ${addressed(district, to)} p
        where p.person_id is distinct from ${actor}::uuid
      on conflict do nothing`.execute(tx)
}

/** Desks are named by who sits there, whom an applicant who acts may not see; the others are looked up among the people. */
function addressed(district: DistrictCode, to: Addressees) {
  if ('people' in to) return sql`(select distinct unnest(${to.people}::uuid[]) as person_id)`
  const at =
    'company' in to
      ? sql`company_id = ${to.company}::uuid and 'companyUser' = any(roles)`
      : sql`agency_id = ${to.headsOf} and 'agencyHead' = any(roles)`
  return sql`(select person_id from person where district_code = ${district} and active and ${at})`
}
