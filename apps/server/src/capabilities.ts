import { checkpointJob } from './audit/checkpointJob.ts'
import { auditRoutes } from './audit/routes.ts'
import { says as saysOfAudit } from './audit/says.ts'
import { caseRoutes } from './cases/caseRoutes.ts'
import { moveDeadlines } from './cases/moveDeadlines.ts'
import { says as saysOfCases } from './cases/says.ts'
import { certificateRoutes } from './certificates/certificateRoutes.ts'
import { says as saysOfCertificates } from './certificates/says.ts'
import type { DocumentDeps } from './documents/deps.ts'
import { documentRoutes } from './documents/documentRoutes.ts'
import { editionRoutes } from './editions/editionRoutes.ts'
import { says as saysOfEditions } from './editions/says.ts'
import { trialJob } from './editions/trialJob.ts'
import { exchangeRoutes } from './exchange/exchangeRoutes.ts'
import type { FileDeps } from './files/deps.ts'
import { fileRoutes } from './files/routes.ts'
import { says as saysOfFiles } from './files/says.ts'
import { gateRoutes } from './gates/gateRoutes.ts'
import { says as saysOfGates } from './gates/says.ts'
import { cleaning } from './jobs/cleaning.ts'
import { jointRoutes } from './joint/jointRoutes.ts'
import { says as saysOfJoint } from './joint/says.ts'
import { silenceJob } from './joint/silence.ts'
import { landRoutes } from './land/landRoutes.ts'
import { says as saysOfLand } from './land/says.ts'
import { leaveRoutes } from './leave/leaveRoutes.ts'
import { says as saysOfLeave } from './leave/says.ts'
import { mirrorRoutes } from './mirrors/mirrorRoutes.ts'
import { says as saysOfMirrors } from './mirrors/says.ts'
import { escalate } from './notices/escalate.ts'
import { type MailDeps, mailJobs } from './notices/mailJobs.ts'
import { noticeRoutes } from './notices/noticeRoutes.ts'
import { obligationRoutes } from './obligations/obligationRoutes.ts'
import { authenticate } from './people/authenticate.ts'
import type { PeopleDeps } from './people/deps.ts'
import { peopleRoutes } from './people/peopleRoutes.ts'
import { says as saysOfPeople } from './people/says.ts'
import { planJobs } from './plans/jobs.ts'
import { planRoutes } from './plans/routes.ts'
import { says as saysOfPlans } from './plans/says.ts'
import type { Says } from './platform/events/says.ts'
import type { PublicKeys, SigningKey } from './platform/events/signingKey.ts'
import type { Authenticate } from './platform/http/carry.ts'
import type { Route } from './platform/http/route.ts'
import type { JobDefinition } from './platform/jobs/jobs.ts'
import type { Feed } from './platform/stream/feed.ts'
import { streamRoutes } from './platform/stream/routes.ts'
import { projectRoutes } from './projects/projectRoutes.ts'
import { says as saysOfProjects } from './projects/says.ts'
import { proxyRoutes } from './proxies/proxyRoutes.ts'
import { says as saysOfProxies } from './proxies/says.ts'

/** What all capabilities together need. */
export type AllDeps = PeopleDeps &
  FileDeps &
  DocumentDeps &
  MailDeps & {
    readonly feed: Feed
    readonly signingKey: SigningKey
    readonly publicKeys: PublicKeys
  }

/** The sentences of all events. */
const says: Says = {
  ...saysOfAudit,
  ...saysOfCases,
  ...saysOfCertificates,
  ...saysOfEditions,
  ...saysOfFiles,
  ...saysOfGates,
  ...saysOfLeave,
  ...saysOfJoint,
  ...saysOfLand,
  ...saysOfMirrors,
  ...saysOfPeople,
  ...saysOfPlans,
  ...saysOfProjects,
  ...saysOfProxies,
}

/** Everything that the server answers: one line a capability. */
export const routes = (deps: AllDeps): readonly Route[] => [
  ...peopleRoutes(deps),
  ...editionRoutes(deps),
  ...projectRoutes({ ...deps, says }),
  ...planRoutes(deps),
  ...caseRoutes(deps),
  ...jointRoutes(deps),
  ...exchangeRoutes(deps),
  ...documentRoutes(deps),
  ...certificateRoutes(deps),
  ...landRoutes(deps),
  ...fileRoutes(deps),
  ...proxyRoutes(deps),
  ...gateRoutes(deps),
  ...obligationRoutes(deps),
  ...leaveRoutes(deps),
  ...noticeRoutes(deps),
  ...mirrorRoutes(deps),
  ...auditRoutes({ ...deps, says }),
  ...streamRoutes({ ...deps, authenticate: whoAsks(deps) }),
]

/** Who asks. */
export const whoAsks = (deps: AllDeps): Authenticate => authenticate(deps)

/** Work that is done later. */
export const jobDefinitions = (deps: AllDeps): readonly JobDefinition[] => [
  ...planJobs(deps),
  silenceJob(deps),
  escalate(deps),
  ...mailJobs(deps),
  trialJob(deps),
  moveDeadlines(deps),
  checkpointJob(deps),
  cleaning(deps),
]
