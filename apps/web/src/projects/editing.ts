import { type BodyOf, type contracts, type OutOf, projectFields } from '@kaigong/contract'

/** What the form changes: exactly what is sent. */
export type Editing = BodyOf<typeof contracts.projects.change>

type Changes = OutOf<typeof contracts.projects.changesSince>['changes']

/** A field that two people changed, and what each wants. */
export type Conflict = {
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
  readonly by: string | null
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Brings together what I wrote (from `base` to `mine`) and what stands now: fields that only one side changed are taken from that side,
 * fields that both changed differently are conflicts, in which mine stands until somebody chooses.
 */
export function merge(
  base: Editing,
  mine: Editing,
  now: Editing,
  changes: Changes,
): { readonly merged: Editing; readonly conflicts: readonly Conflict[] } {
  const [before, own, current] = [projectFields(base), projectFields(mine), projectFields(now)]
  const fields = [...new Set([...before.keys(), ...own.keys(), ...current.keys()])]
  const conflicts = fields.flatMap((field): readonly Conflict[] => {
    const iChanged = !same(before.get(field), own.get(field))
    const theyChanged = !same(before.get(field), current.get(field))
    if (!iChanged || !theyChanged || same(own.get(field), current.get(field))) return []
    return [
      {
        field,
        mine: own.get(field),
        theirs: current.get(field),
        by: changes.find((c) => c.field === field)?.by ?? null,
      },
    ]
  })
  const merged = fields.reduce(
    (result, field) => (same(before.get(field), own.get(field)) ? result : withField(result, field, own.get(field))),
    now,
  )
  return { merged, conflicts }
}

/** The same with one field changed; an undefined value takes the field away. */
export function withField(editing: Editing, field: string, value: unknown): Editing {
  if (field === 'parcels') return { ...editing, parcels: value as Editing['parcels'] }
  const [where, key] = field.split('.', 2)
  if (where === 'identity' && key !== undefined) return { ...editing, identity: { ...editing.identity, [key]: value } }
  if (where === 'facts' && key !== undefined)
    return { ...editing, facts: { ...editing.facts, facts: set(editing.facts.facts, key, value) } }
  return { ...editing, facts: set(editing.facts, field, value) as Editing['facts'] }
}

function set<T extends object>(object: T, key: string, value: unknown): T {
  const { [key as keyof T]: _, ...rest } = object
  return (value === undefined ? rest : { ...object, [key]: value }) as T
}
