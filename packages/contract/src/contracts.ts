import { caseContracts } from './cases.ts'
import { certificateContracts } from './certificates.ts'
import type { Contract } from './contract.ts'
import { documentContracts } from './documents.ts'
import { editionContracts } from './editions.ts'
import { exchangeContracts } from './exchange.ts'
import { fileContracts } from './files.ts'
import { gateContracts } from './gates.ts'
import { jointContracts } from './joint.ts'
import { landContracts } from './land.ts'
import { leaveContracts } from './leave.ts'
import { mirrorContracts } from './mirrors.ts'
import { noticeContracts } from './notices.ts'
import { obligationContracts } from './obligations.ts'
import { operationContracts } from './operations.ts'
import { peopleContracts } from './people.ts'
import { planContracts } from './plans.ts'
import { projectContracts } from './projects.ts'
import { proxyContracts } from './proxies.ts'

/** Everything that the server answers to, by capability: validation, OpenAPI, the web's types and the tests walk this. */
export const contracts = {
  people: peopleContracts,
  projects: projectContracts,
  plans: planContracts,
  cases: caseContracts,
  joint: jointContracts,
  exchange: exchangeContracts,
  documents: documentContracts,
  certificates: certificateContracts,
  land: landContracts,
  files: fileContracts,
  proxies: proxyContracts,
  gates: gateContracts,
  obligations: obligationContracts,
  leave: leaveContracts,
  notices: noticeContracts,
  mirrors: mirrorContracts,
  editions: editionContracts,
  operations: operationContracts,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Contract>>>>
