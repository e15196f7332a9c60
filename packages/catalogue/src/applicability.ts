import type { Condition, FactValue } from './condition.ts'
import type { ApplicabilityRule, Matter } from './matter.ts'

/** True, false, or undefined: not known with the facts at hand. */
export type Tri = boolean | undefined

/** What a condition is judged by. `fact` gives undefined for what nobody has answered. */
export type Circumstances = {
  readonly fact: (id: string) => FactValue | undefined
  /** Whether a regional assessment of this type covers the site and is in force. */
  readonly assessed: (type: string) => boolean
  /** Day of acceptance that chooses the version of the law, as ISO date. */
  readonly acceptedOn: (matter: string) => string
}

/** `missing` are the unanswered facts on which an undetermined outcome hangs; empty when it is decided. */
export type Finding = { readonly holds: Tri; readonly missing: readonly string[] }

export type Applicability =
  | { readonly verdict: 'applies'; readonly rule: ApplicabilityRule; readonly missing: readonly [] }
  | { readonly verdict: 'doesNotApply'; readonly missing: readonly [] }
  /** `rule` is the first that may still hold. */
  | { readonly verdict: 'undetermined'; readonly rule: ApplicabilityRule; readonly missing: readonly string[] }

/** Judges matters and conditions under one set of circumstances; every matter once. */
export type Judge = {
  readonly matter: (id: string) => Applicability
  readonly condition: (condition: Condition, matter: string) => Finding
  /** The first variant whose condition holds; undefined where the matter has none or facts are missing. */
  readonly variant: (matter: Matter) => { readonly id: string | undefined; readonly missing: readonly string[] }
}

const decided = (holds: boolean): Finding => ({ holds, missing: [] })
const open = (missing: readonly string[]): Finding => ({ holds: undefined, missing })

/** Kleene's three values: all is false as soon as one is, any true as soon as one is; else what is unknown counts. */
function combine(findings: readonly Finding[], decisive: boolean): Finding {
  if (findings.some((f) => f.holds === decisive)) return decided(decisive)
  const unknown = findings.filter((f) => f.holds === undefined)
  return unknown.length === 0 ? decided(!decisive) : open([...new Set(unknown.flatMap((f) => f.missing))])
}

function compare(test: Extract<Condition, { fact: string }>, value: FactValue): boolean {
  if (test.is !== undefined) return value === test.is
  if (test.in !== undefined) return typeof value === 'string' && test.in.includes(value)
  if (test.includes !== undefined) return Array.isArray(value) && value.includes(test.includes)
  if (typeof value !== 'number') return false
  if (test.atLeast !== undefined) return value >= test.atLeast
  if (test.above !== undefined) return value > test.above
  if (test.atMost !== undefined) return value <= test.atMost
  return test.below !== undefined && value < test.below
}

const negate = (f: Finding): Finding => (f.holds === undefined ? f : decided(!f.holds))

type Plain = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown } | { applies: unknown }>

/** A condition that refers to nothing but facts, assessments and the day of acceptance. */
function plainly(c: Plain, matter: string, { fact, assessed, acceptedOn }: Circumstances): Finding {
  if ('always' in c) return decided(true)
  if ('assessed' in c) return decided(assessed(c.assessed))
  if ('accepted' in c) {
    const day = acceptedOn(matter)
    return decided((c.accepted.from ?? day) <= day && day <= (c.accepted.until ?? day))
  }
  const value = fact(c.fact)
  return value === undefined ? open([c.fact]) : decided(compare(c, value))
}

/** A judge over the matters of a catalogue. Matters may refer to one another; `readCatalogue` has seen to it that they do so in no circle. */
export function judge(matters: ReadonlyMap<string, Matter>, circumstances: Circumstances): Judge {
  const known = new Map<string, Applicability>()

  const condition = (c: Condition, matter: string): Finding => {
    const each = (list: readonly Condition[]) => list.map((x) => condition(x, matter))
    if ('all' in c) return combine(each(c.all), false)
    if ('any' in c) return combine(each(c.any), true)
    if ('not' in c) return negate(condition(c.not, matter))
    if ('applies' in c) return refers(c.applies, c.variant)
    return plainly(c, matter, circumstances)
  }

  const refers = (id: string, wanted: string | undefined): Finding => {
    const other = matters.get(id)
    if (!other) return decided(false)
    const found = matter(id)
    const applies = found.verdict === 'undetermined' ? open(found.missing) : decided(found.verdict === 'applies')
    return wanted === undefined ? applies : combine([applies, takes(other, wanted)], false)
  }

  /** Whether a matter, where it applies, takes this variant: none before it holds, and it does. */
  const takes = (m: Matter, wanted: string): Finding => {
    const variants = m.variants ?? []
    const at = variants.findIndex((v) => v.id === wanted)
    if (at < 0) return decided(false)
    const each = variants.slice(0, at + 1).map((v) => condition(v.when, m.id))
    return combine([...each.slice(0, at).map(negate), ...each.slice(at)], false)
  }

  const variant = (m: Matter) => {
    for (const v of m.variants ?? []) {
      const finding = condition(v.when, m.id)
      if (finding.holds === true) return { id: v.id, missing: [] }
      if (finding.holds === undefined) return { id: undefined, missing: finding.missing }
    }
    return { id: undefined, missing: [] }
  }

  const matter = (id: string): Applicability => {
    const before = known.get(id)
    if (before) return before
    const outcome = decide(id)
    known.set(id, outcome)
    return outcome
  }

  const decide = (id: string): Applicability => {
    const maybe: { rule: ApplicabilityRule; missing: readonly string[] }[] = []
    for (const rule of matters.get(id)?.applies ?? []) {
      const { holds, missing } = condition(rule.when, id)
      if (holds === true) return { verdict: 'applies', rule, missing: [] }
      if (holds === undefined) maybe.push({ rule, missing })
    }
    const [first] = maybe
    if (!first) return { verdict: 'doesNotApply', missing: [] }
    return { verdict: 'undetermined', rule: first.rule, missing: [...new Set(maybe.flatMap((m) => m.missing))] }
  }

  return { matter, condition, variant }
}
