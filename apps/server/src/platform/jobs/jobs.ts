import type { DistrictCode } from '@kaigong/contract'
import type { Tx } from '../database/transaction.ts'

/** Work that is done later, by any server process: what it is called, and what it needs to know (ids only, nothing personal). */
export type JobData = { readonly district: DistrictCode; readonly [name: string]: string | number | boolean | null }

export type JobDefinition = {
  readonly queue: string
  readonly name: { readonly zh: string; readonly en: string }
  /** A crontab line, read in Asia/Shanghai; such a job runs once for each district. */
  readonly cron?: string
  /** Tries before it counts as failed. */
  readonly attempts: number
  readonly run: (data: JobData, signal: AbortSignal) => Promise<void>
}

export type Jobs = {
  /** Puts a job into the outbox of this transaction: it exists when the transaction commits, and only then. */
  readonly send: (tx: Tx, queue: string, data: JobData) => Promise<void>
}
