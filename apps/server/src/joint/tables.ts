import type { JointState } from '@kaigong/casework'
import type { JointKind, JointListItem } from '@kaigong/contract'
import type { ColumnType } from 'kysely'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

/** A joint handling that was opened. */
export type KnownJoint = Exclude<JointState, { readonly stage: 'none' }>

interface JointTable {
  district_code: string
  joint_id: string
  version: number
  head: string
  number: string
  project_id: string
  company_id: string
  kind: JointKind
  lead: string
  edition_id: string
  application: string
  state: Json<KnownJoint>
  stage: JointListItem['stage']
  due_on: string | null
  opened_on: string
  opened_at: string
  updated_at: string
}

interface JointParticipantTable {
  district_code: string
  joint_id: string
  agency_id: string
  project_id: string
  matter: string
  due_on: string
  waits: boolean
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    joint: JointTable
    joint_participant: JointParticipantTable
  }
}
