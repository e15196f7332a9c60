import type { Parcel, ProjectFacts, ProjectIdentity } from '@kaigong/contract'
import { canonical } from '../platform/events/seal.ts'

export type ProjectBody = {
  readonly identity: ProjectIdentity
  readonly facts: ProjectFacts
  readonly parcels: readonly Parcel[]
}
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** A project field by field, as the history names them: `identity.name`, `facts.energyTce`, `land`, `parcels`. */
function fieldsOf({ identity, facts, parcels }: ProjectBody): ReadonlyMap<string, unknown> {
  const { facts: stated, ...rest } = facts
  return new Map<string, unknown>([
    ...Object.entries(identity).map(([key, value]) => [`identity.${key}`, value] as const),
    ...Object.entries(stated).map(([key, value]) => [`facts.${key}`, value] as const),
    ...Object.entries(rest),
    ['parcels', parcels],
  ])
}

/** What differs, each field with what it was and what it is; null stands for nothing. */
export function changedFields(before: ProjectBody, after: ProjectBody): readonly FieldChange[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? null, next.get(field) ?? null]
    return canonical(was) === canonical(is) ? [] : [{ field, before: was, after: is }]
  })
}

/** Whether a change touches what a plan is computed from. */
export const touchesPlan = (changes: readonly FieldChange[]): boolean =>
  changes.some(({ field }) => !field.startsWith('identity.') && field !== 'parcels')
