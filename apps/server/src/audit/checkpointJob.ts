import type { Database } from '../platform/database/database.ts'
import type { PublicKeys, SigningKey } from '../platform/events/signingKey.ts'
import { writeCheckpoint } from '../platform/events/writeCheckpoint.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import type { World } from '../platform/world/world.ts'

/** Signs the heads of all streams of a district once a day, after office hours: a tail that is cut later shows. */
export const checkpointJob = (
  deps: World & { readonly db: Database; readonly signingKey: SigningKey; readonly publicKeys: PublicKeys },
): JobDefinition => ({
  queue: 'checkpoint',
  name: { zh: '签署留痕检查点', en: 'Sign the trail' },
  cron: '40 23 * * *',
  attempts: 5,
  run: async ({ district }) => {
    await writeCheckpoint(deps.db, district, deps.signingKey, deps.publicKeys, deps.now())
  },
})
