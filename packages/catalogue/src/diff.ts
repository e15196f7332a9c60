import type { Catalogue } from './catalogue.ts'
import type { District } from './district.ts'
import type { Limit } from './limit.ts'
import type { Matter } from './matter.ts'
import type { Text } from './source.ts'

/** A thing of the catalogue that only one of two versions has. */
type Listed = { readonly id: string; readonly name: Text }

/** A material that only one version asks for; of a matter that went or came as a whole, each of its materials. */
type ListedMaterial = Listed & {
  readonly matter: string
  readonly necessity: 'essential' | 'deferrable'
  /** Fetched by the agency: the company does not bring it. */
  readonly shared: boolean
}

/** A length of time that both versions set, but not alike. */
export type ChangedDays = {
  readonly matter: string
  readonly name: Text
  /** The law's own limit, or what a district promises. */
  readonly kind: 'statutory' | 'promised'
  readonly district: string | null
  readonly variant: string | null
  /** Days; null where there is none (no limit, by contract, set locally). */
  readonly before: number | null
  readonly after: number | null
  readonly unit: 'workday' | 'day' | 'mixed'
}

/** What else differs in something that both versions have: the names of its parts. */
type Changed = Listed & { readonly parts: readonly string[] }

/** Working days and calendar days, which do not add up. */
type Days = { readonly workday: number; readonly day: number }

export type CatalogueDiff = {
  readonly before: { readonly edition: string; readonly hash: string }
  readonly after: { readonly edition: string; readonly hash: string }
  readonly matters: { readonly removed: readonly Listed[]; readonly added: readonly Listed[] }
  readonly materials: { readonly removed: readonly ListedMaterial[]; readonly added: readonly ListedMaterial[] }
  /** Limits as they stand last: one that a later version of the law has replaced does not count. */
  readonly days: {
    readonly changed: readonly ChangedDays[]
    /** Sums of what moved; a limit that went or came counts whole, one whose unit changed not at all. */
    readonly removed: Days
    readonly added: Days
  }
  readonly edges: { readonly removed: readonly Listed[]; readonly added: readonly Listed[] }
  readonly calendars: { readonly removed: readonly number[]; readonly added: readonly number[] }
  /** Matters, edges, gates, laws, facts, rule books and districts that both have but that say something else now. */
  readonly changed: {
    readonly matters: readonly Changed[]
    readonly edges: readonly Changed[]
    readonly gates: readonly Changed[]
    readonly laws: readonly Changed[]
    readonly facts: readonly Changed[]
    readonly rules: readonly Changed[]
    readonly districts: readonly Changed[]
    /** Parts of the catalogue that are one whole: the land day, conversion, tolerance … */
    readonly whole: readonly string[]
  }
}

/**
 * What a new catalogue removes and adds beside an old one, as a reform is counted: matters (减事项), materials (减材料) and days
 * (减时限), and everything else that differs, so that no change passes unseen.
 */
export function diff(before: Catalogue, after: Catalogue): CatalogueDiff {
  const days = daysOf(before, after)
  return {
    before: { edition: before.edition.edition, hash: before.hash },
    after: { edition: after.edition.edition, hash: after.hash },
    matters: comings(before.matters, after.matters),
    materials: { removed: onlyIn(before, after), added: onlyIn(after, before) },
    days: {
      changed: days,
      removed: movedBy(days, -1),
      added: movedBy(days, 1),
    },
    edges: comings(before.edges.map(named), after.edges.map(named)),
    calendars: {
      removed: years(before).filter((year) => !years(after).includes(year)),
      added: years(after).filter((year) => !years(before).includes(year)),
    },
    changed: {
      matters: changes(before.matters, after.matters),
      edges: changes(before.edges.map(named), after.edges.map(named)),
      gates: changes(before.gates, after.gates),
      laws: changes(before.laws, after.laws),
      facts: changes(before.facts, after.facts),
      rules: changes(before.rules, after.rules),
      districts: changes(before.districts.map(coded), after.districts.map(coded)),
      whole: wholes.filter((part) => !same(before[part], after[part])),
    },
  }
}

/** Days by which limits became shorter (−1) or longer (1). */
function movedBy(changed: readonly ChangedDays[], direction: -1 | 1): Days {
  const sum = (wanted: 'workday' | 'day') =>
    changed
      .filter(({ unit }) => unit === wanted)
      .reduce((total, { before, after }) => total + Math.max(0, direction * ((after ?? 0) - (before ?? 0))), 0)
  return { workday: sum('workday'), day: sum('day') }
}

const wholes = [
  'edition',
  'authorities',
  'specialProcedures',
  'assessments',
  'simultaneities',
  'tolerance',
  'conversion',
  'landDay',
  'calendars',
] as const satisfies readonly (keyof Catalogue)[]

