import type { CompanyId, ProjectId } from '@kaigong/contract'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Deps } from '../../platform/deps.ts'
import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'
import { registerCompany } from '../companies.ts'
import { changeProject, type Doing, projectById, registerProject } from '../save.ts'
import { giveDuties } from '../team.ts'
import type { Intended } from './match.ts'

/** Does what one line intends: the company where it is new, the project, then who has which duty. */
export async function carryOut(
  tx: Tx,
  deps: Deps,
  doing: Doing,
  { what, line, existing, body, company, duties }: Intended,
): Promise<Refused | undefined> {
  if (what === 'same') return undefined
  const made = company.fresh && (await registerCompany(tx, doing.district, deps.newId() as CompanyId, company.fresh))
  if (isRefused(made)) return made
  const whole = made ? { ...body, identity: { ...body.identity, companyId: made.id } } : body
  const id = (existing?.project_id ?? deps.newId()) as ProjectId
  const imported = { name: body.identity.name, sheet: line.sheet, row: line.row }
  const saved = existing
    ? await changeProject(tx, deps.jobs, doing, existing, whole)
    : await registerProject(tx, doing, id, whole, { events: [{ type: 'projectImported', data: imported }] })
  if (isRefused(saved)) return saved
  if (duties.length === 0) return undefined
  const row = await projectById(tx, doing.district, id)
  if (!row) return refuse('request.notFound')
  const given = await giveDuties(tx, doing, row, duties)
  return isRefused(given) ? given : undefined
}
