import { editionRoutes } from './editions/editionRoutes.ts'
import { says as saysOfEditions } from './editions/says.ts'
import { trialJob } from './editions/trialJob.ts'
import { authenticate } from './people/authenticate.ts'
import type { PeopleDeps } from './people/deps.ts'
import { peopleRoutes } from './people/peopleRoutes.ts'
import { says as saysOfPeople } from './people/says.ts'
import type { Says } from './platform/events/says.ts'
import type { Authenticate } from './platform/http/carry.ts'
import type { Route } from './platform/http/route.ts'
import type { JobDefinition } from './platform/jobs/jobs.ts'
import { planJobs } from './plans/jobs.ts'
import { planRoutes } from './plans/routes.ts'
import { says as saysOfPlans } from './plans/says.ts'
import { projectRoutes } from './projects/projectRoutes.ts'
import { says as saysOfProjects } from './projects/says.ts'

/** What all capabilities together need. */
export type AllDeps = PeopleDeps

/** The sentences of all events. */
export const says: Says = { ...saysOfEditions, ...saysOfPeople, ...saysOfPlans, ...saysOfProjects }

/** Everything that the server answers: one line a capability. */
export const routes = (deps: AllDeps): readonly Route[] => [
  ...peopleRoutes(deps),
  ...editionRoutes(deps),
  ...projectRoutes({ ...deps, says }),
  ...planRoutes(deps),
]

/** Who asks. */
export const whoAsks = (deps: AllDeps): Authenticate => authenticate(deps)

/** Work that is done later. */
export const jobDefinitions = (deps: AllDeps): readonly JobDefinition[] => [...planJobs(deps), trialJob(deps)]
