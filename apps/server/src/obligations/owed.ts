import { type Day, day, isoDate } from '@kaigong/calendar'
import { caseObligations, dutyObligations, permitDuties } from '@kaigong/casework'
import type { CaseId, DistrictCode, ObligationView, ProjectId } from '@kaigong/contract'
import { lawsOfCases } from '../cases/lawOfCase.ts'
import { issuedBy } from '../gates/ground.ts'
import { agencyName } from '../plans/view.ts'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import '../cases/tables.ts'
import '../projects/tables.ts'

/** Whose obligations: everybody's, those of a project, or what an agency or a company owes in any. */
export type Whose =
  | { readonly of: 'everybody' }
  | { readonly of: 'project'; readonly project: ProjectId }
  | { readonly of: 'agency'; readonly agency: string }
  | { readonly of: 'company'; readonly company: string }

/** Most cases that are looked at for one answer to a page. */
const MOST = 5000

/**
 * What is still owed by the cases that the asker sees: deferred materials, inspections, deliveries, and the duties that a granted document
 * leaves on the enterprise. The earliest day first; what has no day stands last.
 */
export async function obligationsOf(
  tx: Tx,
  district: DistrictCode,
  catalogues: Catalogues,
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
    .$call((q) => {
      switch (whose.of) {
        case 'everybody':
          return q
        case 'project':
          return q.where('c.project_id', '=', whose.project).limit(MOST)
        case 'agency':
          return q.where('c.agency_id', '=', whose.agency).limit(MOST)
        case 'company':
          return q.where('c.company_id', '=', whose.company).limit(MOST)
      }
    })
    .select([
      'c.case_id',
      'c.edition_id',
      'c.project_id',
      'c.matter',
      'c.matter_name',
      'c.variant',
      'c.state',
      'c.company_id',
    ])
    .select(['p.name as project_name', 'p.company_name', 'p.start_actual'])
    .orderBy('c.case_id')
    .execute()
  const lawOf = await lawsOfCases(tx, catalogues, district, rows)
  const owed = rows.flatMap((row) => {
    const law = lawOf(row)
    const { ground, calendar } = law
    const issued = issuedBy(row.state, row.start_actual === null ? null : day(row.start_actual))
    const duties = issued ? permitDuties(ground.catalogue, issued, today, calendar) : []
    const obligations = [...caseObligations(row.state, today, law), ...dutyObligations(duties, row.company_id)]
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
  const side = whose.of === 'company' ? 'enterprise' : whose.of === 'agency' ? 'government' : null
  return owed
    .filter(({ owner }) => side === null || owner === side)
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}
