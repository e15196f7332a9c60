import { messages as audit } from '../audit/messages.ts'
import { messages as cases } from '../cases/messages.ts'
import { messages as catalogue } from '../catalogue/messages.ts'
import { messages as certificates } from '../certificates/messages.ts'
import { messages as district } from '../district/messages.ts'
import { messages as exchange } from '../exchange/messages.ts'
import { messages as files } from '../files/messages.ts'
import { messages as gates } from '../gates/messages.ts'
import { messages as jobs } from '../jobs/messages.ts'
import { messages as joint } from '../joint/messages.ts'
import { messages as land } from '../land/messages.ts'
import { messages as leave } from '../leave/messages.ts'
import { messages as mirrors } from '../mirrors/messages.ts'
import { messages as notices } from '../notices/messages.ts'
import { messages as people } from '../people/messages.ts'
import { messages as plans } from '../plans/messages.ts'
import { messages as projects } from '../projects/messages.ts'
import { messages as proxies } from '../proxies/messages.ts'
import { messages as shell } from '../shell/messages.ts'
import { messages as workbench } from '../workbench/messages.ts'

/** The texts of each capability, under the name of its folder, with which all its keys begin. */
export const capabilities = {
  audit,
  cases,
  catalogue,
  certificates,
  district,
  exchange,
  files,
  gates,
  jobs,
  leave,
  joint,
  land,
  notices,
  mirrors,
  people,
  plans,
  projects,
  proxies,
  shell,
  workbench,
} as const

/** Every text of the web, both languages side by side. */
export const messages = {
  ...audit,
  ...cases,
  ...catalogue,
  ...certificates,
  ...district,
  ...exchange,
  ...files,
  ...gates,
  ...jobs,
  ...leave,
  ...joint,
  ...land,
  ...notices,
  ...mirrors,
  ...people,
  ...plans,
  ...projects,
  ...proxies,
  ...shell,
  ...workbench,
} as const

export type Key = keyof typeof messages
