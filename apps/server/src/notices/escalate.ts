import { isWorkday } from '@kaigong/calendar'
import type { DistrictCode } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { openClocks, warningOf } from './openClocks.ts'
import { owedToday } from './owedToday.ts'
import { tell } from './tell.ts'

/**
 * Each working morning: whose time runs short or is over, and what is owed today or has been owed since. A deadline that moves is a new
 * cause; one that stays is told once, however many mornings it stands there.
 */
export const escalate = ({ db, catalogues, now }: Deps): JobDefinition => ({
  queue: 'escalate',
  name: { zh: '预警临期、逾期办件和到期义务', en: 'Warn of short time, overdue cases and obligations' },
  cron: '35 8 * * *',
  attempts: 3,
  run: async ({ district }) => {
    const at = now()
    const today = beijingMoment(at).on
    await inTransaction(db, systemIn(district), async (tx) => {
      const { ground } = await catalogues.inForce(tx, district)
      if (!isWorkday(ground.calendar, today)) return
      const doing = { district, actor: null, at }
      await warn(tx, catalogues, doing)
      for (const { notice, to } of await owedToday(tx, district, catalogues, today)) await tell(tx, doing, notice, to)
    })
  },
})

type Doing = { readonly district: DistrictCode; readonly actor: null; readonly at: Temporal.Instant }

/** The head of the agency is warned, and so is whoever has the case on the desk. */
async function warn(tx: Tx, catalogues: Deps['catalogues'], doing: Doing): Promise<void> {
  for (const row of await openClocks(tx, doing.district)) {
    const warning = await warningOf(tx, catalogues, doing.district, row, beijingMoment(doing.at).on)
    if (!warning) continue
    const { case_id, project_id, number, matter_name, agency_id, holder } = row
    const about = { project: project_id, caseId: case_id, caseNumber: number, matterName: matter_name }
    await tell(tx, doing, { ...warning, ...about }, { headsOf: agency_id })
    if (holder !== null) await tell(tx, doing, { ...warning, ...about }, { people: [holder] })
  }
}
