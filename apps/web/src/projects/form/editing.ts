import { type BodyOf, canonical, type contracts, type OutOf, projectFields } from '@kaigong/contract'

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

/** The database gives the keys of an object back in another order than the form wrote them. */
const same = (a: unknown, b: unknown) => canonical(a ?? null) === canonical(b ?? null)

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
  const [before, own, current] = [fieldsOf(base), fieldsOf(mine), fieldsOf(now)]
  const fields = [...new Set([...before.keys(), ...own.keys(), ...current.keys()])]
  const conflicts = fields.flatMap((field): readonly Conflict[] => {
    const iChanged = !same(before.get(field), own.get(field))
    const theyChanged = !same(before.get(field), current.get(field))
    if (!iChanged || !theyChanged || same(own.get(field), current.get(field))) return []
    const by = changes.find((c) => c.field === field || c.field === listAndKey(field)?.list)?.by ?? null
    return [{ field, mine: own.get(field), theirs: current.get(field), by }]
  })
  const merged = fields.reduce(
    (result, field) => (same(before.get(field), own.get(field)) ? result : withField(result, field, own.get(field))),
    now,
  )
  return { merged, conflicts }
}

/** The same with one field changed; an undefined value takes the field away. */
export function withField(editing: Editing, field: string, value: unknown): Editing {
  const entry = listAndKey(field)
  if (entry) return withEntries(editing, entry, (value ?? []) as readonly Entry[])
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

/** The lists of a project, whose entries two people may change without touching each other's. */
const lists = ['parcels', 'plannedParcels', 'phases', 'unitWorks', 'ready', 'done'] as const
type List = (typeof lists)[number]
type Entry = { readonly id?: string; readonly matter?: string; readonly scope?: string; readonly material?: string }

/** What an entry is known by: a part by its id, a day by the matter, the place and the material that it is of. */
const keyOf = ({ id, matter = '', scope = '', material = '' }: Entry): string =>
  id ?? [matter, scope, material].join('|')

/** Which list and which entry a field such as `phases/2` or `ready/C02|2|C02-design` means. */
export function listAndKey(field: string): { readonly list: List; readonly key: string } | undefined {
  const at = field.indexOf('/')
  const list = lists.find((name) => name === field.slice(0, at))
  return list && { list, key: field.slice(at + 1) }
}

/** The fields of a project with its lists taken apart, entry by entry; entries that are known by the same stay together. */
function fieldsOf(editing: Editing): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [field, value] of projectFields(editing)) {
    if (!lists.some((list) => list === field)) fields.set(field, value)
    else
      for (const entry of value as readonly Entry[]) {
        const name = `${field}/${keyOf(entry)}`
        fields.set(name, [...((fields.get(name) ?? []) as Entry[]), entry])
      }
  }
  return fields
}

/** Puts entries where those known by the same key stood, new ones last. */
function withEntries(editing: Editing, { list, key }: { list: List; key: string }, entries: readonly Entry[]): Editing {
  const old = (projectFields(editing).get(list) ?? []) as readonly Entry[]
  const found = old.findIndex((entry) => keyOf(entry) === key)
  const others = old.filter((entry) => keyOf(entry) !== key)
  const at = found < 0 ? others.length : found
  const next = [...others.slice(0, at), ...entries, ...others.slice(at)]
  if (list === 'parcels') return { ...editing, parcels: next as Editing['parcels'] }
  const stated = list === 'plannedParcels' ? 'parcels' : list
  return { ...editing, facts: set(editing.facts, stated, next.length > 0 ? next : undefined) }
}
