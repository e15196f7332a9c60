import { type Day, day, isoDate } from '@kaigong/calendar'
import { caseObligations, dutyObligations, permitDuties } from '@kaigong/casework'
import type { CaseId, DistrictCode, ObligationView, ProjectId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import { lawOf } from '../cases/law.ts'
import { issuedBy } from '../gates/ground.ts'
import { agencyName } from '../plans/view.ts'
import type { Tx } from '../platform/database/transaction.ts'
import '../cases/tables.ts'
import '../projects/tables.ts'

/** Whose obligations: of a project, or what an agency or a company owes in any. */
export type Whose =
  | { readonly project: ProjectId }
  | { readonly agency: string; readonly company: null }
  | { readonly agency: null; readonly company: string }

/** Most cases that are looked at for one answer. */
const MOST = 5000

/**
 * What is still owed by the cases that the asker sees: deferred materials, inspections, deliveries, and the duties that a granted document
 * leaves on the enterprise. The earliest day first; what has no day stands last.
 */
export async function obligationsOf(
  tx: Tx,
  district: DistrictCode,
  ground: Ground,
  today: Day,
  whose: Whose,
): Promise<ObligationView[]> {
  const rows = await tx
    .selectFrom('case_file as c')
    .innerJoin('project as p', (j) =>
      j.onRef('p.district_code', '=', 'c.district_code').onRef('p.project_id', '=', 'c.project_id'),
    )
    .where('c.district_code', '=', district)
    .where('c.stage', 'in', ['accepted', 'handling', 'granted'])
    .$if('project' in whose, (q) => q.where('c.project_id', '=', 'project' in whose ? whose.project : ''))
    .$if('agency' in whose && whose.agency !== null, (q) =>
      q.where('c.agency_id', '=', ('agency' in whose && whose.agency) || ''),
    )
    .$if('company' in whose && whose.company !== null, (q) =>
      q.where('c.company_id', '=', ('company' in whose && whose.company) || ''),
    )
    .select(['c.case_id', 'c.project_id', 'c.matter', 'c.matter_name', 'c.variant', 'c.state', 'c.company_id'])
    .select(['p.name as project_name', 'p.company_name', 'p.start_actual'])
    .orderBy('c.case_id')
    .limit(MOST)
    .execute()
  const owed = rows.flatMap((row) => {
    const law = lawOf(ground, row.matter, row.variant)
    const issued = issuedBy(row.state, row.start_actual === null ? null : day(row.start_actual))
    const duties = issued ? permitDuties(ground.catalogue, issued, today, ground.calendar) : []
    const obligations = [
      ...(law ? caseObligations(row.state, today, law) : []),
      ...dutyObligations(duties, row.company_id),
    ]
    return obligations.map(({ party, dueOn, says, basis, kind, owner }): ObligationView => {
      const company = row.company_name ?? ''
      const name = owner === 'enterprise' ? { zh: company, en: company } : agencyName(ground, party)
      return {
        kind,
        owner,
        party: { id: party, name },
        dueOn: dueOn === null ? null : isoDate(dueOn),
        isOverdue: dueOn !== null && dueOn < today,
        says,
        basis,
        caseId: row.case_id as CaseId,
        projectId: row.project_id as ProjectId,
        projectName: row.project_name,
        matter: row.matter,
        matterName: row.matter_name,
      }
    })
  })
  const side = 'project' in whose ? null : whose.agency === null ? 'enterprise' : 'government'
  return owed
    .filter(({ owner }) => side === null || owner === side)
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}
