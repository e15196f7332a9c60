import type { Deps } from '../platform/deps.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { remind } from './remind.ts'
import { replan } from './replan.ts'

/** What is done for plans without anybody asking. */
export const planJobs = (deps: Deps): readonly JobDefinition[] => [replan(deps), remind(deps)]
