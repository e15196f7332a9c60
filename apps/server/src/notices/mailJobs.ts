import { createHash } from 'node:crypto'
import { isWorkday } from '@kaigong/calendar'
import type { DistrictCode, NoticeKind } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import type { Mailer } from './mailer.ts'
import { mailText } from './mailText.ts'
import './tables.ts'

export type MailDeps = Deps & {
  /** null where the server has no mail to send by. */
  readonly mailer: Mailer | null
  readonly publicUrl: string
}

/** What cannot wait until the next morning. */
const URGENT: readonly NoticeKind[] = [
  'correctionAsked',
  'supplementAsked',
  'toleranceOverdue',
  'returned',
  'urged',
  'overdue',
]
/** Lines of one mail; the page has the rest. */
const MOST = 50

/** Mail of what is unread: at once what is urgent, the rest together each working morning. Each notice is mailed once at most. */
export const mailJobs = (deps: MailDeps): readonly JobDefinition[] => [
  {
    queue: 'mailUrgent',
    name: { zh: '发送紧急通知邮件', en: 'Mail what is urgent' },
    cron: '*/5 * * * *',
    attempts: 5,
    run: ({ district }) => mailAll(deps, district, URGENT),
  },
  {
    queue: 'mailDigest',
    name: { zh: '发送未读通知汇总邮件', en: 'Mail what is unread' },
    cron: '45 8 * * *',
    attempts: 5,
    run: async ({ district }) => {
      const today = beijingMoment(deps.now()).on
      const { ground } = await inTransaction(deps.db, systemIn(district), (tx) => deps.catalogues.inForce(tx, district))
      if (isWorkday(ground.calendar, today)) await mailAll(deps, district, null)
    },
  },
]

/** One transaction a person: a mail that is refused keeps back nobody else's, and is tried again with the job. */
async function mailAll(deps: MailDeps, district: DistrictCode, kinds: readonly NoticeKind[] | null): Promise<void> {
  const { mailer } = deps
  if (mailer === null) return
  const people = await inTransaction(deps.db, systemIn(district), (tx) => addressees(tx, district))
  const failed: unknown[] = []
  for (const { person_id, address } of people) {
    await inTransaction(deps.db, systemIn(district), async (tx) => {
      const lines = await unmailed(tx, district, person_id, kinds)
      if (lines.length === 0) return
      const ids = lines.map(({ notice_id }) => notice_id)
      await tx
        .updateTable('notice')
        .set({ mailed_at: deps.now().toString() })
        .where('district_code', '=', district)
        .where('notice_id', 'in', ids)
        .execute()
      const id = createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 32)
      await mailer.send({ to: address, id, ...mailText(lines, deps.publicUrl) })
    }).catch((error: unknown) => failed.push(error))
  }
  if (failed.length > 0) throw failed[0]
}

const addressees = (tx: Tx, district: DistrictCode) =>
  tx
    .selectFrom('mail_address as a')
    .innerJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 'a.district_code').onRef('p.person_id', '=', 'a.person_id'),
    )
    .where('a.district_code', '=', district)
    .where('p.active', '=', true)
    .select(['a.person_id', 'a.address'])
    .orderBy('a.person_id')
    .execute()

/** Locked, so that two jobs at once send no mail twice. */
const unmailed = (tx: Tx, district: DistrictCode, person: string, kinds: readonly NoticeKind[] | null) =>
  tx
    .selectFrom('notice')
    .where('district_code', '=', district)
    .where('person_id', '=', person)
    .where('mailed_at', 'is', null)
    .where('read_at', 'is', null)
    .$if(kinds !== null, (q) => q.where('kind', 'in', kinds ?? []))
    .select(['notice_id', 'kind', 'case_id', 'case_number', 'matter_name'])
    .orderBy('at')
    .orderBy('seq')
    .limit(MOST)
    .forUpdate()
    .skipLocked()
    .execute()
