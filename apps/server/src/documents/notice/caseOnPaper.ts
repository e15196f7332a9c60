import type { CaseId, CasePaper, DistrictCode } from '@kaigong/contract'
import { documentsOf } from '../../cases/documents.ts'
import { type Happened, happenedTo } from '../../cases/historyView.ts'
import { lawOfCase } from '../../cases/lawOfCase.ts'
import { caseById } from '../../cases/rows.ts'
import { agencyName } from '../../plans/view.ts'
import type { Catalogues } from '../../platform/catalogue/catalogues.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { About } from './telling.ts'

/** A case that the asker may read, with its papers and everything that they are written from; undefined where there is none. */
export async function caseOnPaper(
  tx: Tx,
  catalogues: Catalogues,
  district: DistrictCode,
  id: CaseId,
): Promise<
  { readonly about: About; readonly happened: readonly Happened[]; readonly papers: CasePaper[] } | undefined
> {
  const row = await caseById(tx, district, id)
  if (!row) return undefined
  const law = await lawOfCase(tx, catalogues, district, row)
  const happened = await happenedTo(tx, district, id)
  const about: About = {
    number: row.number,
    matter: row.matter_name,
    project: row.project_name,
    company: row.company_name,
    agency: agencyName(law.ground, row.agency_id),
    law,
    mirrors: row.source_system,
    synthetic: row.synthetic,
  }
  return { about, happened, papers: documentsOf(happened, row.state, law) }
}
