import { countWorkdays, day, isWorkday } from '@kaigong/calendar'
import type { DistrictCode, ProjectId } from '@kaigong/contract'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { tellOfPlan } from './keep.ts'
import { agencyName } from './view.ts'
import './tables.ts'

/** An agency that has not answered after so many working days is reminded, every working day until it does. */
const PATIENCE = 2

export const remind = ({ db, catalogues, now, legalToday }: Deps): JobDefinition => ({
  queue: 'remind',
  name: { zh: '催办会签', en: 'Remind of countersigning' },
  cron: '30 8 * * *',
  attempts: 3,
  run: async ({ district }) => {
    await inTransaction(db, systemIn(district), async (tx) => {
      const { ground } = await catalogues.inForce(tx, district)
      const today = day(legalToday().toString())
      if (!isWorkday(ground.calendar, today)) return
      const late = (await waiting(tx, district)).filter(
        ({ asked_at }) => countWorkdays(ground.calendar, day(legalDayOf(asked_at)), today) > PATIENCE,
      )
      for (const [key, asked] of Map.groupBy(late, ({ project_id, no }) => `${project_id} ${no}`)) {
        const [project = '', number = ''] = key.split(' ')
        const no = Number(number)
        // A job that is tried again must not remind twice.
        if (await remindedOn(tx, district, `plan/${project}/${no}`, legalToday().toString())) continue
        const agencies = asked.map(({ agency_id }) => ({ agency: agency_id, name: agencyName(ground, agency_id) }))
        await tellOfPlan(tx, { district, actor: null, at: now() }, project as ProjectId, no, {
          type: 'countersignReminded',
          data: { no, agencies },
        })
      }
    })
  },
})

const legalDayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()

/** Countersignatures that circulating versions wait for. */
const waiting = (tx: Tx, district: DistrictCode) =>
  tx
    .selectFrom('countersignature as s')
    .innerJoin('plan as v', (j) =>
      j
        .onRef('v.district_code', '=', 's.district_code')
        .onRef('v.project_id', '=', 's.project_id')
        .onRef('v.no', '=', 's.no'),
    )
    .where('s.district_code', '=', district)
    .where('s.status', '=', 'waiting')
    .where('v.status', '=', 'countersigning')
    .select(['s.project_id', 's.no', 's.agency_id', 's.asked_at'])
    .orderBy('s.agency_id')
    .execute()

async function remindedOn(tx: Tx, district: DistrictCode, stream: string, today: string): Promise<boolean> {
  const last = await tx
    .selectFrom('event')
    .where('district_code', '=', district)
    .where('stream', '=', stream)
    .where('type', '=', 'countersignReminded')
    .select('at')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last !== undefined && legalDayOf(last.at) === today
}
