import type { Deps } from '../platform/deps.ts'
import type { Press } from './press/press.ts'
import type { Seals } from './seal/seals.ts'

/** What documents stand on beside the rest. */
export type DocumentDeps = Deps & {
  readonly press: Press
  readonly seals: Seals
  /** Where people reach this server; what is printed points there. */
  readonly publicUrl: string
}
