import { isWorkday } from '@kaigong/calendar'
import { decideJoint } from '@kaigong/casework'
import type { DistrictCode } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { keep } from './act.ts'
import { lawOfJoint } from './law.ts'
import { type JointRow, jointById, jointsWithSilence } from './rows.ts'

/**
 * Each working morning: an agency whose day is over is escalated (内部追责); one that was escalated on an earlier morning and still says
 * nothing counts as agreeing, where the district lets it and no law demands an express decision (decideJoint says which).
 */
export const silenceJob = ({ db, catalogues, now }: Deps): JobDefinition => ({
  queue: 'jointSilence',
  name: { zh: '上报联办逾期未反馈', en: 'Escalate silence in joint handling' },
  cron: '40 8 * * *',
  attempts: 3,
  run: async ({ district }) => {
    const at = now()
    await inTransaction(db, systemIn(district), async (tx) => {
      const { ground } = await catalogues.inForce(tx, district)
      if (!isWorkday(ground.calendar, beijingMoment(at).on)) return
      const today = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
      for (const row of await jointsWithSilence(tx, district, today)) await note(tx, { catalogues }, district, at, row)
    })
  },
})

/** What the silence of each agency comes to; a job that is tried again on the same morning finds nothing more to do. */
async function note(
  tx: Tx,
  { catalogues }: Pick<Deps, 'catalogues'>,
  district: DistrictCode,
  at: Temporal.Instant,
  first: JointRow,
): Promise<void> {
  const law = await lawOfJoint(tx, catalogues, district, first)
  const today = beijingMoment(at).on
  let row: JointRow | undefined = first
  for (const { agency, verdict, dueOn, escalatedOn } of first.state.opinions) {
    if (row === undefined || verdict !== null || dueOn >= today || escalatedOn === today) continue
    const type = escalatedOn === null ? 'escalate' : 'takeSilenceForConsent'
    const event = decideJoint(row.state, { type, agency }, { ...law, today })
    if ('refused' in event) continue
    await keep(tx, { district, actor: null, at }, row, law, event)
    row = await jointById(tx, district, first.joint_id as never)
  }
}
