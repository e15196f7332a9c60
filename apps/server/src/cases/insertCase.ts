import type { KnownCase } from '@kaigong/casework'
import type { PlanMatter } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import type { Head } from '../platform/events/append.ts'
import type { CaseLaw } from './law.ts'
import type { Doing } from './record.ts'
import { shownOf } from './shown.ts'
import './tables.ts'

/** Where a case is handled: here, or in another system that it is copied from. */
type Origin = {
  readonly system: string
  readonly time: string
  readonly verifiedBy: string
} | null

type NewCase = {
  readonly id: string
  readonly number: string
  readonly project: string
  readonly planned: PlanMatter
  readonly agency: string | null
  readonly company: string
  readonly edition: string
  readonly receivedOn: string
  readonly mirrored: Origin
  /** The conversion of the land day that opened it. */
  readonly conversion?: string
}

type Come = { readonly state: KnownCase; readonly head: Head; readonly afterwards: number }

/** Keeps a case for the first time: the row that lists and pages read, as its events have come to be. */
export async function insertCase(
  tx: Tx,
  { district, at }: Doing,
  law: CaseLaw,
  { state, head, afterwards }: Come,
  { id, number, project, planned, agency, company, edition, receivedOn, mirrored, conversion }: NewCase,
): Promise<void> {
  const { matter } = law
  await tx
    .insertInto('case_file')
    .values({
      ...shownOf(state, law),
      district_code: district,
      case_id: id,
      version: head.version,
      head: head.hash,
      number,
      project_id: project,
      occurrence: planned.id,
      matter: matter.id,
      matter_name: JSON.stringify(matter.name),
      variant: planned.variant?.id ?? null,
      scope: JSON.stringify(planned.scope),
      agency_id: agency ?? '',
      company_id: company,
      edition_id: edition,
      conversion_id: conversion ?? null,
      origin: mirrored ? 'mirrored' : 'here',
      source_system: mirrored?.system ?? null,
      source_time: mirrored?.time ?? null,
      verified_at: mirrored ? at.toString() : null,
      verified_by: mirrored?.verifiedBy ?? null,
      received_on: receivedOn,
      entered_afterwards: afterwards,
      opened_at: at.toString(),
      updated_at: at.toString(),
    })
    .execute()
}
