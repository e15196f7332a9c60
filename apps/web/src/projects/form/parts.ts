import type { Phase, PlannedParcel, ProjectFacts, Text, UnitWorks } from '@kaigong/contract'

/** The lists of a project's parts: phases (分期), parcels that are handled for themselves (分地块), unit works (单位工程). */
export type PartKind = 'phases' | 'parcels' | 'unitWorks'
export type Part = Phase | PlannedParcel | UnitWorks

const beginnings: Readonly<Record<PartKind, string>> = { phases: '', parcels: 'P', unitWorks: 'U' }

/** Ids of all parts; no two may be the same, not even of different kinds. */
export const idsOf = ({ phases = [], parcels = [], unitWorks = [] }: ProjectFacts): readonly string[] =>
  [...phases, ...parcels, ...unitWorks].map(({ id }) => id)

/** The first number that no part has yet, as this kind writes it: `2`, `P2`, `U2`. */
export function freshId(kind: PartKind, taken: readonly string[]): string {
  const begins = beginnings[kind]
  let n = 1
  while (taken.includes(`${begins}${n}`)) n += 1
  return `${begins}${n}`
}

/** The list in place of the old one; an empty one is not stated at all. */
export function withList<K extends 'phases' | 'parcels' | 'unitWorks' | 'ready' | 'done'>(
  facts: ProjectFacts,
  key: K,
  list: NonNullable<ProjectFacts[K]>,
): ProjectFacts {
  const { [key]: _, ...rest } = facts
  return (list.length > 0 ? { ...facts, [key]: list } : rest) as ProjectFacts
}

/** The facts with one part changed, which keeps its id. */
export const withPart = (facts: ProjectFacts, kind: PartKind, part: Part): ProjectFacts =>
  withList(facts, kind, (facts[kind] ?? []).map((old) => (old.id === part.id ? part : old)) as never)

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** One more phase, named by its number; the first one divides the project. */
export function withNewPhase(facts: ProjectFacts, taken: readonly string[]): ProjectFacts {
  const phases = facts.phases ?? []
  const id = freshId('phases', taken)
  const name = { zh: `${numerals[Number(id) - 1] ?? id}期`, en: `Phase ${id}` }
  return withList(facts, 'phases', [...phases, { id, name }])
}

export function withNewUnit(facts: ProjectFacts, taken: readonly string[]): ProjectFacts {
  const id = freshId('unitWorks', taken)
  const name = { zh: `单体 ${id.slice(1)}`, en: `Unit ${id.slice(1)}` }
  return withList(facts, 'unitWorks', [...(facts.unitWorks ?? []), { id, name }])
}

/** A part under another id; whatever names it goes on naming it. */
export function renamed(facts: ProjectFacts, id: string, next: string): ProjectFacts {
  const now = (named: string) => (named === id ? next : named)
  const moved = <T extends { readonly scope?: string | undefined }>(list: readonly T[]): T[] =>
    list.map((one) => (one.scope === id ? { ...one, scope: next } : one))
  const kinds = ['phases', 'parcels', 'unitWorks'] as const
  const ids = kinds.reduce(
    (result, kind) =>
      withList(result, kind, (result[kind] ?? []).map((part) => ({ ...part, id: now(part.id) })) as never),
    facts,
  )
  const phases = (ids.phases ?? []).map((p) => (p.parcels ? { ...p, parcels: p.parcels.map(now) } : p))
  const units = (ids.unitWorks ?? []).map((u) => (u.phase === undefined ? u : { ...u, phase: now(u.phase) }))
  const named = withList(withList(ids, 'phases', phases), 'unitWorks', units)
  return withList(withList(named, 'ready', moved(named.ready ?? [])), 'done', moved(named.done ?? []))
}

/** Without a part, and without what only it was about. A phase whose only parcel goes stands on all of them. */
export function without(facts: ProjectFacts, id: string): ProjectFacts {
  const kinds = ['phases', 'parcels', 'unitWorks'] as const
  const others = kinds.reduce(
    (result, kind) => withList(result, kind, (result[kind] ?? []).filter((part) => part.id !== id) as never),
    facts,
  )
  const phases = (others.phases ?? []).map((phase) => {
    if (!phase.parcels?.includes(id)) return phase
    const { parcels, ...rest } = phase
    const left = parcels.filter((p) => p !== id)
    return left.length > 0 ? { ...rest, parcels: left } : rest
  })
  const units = (others.unitWorks ?? []).map(({ phase, ...unit }) =>
    phase === undefined || phase === id ? unit : { ...unit, phase },
  )
  const left = withList(withList(others, 'phases', phases), 'unitWorks', units)
  const elsewhere = <T extends { readonly scope?: string | undefined }>(list: readonly T[]) =>
    list.filter(({ scope }) => scope !== id)
  return withList(withList(left, 'ready', elsewhere(left.ready ?? [])), 'done', elsewhere(left.done ?? []))
}

/** What else goes with a part: facts stated there, days of materials and matters done there. */
export const goesAlong = (facts: ProjectFacts, { id, facts: own }: Part): number =>
  Object.keys(own ?? {}).length + [...(facts.ready ?? []), ...(facts.done ?? [])].filter((r) => r.scope === id).length

/** A part with a fact stated there; undefined takes it back, so that the whole project's answer holds again. */
export function withOwnFact<T extends Part>(
  part: T,
  fact: string,
  stated: ProjectFacts['facts'][string] | undefined,
): T {
  const { [fact]: _, ...others } = part.facts ?? {}
  const facts = stated === undefined ? others : { ...part.facts, [fact]: stated }
  const { facts: __, ...rest } = part
  return (Object.keys(facts).length > 0 ? { ...rest, facts } : rest) as T
}

/** The Chinese name; an English one that nobody wrote follows it. */
export const withZh = (name: Text | undefined, zh: string): Text => ({ zh, en: ownEn(name) || zh })

/** The English name; an empty one is the Chinese. */
export const withEn = (name: Text | undefined, en: string): Text => ({ zh: name?.zh ?? en, en: en || (name?.zh ?? '') })

/** The English name where somebody wrote one. */
export const ownEn = (name: Text | undefined): string => (name && name.en !== name.zh ? name.en : '')

/** The parts in which a matter occurs; none where it occurs once for the whole project. */
export function placesOf(
  { phases = [], parcels = [], unitWorks = [] }: ProjectFacts,
  per: 'project' | 'phase' | 'parcel' | 'unitWorks',
): readonly Part[] {
  switch (per) {
    case 'project':
      return []
    case 'phase':
      return phases
    case 'parcel':
      return parcels
    case 'unitWorks':
      // Without unit works the works of a phase are one unit.
      return unitWorks.length > 0 ? unitWorks : phases
  }
}

type StatedThere = {
  readonly kind: PartKind
  readonly at: number
  readonly part: Part
  readonly stated: ProjectFacts['facts'][string]
}

/** Where a part answers a fact for itself, by kind and place in its list. */
export const statedInParts = (facts: ProjectFacts, fact: string): readonly StatedThere[] =>
  (['phases', 'parcels', 'unitWorks'] as const).flatMap((kind) =>
    (facts[kind] ?? []).flatMap((part: Part, at) => {
      const stated = part.facts?.[fact]
      return stated === undefined ? [] : [{ kind, at, part, stated }]
    }),
  )
