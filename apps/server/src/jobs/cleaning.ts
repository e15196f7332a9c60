import type { FileDeps } from '../files/deps.ts'
import { forgetUploads } from '../files/forgetUploads.ts'
import type { Credentials } from '../people/credentials/credentials.ts'
import { forgetEndedSessions } from '../people/credentials/sessions.ts'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import { KEPT_HOURS } from '../platform/http/idempotency.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'

/** Forgets each hour what was only to be kept for a while: first answers to keyed requests, uploaded sheets, unfinished uploads, ended sessions. */
export const cleaning = (deps: FileDeps & { readonly credentials: Credentials }): JobDefinition => ({
  queue: 'cleaning',
  name: { zh: '清理到期的临时数据', en: 'Forget what is over' },
  cron: '17 * * * *',
  attempts: 3,
  run: async ({ district }) => {
    const now = deps.now()
    await inTransaction(deps.db, systemIn(district), async (tx) => {
      await tx
        .deleteFrom('idempotency')
        .where('district_code', '=', district)
        .where('at', '<', now.subtract({ hours: KEPT_HOURS }).toString())
        .execute()
      await tx
        .deleteFrom('upload')
        .where('district_code', '=', district)
        .where('at', '<', now.subtract({ hours: 1 }).toString())
        .execute()
    })
    await forgetUploads(deps, district, now)
    await forgetEndedSessions(deps.credentials, now)
  },
})
