import type { Catalogues } from './catalogue/catalogues.ts'
import type { Database } from './database/database.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Planning } from './planning/planning.ts'
import type { World } from './world/world.ts'

/** What every capability may stand on. */
export type Deps = World & {
  readonly db: Database
  readonly catalogues: Catalogues
  readonly planning: Planning
  readonly jobs: Jobs
}
