import type { contracts, OutOf, PlanDocument, ProjectFacts, Readiness, Text } from '@kaigong/contract'
import { placesOf } from './parts.ts'

type Matters = OutOf<typeof contracts.editions.facts>['matters']

/** Who brings materials, in the order in which a helper asks them; what offices issue to one another nobody brings. */
const bringers = ['enterprise', 'designer', 'intermediary', 'contractor', 'utility', 'government'] as const
type Bringer = (typeof bringers)[number]

/** One material to be had for one matter in one place, and the day that somebody named for it. */
export type Awaited = {
  readonly key: string
  readonly matter: string
  readonly matterName: Text
  /** Id of the phase or parcel; empty for the whole project. */
  readonly scope: string
  readonly material: string
  readonly name: Text
  readonly essential: boolean
  readonly from: Bringer
  /** The last day on which it may be handed in under the plan that was tried; null where that plan does not ask for it. */
  readonly neededBy: string | null
  readonly on: string | undefined
}

export type Awaiting = { readonly from: Bringer; readonly materials: readonly Awaited[] }

const isBringer = (from: string): from is Bringer => bringers.some((one) => one === from)

/**
 * What has to be brought, by who brings it: everything that the plan asks for and no office has already, and whatever else a day was named
 * for. In the order of the catalogue, so that nothing moves while somebody writes days.
 */
export function awaited(plan: PlanDocument | undefined, facts: ProjectFacts, matters: Matters): readonly Awaiting[] {
  const ready = facts.ready ?? []
  const all = new Map<string, Awaited>()
  const add = (of: Pick<Awaited, 'matter' | 'scope' | 'material' | 'neededBy'>) => {
    const matter = matters.find((m) => m.id === of.matter)
    const material = matter?.materials.find((m) => m.id === of.material)
    if (!matter || !material) return
    const key = keyOf(of)
    all.set(key, {
      ...of,
      key,
      matterName: matter.name,
      name: material.name,
      essential: material.necessity === 'essential',
      from: isBringer(material.from) ? material.from : 'government',
      on: dayOf(ready, of),
    })
  }
  const planned = new Set(plan?.matters.map((m) => m.matter))
  for (const { matter, scope, materials, done } of plan?.matters ?? []) {
    for (const { id, shared, issuedBy, neededBy } of materials) {
      const brought = !done && !shared && (issuedBy === null || !planned.has(issuedBy))
      const of = { matter, scope: scope.id, material: id }
      if (brought || dayOf(ready, of) !== undefined) add({ ...of, neededBy })
    }
  }
  for (const { matter, scope = '', material } of ready) {
    if (material === undefined || occurs(plan, matter, scope)) continue
    if (!all.has(keyOf({ matter, scope, material }))) add({ matter, scope, material, neededBy: null })
  }
  const order = new Map(matters.flatMap((m) => m.materials.map((one) => `${m.id}|${one.id}`)).map((id, i) => [id, i]))
  const place = ({ matter, material }: Awaited) => order.get(`${matter}|${material}`) ?? 0
  return bringers.flatMap((from) => {
    const materials = [...all.values()].filter((one) => one.from === from).sort((a, b) => place(a) - place(b))
    return materials.length > 0 ? [{ from, materials }] : []
  })
}

/** Whether a day of the whole matter shows at each of its places already. */
const occurs = (plan: PlanDocument | undefined, matter: string, scope: string): boolean =>
  scope === '' && (plan?.matters.some((m) => m.matter === matter && m.scope.id !== '') ?? false)

const keyOf = ({ matter, scope, material }: Pick<Awaited, 'matter' | 'scope' | 'material'>) =>
  [matter, scope, material].join('|')

type Of = Pick<Awaited, 'matter' | 'scope' | 'material'>

/** The day that holds a material: of those named for its place and for all places the latest. */
const dayOf = (ready: readonly Readiness[], { matter, scope, material }: Of): string | undefined =>
  ready
    .filter((r) => r.matter === matter && r.material === material && (r.scope === undefined || r.scope === scope))
    .map((r) => r.on)
    .sort()
    .at(-1)

/**
 * Names the day of a material in one place, or takes it back. A day that was named for all places goes on holding in the others.
 */
export function withReadyDay(
  facts: ProjectFacts,
  matters: Matters,
  { matter, scope, material }: Of,
  on: string | undefined,
): readonly Readiness[] {
  const ready = facts.ready ?? []
  const isOf = (r: Readiness) => r.matter === matter && r.material === material
  const here = (r: Readiness) => isOf(r) && (r.scope ?? '') === scope
  const everywhere = ready.filter((r) => isOf(r) && r.scope === undefined && scope !== '')
  const per = matters.find((m) => m.id === matter)?.per ?? 'project'
  const others = placesOf(facts, per).filter((p) => p.id !== scope)
  const spread = everywhere.flatMap((r) => others.map((p) => ({ ...r, scope: p.id })))
  const entry = { matter, ...(scope === '' ? {} : { scope }), material }
  const at = ready.findIndex((r) => here(r) || everywhere.includes(r))
  const left = ready.filter((r) => !here(r) && !everywhere.includes(r))
  const instead = [...(on === undefined ? [] : [{ ...entry, on }]), ...spread]
  return at < 0 ? [...left, ...instead] : [...left.slice(0, at), ...instead, ...left.slice(at)]
}

/** Days that were named for all materials of a matter at once. */
export const wholeMatters = ({
  ready = [],
}: ProjectFacts): readonly { readonly at: number; readonly entry: Readiness }[] =>
  ready.flatMap((entry, at) => (entry.material === undefined ? [{ at, entry }] : []))
