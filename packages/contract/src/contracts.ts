import { caseContracts } from './cases.ts'
import { certificateContracts } from './certificates.ts'
import type { Contract } from './contract.ts'
import { editionContracts } from './editions.ts'
import { fileContracts } from './files.ts'
import { landContracts } from './land.ts'
import { operationContracts } from './operations.ts'
import { peopleContracts } from './people.ts'
import { planContracts } from './plans.ts'
import { projectContracts } from './projects.ts'

/** Everything that the server answers to, by capability: validation, OpenAPI, the web's types and the tests walk this. */
export const contracts = {
  people: peopleContracts,
  projects: projectContracts,
  plans: planContracts,
  cases: caseContracts,
  certificates: certificateContracts,
  land: landContracts,
  files: fileContracts,
  editions: editionContracts,
  operations: operationContracts,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Contract>>>>
