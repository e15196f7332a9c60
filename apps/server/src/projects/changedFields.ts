import { type ProjectBody, projectFields } from '@kaigong/contract'
import { canonical } from '../platform/events/seal.ts'

export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** What differs, each field with what it was and what it is; null stands for nothing. */
export function changedFields(before: ProjectBody, after: ProjectBody): readonly FieldChange[] {
  const [old, next] = [projectFields(before), projectFields(after)]
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? null, next.get(field) ?? null]
    // Most fields are plain values: only lists and objects need writing out to be compared.
    return was === is || canonical(was) === canonical(is) ? [] : [{ field, before: was, after: is }]
  })
}

/** Whether a field is of what a plan is computed from: neither a column of the list nor the parcels' outlines. */
export const isOfFacts = (field: string): boolean => !field.startsWith('identity.') && field !== 'parcels'