const named = <T extends { readonly says: Text }>(edge: T): T & { readonly name: Text } => ({
  ...edge,
  name: edge.says,
})
const coded = (district: District): District & { readonly id: string } => ({ ...district, id: district.code })
const years = (catalogue: Catalogue): readonly number[] => catalogue.calendars.map(({ year }) => year)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function comings(before: readonly Listed[], after: readonly Listed[]) {
  const missingIn = (list: readonly Listed[], other: readonly Listed[]) => {
    const ids = new Set(other.map(({ id }) => id))
    return list.filter(({ id }) => !ids.has(id)).map(({ id, name }) => ({ id, name }))
  }
  return { removed: missingIn(before, after), added: missingIn(after, before) }
}

function changes<T extends Listed>(before: readonly T[], after: readonly T[]): readonly Changed[] {
  const old = new Map(before.map((x) => [x.id, x]))
  return after.flatMap((now) => {
    const was = old.get(now.id)
    if (was === undefined) return []
    const parts = [...new Set([...keys(was), ...keys(now)])].filter((key) => !same(was[key], now[key]))
    return parts.length === 0 ? [] : [{ id: now.id, name: now.name, parts: parts.map(String) }]
  })
}

const keys = <T extends object>(x: T) => Object.keys(x) as (keyof T)[]

/** Materials of `catalogue` that `other` does not ask for. */
function onlyIn(catalogue: Catalogue, other: Catalogue): readonly ListedMaterial[] {
  const elsewhere = new Map(other.matters.map((m) => [m.id, new Set(m.materials.map(({ id }) => id))]))
  return catalogue.matters.flatMap(({ id: matter, materials }) =>
    materials
      .filter(({ id }) => !elsewhere.get(matter)?.has(id))
      .map(({ id, name, necessity, shared = false }) => ({ matter, id, name, necessity, shared })),
  )
}

type Counted = { readonly days: number; readonly unit: 'workday' | 'day' } | null

function daysOf(before: Catalogue, after: Catalogue): readonly ChangedDays[] {
  const old = limits(before)
  const now = limits(after)
  const changed = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): ChangedDays[] => {
    const was = old.get(key)
    const is = now.get(key)
    const about = (is ?? was)?.about
    if (about === undefined || same(was?.counted, is?.counted)) return []
    const [a, b] = [was?.counted ?? null, is?.counted ?? null]
    if (a === null && b === null) return []
    const unit = a !== null && b !== null && a.unit !== b.unit ? 'mixed' : (a ?? b)?.unit
    return [{ ...about, before: a?.days ?? null, after: b?.days ?? null, unit: unit ?? 'workday' }]
  })
  return changed.sort((a, b) => (a.matter < b.matter ? -1 : a.matter > b.matter ? 1 : 0))
}

type About = Pick<ChangedDays, 'matter' | 'name' | 'kind' | 'district' | 'variant'>

/** Every length that an agency is held to, by what it is the length of. */
function limits({ matters, districts }: Catalogue) {
  const found = new Map<string, { readonly about: About; readonly counted: Counted }>()
  for (const { id: matter, name, limits: own } of matters) {
    for (const [key, limit] of lastOfEach(own)) {
      const about: About = { matter, name, kind: 'statutory', district: null, variant: limit.variant ?? null }
      found.set(`${matter} ${key}`, { about, counted: counted(limit) })
    }
  }
  const names = new Map<string, Matter>(matters.map((m) => [m.id, m]))
  for (const { code, promises } of districts) {
    for (const promise of promises) {
      if (promise.until !== undefined) continue
      const { matter, variant = null, value, unitApplied } = promise
      const name = names.get(matter)?.name ?? { zh: matter, en: matter }
      const about: About = { matter, name, kind: 'promised', district: code, variant }
      found.set(`${code} ${matter} ${variant}`, { about, counted: inDays(value, unitApplied) })
    }
  }
  return found
}

/** Of limits on the same thing the one that holds last; which thing is the key. */
function lastOfEach(own: readonly Limit[]): ReadonlyMap<string, Limit> {
  const last = new Map<string, Limit>()
  for (const limit of own) {
    const { variant = '', who = 'agency', ends = 'decision' } = limit
    const key = `${variant} ${who} ${ends}`
    const other = last.get(key)
    if (other === undefined || endOf(other) <= endOf(limit)) last.set(key, limit)
  }
  return last
}

const endOf = ({ inForce }: Limit): string => inForce?.until ?? '9999-12-31'

/** 行政许可法 42: what the special law leaves open takes 20 working days. */
const GENERAL = { days: 20, unit: 'workday' } as const

function counted(limit: Limit): Counted {
  switch (limit.kind) {
    case 'days':
      return inDays(limit.value, limit.unitApplied)
    case 'atOnce':
      return { days: 0, unit: 'workday' }
    case 'general':
      return GENERAL
    case 'contract':
    case 'local':
    case 'none':
      return null
  }
}

/** Lengths in hours, months and years are no part of a count of days. */
const inDays = (value: number, unit: string): Counted =>
  unit === 'workday' || unit === 'day' ? { days: value, unit } : null
