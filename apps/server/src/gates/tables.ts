import type { GateId } from '@kaigong/contract'

interface GateExceptionTable {
  district_code: string
  project_id: string
  gate: GateId
  matter: string
  excepted_on: string
  excepted_by: string
  policy_title: string
  policy_number: string
  reason: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    gate_exception: GateExceptionTable
  }
}
