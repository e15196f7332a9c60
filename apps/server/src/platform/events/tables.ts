import type { Generated } from 'kysely'

interface EventTable {
  district_code: string
  stream: string
  version: number
  type: string
  at: string
  actor: string | null
  project_id: string | null
  sealed: string
  hash: string
  tx: Generated<string>
  seq: Generated<string>
}

interface CheckpointTable {
  district_code: string
  no: number
  at: string
  sealed: string
  hash: string
  signature: string
  key_id: string
}

declare module '../database/tables.ts' {
  interface Tables {
    event: EventTable
    checkpoint: CheckpointTable
  }
}
