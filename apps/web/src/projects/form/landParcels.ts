import type { Parcel, PlannedParcel } from '@kaigong/contract'
import type { Editing } from './editing.ts'
import { idsOf, renamed, withList, without } from './parts.ts'

/** What of a project its land is written in. */
export type Land = Pick<Editing, 'parcels' | 'facts'>

/** A parcel as people know it: on the map, and in the plan where land matters are handled for each parcel. */
export type LandParcel = Parcel & { readonly planned: PlannedParcel | undefined }

/** All parcels, those of the list first, then those that only the plan knows. */
export function landParcels({ parcels, facts }: Land): readonly LandParcel[] {
  const planned = facts.parcels ?? []
  const listed = parcels.map((p) => ({ ...p, planned: planned.find(({ id }) => id === p.id) }))
  const others = planned.filter(({ id }) => !parcels.some((p) => p.id === id))
  return [...listed, ...others.map((p) => ({ ...onMap(p), planned: p }))]
}

const onMap = ({ id, name }: PlannedParcel): Parcel => ({ id, name: name?.zh ?? null, shape: null })
const inPlan = ({ id, name }: Parcel): PlannedParcel => (name === null ? { id } : { id, name: { zh: name, en: name } })

/** Whether land matters are handled parcel by parcel (分地块办理), not once for all the land. */
export const isSplit = ({ facts }: Land): boolean => facts.parcels !== undefined

/** Land matters for each parcel: every parcel of the list is in the plan, with what the plan already knows of it. */
export function split(editing: Land): Land {
  const planned = landParcels(editing).map((p) => p.planned ?? inPlan(p))
  return { ...editing, facts: withList(editing.facts, 'parcels', planned) }
}

/** Land matters once for all the land: the parcels stay in the list, and nothing is stated of a single one any more. */
export function unsplit(editing: Land): Land {
  const all = landParcels(editing)
  const facts = (editing.facts.parcels ?? []).reduce((left, { id }) => without(left, id), editing.facts)
  return { ...editing, parcels: all.map(({ planned: _, ...parcel }) => parcel), facts }
}

/** One more parcel; in the plan, too, where the land is split. */
export function withParcel(editing: Land, parcel: Parcel): Land {
  const facts = isSplit(editing)
    ? withList(editing.facts, 'parcels', [...(editing.facts.parcels ?? []), inPlan(parcel)])
    : editing.facts
  return { ...editing, parcels: [...editing.parcels, parcel], facts }
}

/** A parcel of the list that the plan does not know is put into the plan. */
export const withPlanned = (editing: Land, parcel: LandParcel): Land => ({
  ...editing,
  facts: withList(editing.facts, 'parcels', [...(editing.facts.parcels ?? []), inPlan(parcel)]),
})

/** The same parcel with another name or outline, or with what the plan is told of it; its id stays. */
export function withChanged(editing: Land, { planned, ...parcel }: LandParcel): Land {
  const facts =
    planned === undefined
      ? editing.facts
      : withList(
          editing.facts,
          'parcels',
          (editing.facts.parcels ?? []).map((p) => (p.id === planned.id ? planned : p)),
        )
  return { ...editing, parcels: editing.parcels.map((p) => (p.id === parcel.id ? parcel : p)), facts }
}

/** Whether the plan knows a parcel: a phase or unit works may bear the id of one that only the map knows, and is not it. */
const isPlanned = ({ facts }: Land, id: string): boolean => (facts.parcels ?? []).some((p) => p.id === id)

export const withoutParcel = (editing: Land, id: string): Land => ({
  ...editing,
  parcels: editing.parcels.filter((p) => p.id !== id),
  facts: isPlanned(editing, id) ? without(editing.facts, id) : editing.facts,
})

export const renamedParcel = (editing: Land, id: string, next: string): Land => ({
  ...editing,
  parcels: editing.parcels.map((p) => (p.id === id ? { ...p, id: next } : p)),
  facts: isPlanned(editing, id) ? renamed(editing.facts, id, next) : editing.facts,
})

/** Ids that a new part may not have. */
export const takenIds = (editing: Land): readonly string[] => [
  ...editing.parcels.map(({ id }) => id),
  ...idsOf(editing.facts),
]
