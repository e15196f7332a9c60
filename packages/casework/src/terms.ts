import { type Day, isoDate } from '@kaigong/calendar'
import {
  type Catalogue,
  type Citation,
  type Condition,
  cite,
  type District,
  deferrable,
  isInForce,
  type Law,
  type Limit,
  limitOn,
  type Matter,
  type RuleBook,
  type Text,
  type UnitApplied,
} from '@kaigong/catalogue'

/** A number of days that the law, a promise or a rule allows, with where it says so. */
export type Allowance = { readonly value: number; readonly unitApplied: UnitApplied; readonly basis: Citation }

/** A special procedure as it may be used on a matter: what it does to the clock, on which authority. */
type ProcedureTerms = {
  readonly name: Text
  readonly clockEffect: 'pause' | 'extend' | 'none'
  readonly basis: Citation
}

/** Everything that the law in force on one day, the acceptance, says of one matter and its time. */
export type CaseTerms = {
  readonly matter: Matter
  readonly variant: string | null
  /** The one notice of corrections; 0 is on the spot. */
  readonly notice: Allowance
  readonly lapse: Citation
  /** Time to decide; null where the law sets none in days. */
  readonly decision: (Allowance & { readonly from: 'received' | 'accepted' }) | null
  /** How much may be added once, and on whose approval; null where nothing may. */
  readonly extension: (Allowance & { readonly by: string | null }) | null
  /** The district's promise (承诺时限), which may be a fraction of a day; null where it promises nothing. */
  readonly promise: Allowance | null
  readonly delivery: Allowance
  readonly procedures: ReadonlyMap<string, ProcedureTerms>
  /** On which ground supplements (6–7) stop the clock. */
  readonly supplement: Citation
  readonly startDayRule: Citation
  readonly tolerance: {
    readonly isOpen: boolean
    readonly when: Condition
    readonly mayFollow: readonly string[]
    /** What the law makes a condition of issue (domain 2.4): by material. */
    readonly never: ReadonlyMap<string, Citation>
    readonly issueFirst: boolean
    readonly pause: Allowance
    readonly limit: Citation
  }
  readonly commitment: {
    readonly when: Condition
    readonly decision: Allowance
    readonly inspection: Allowance
  } | null
  readonly creditRule: Citation
}

/** How a case is handled: by one agency, or by several together (统一、联合、集中办理), which has the longer limit of 行政许可法 42(2). */
export type Handling = 'single' | 'joint'

/** The terms by the day of acceptance, for one matter as it is handled in one district. Days ask often, laws change seldom: each day is worked out once. */
export type TermsOn = (day: Day) => CaseTerms

/** What holds for cases of a matter in a district. Throws where the catalogue lacks a rule that it cannot do without. */
export function termsOf(
  catalogue: Catalogue,
  district: District,
  matter: Matter,
  variant: string | null = null,
  handling: Handling = 'single',
): TermsOn {
  const laws = new Map(catalogue.laws.map((law) => [law.id, law]))
  const known = new Map<Day, CaseTerms>()
  return (day) => {
    const before = known.get(day)
    if (before !== undefined) return before
    const terms = termsOn({ catalogue, district, matter, variant, handling, laws, day: isoDate(day) })
    known.set(day, terms)
    return terms
  }
}

type Asked = {
  readonly catalogue: Catalogue
  readonly district: District
  readonly matter: Matter
  readonly variant: string | null
  readonly handling: Handling
  readonly laws: ReadonlyMap<string, Law>
  readonly day: string
}

type Statement = Parameters<typeof cite>[1]
const ALWAYS: Condition = { always: true }

function termsOn(asked: Asked): CaseTerms {
  const { catalogue, district, matter, variant, laws, day } = asked
  const citing = (statement: Statement) => cite(laws, statement, day)
  const counted = (l: Statement & { readonly value: number; readonly unitApplied: UnitApplied }): Allowance => ({
    value: l.value,
    unitApplied: l.unitApplied,
    basis: citing(l),
  })
  const rule = (book: string, id: string) => ruleOf(catalogue.rules, book, id)
  const generalNotice = limitOf(rule('general', 'correction-notice'))
  const notice = limitOn(matter, variant ?? undefined, day, 'correctionNotice') ?? generalNotice
  const promise = district.promises.find(
    (p) => p.matter === matter.id && (p.variant === undefined || p.variant === variant) && isInForce(p, day),
  )
  const { tolerance } = catalogue
  const { commitment } = matter.tracks
  const toleranceRule = (id: string): Statement => tolerance.rules.find((r) => r.id === id) ?? tolerance.pause
  return {
    matter,
    variant,
    notice: notice.kind === 'days' ? counted(notice) : { value: 0, unitApplied: 'workday', basis: citing(notice) },
    lapse: citing(rule('general', 'deemed-accepted')),
    ...decisionTerms(asked),
    promise: promise === undefined ? null : counted(promise),
    delivery: counted(limitOf(rule('general', 'delivery'))),
    procedures: procedureTerms(asked),
    supplement: citing(rule('general', 'clock-stops')),
    startDayRule: citing(rule('general', 'start-day')),
    tolerance: {
      isOpen: matter.tracks.tolerance !== undefined,
      when: matter.tracks.tolerance?.when ?? ALWAYS,
      mayFollow: deferrable(district, matter),
      never: neverDeferrable(asked),
      issueFirst: tolerance.mode === 'issueThenSupplement',
      pause: counted(tolerance.pause),
      limit: citing(toleranceRule('supplement-limit')),
    },
    commitment:
      commitment !== undefined && (commitment.variant === undefined || commitment.variant === variant)
        ? {
            when: commitment.when ?? ALWAYS,
            decision: counted({ ...commitment, ...commitment.decision }),
            inspection: counted({ ...commitment, ...commitment.inspection }),
          }
        : null,
    creditRule: citing(rule('commitment', 'bad-credit')),
  }
}

/** The time to decide and what may be added to it: the matter's own limit, else the general 20 (+10), handled jointly 45 (+15). */
function decisionTerms({
  catalogue,
  matter,
  variant,
  handling,
  laws,
  day,
}: Asked): Pick<CaseTerms, 'decision' | 'extension'> {
  const own = limitOn(matter, variant ?? undefined, day, 'decision')
  if (own?.kind === 'none' || own?.kind === 'contract' || own === undefined) return { decision: null, extension: null }
  if (own.kind === 'atOnce') {
    const decision = { value: 0, unitApplied: 'workday', basis: cite(laws, own, day), from: 'received' } as const
    return { decision, extension: null }
  }
  const [book, id] = handling === 'joint' ? ['joint', 'statutory-limit'] : ['general', 'general-limit']
  const limit = own.kind === 'days' ? own : limitOf(ruleOf(catalogue.rules, book, id))
  const { value, unitApplied, startEvent, extension } = limit
  return {
    decision: {
      value,
      unitApplied,
      basis: cite(laws, limit, day),
      from: startEvent === 'received' || startEvent === 'applied' ? 'received' : 'accepted',
    },
    extension:
      extension === undefined
        ? null
        : { value: extension.value, unitApplied, basis: cite(laws, extension, day), by: extension.by ?? null },
  }
}

/**
 * Special procedures by the id of the matter's own and by national kind: the matter's effect before the kind's usual one, and a kind that the
 * text of the limit itself leaves out of the count stops the clock.
 */
function procedureTerms({ catalogue, matter, variant, laws, day }: Asked): ReadonlyMap<string, ProcedureTerms> {
  const limit = limitOn(matter, variant ?? undefined, day, 'decision')
  const excluded = limit?.kind === 'days' ? (limit.excludes ?? []) : []
  const terms = new Map<string, ProcedureTerms>()
  for (const kind of catalogue.specialProcedures) {
    const leftOut = limit !== undefined && excluded.includes(kind.id)
    terms.set(kind.id, {
      name: kind.name,
      clockEffect: leftOut ? 'pause' : kind.clockEffect,
      basis: cite(laws, leftOut ? limit : kind, day),
    })
  }
  const own = (matter.specialProcedures ?? []).filter((p) => p.variant === undefined || p.variant === variant)
  for (const p of own.toReversed()) {
    const told = { name: p.name, clockEffect: p.clockEffect, basis: cite(laws, p, day) }
    terms.set(p.id, told)
    terms.set(p.kind, told)
  }
  return terms
}

function neverDeferrable({ catalogue, matter, laws, day }: Asked): ReadonlyMap<string, Citation> {
  const barred = catalogue.tolerance.neverDeferrable.filter((n) => n.for.some((id) => id === matter.id))
  return new Map(
    matter.materials.flatMap((m) => {
      const found = barred.find((n) => n.issuedBy === m.issuedBy)
      return found === undefined ? [] : [[m.id, cite(laws, found, day)] as const]
    }),
  )
}

/** The limit of joint handling and what the head of the government may add (行政许可法 42(2)), as the law stood on a day. */
export function jointAllowance(
  { laws, rules }: Pick<Catalogue, 'laws' | 'rules'>,
  day: Day,
): { readonly limit: Allowance; readonly extension: Allowance } {
  const limit = limitOf(ruleOf(rules, 'joint', 'statutory-limit'))
  const { value, unitApplied, extension } = limit
  if (extension === undefined)
    throw new Error('catalogue/national/rules/joint.yaml: statutory-limit states no extension')
  const byId = new Map(laws.map((law) => [law.id, law]))
  const basis = (s: Statement) => cite(byId, s, isoDate(day))
  return {
    limit: { value, unitApplied, basis: basis(limit) },
    extension: { value: extension.value, unitApplied, basis: basis(extension) },
  }
}

/** A rule of the catalogue without which no case can be handled. */
function ruleOf(books: readonly RuleBook[], book: string, id: string): RuleBook['rules'][number] {
  const rule = books.find((b) => b.id === book)?.rules.find((r) => r.id === id)
  if (rule === undefined) throw new Error(`catalogue/national/rules/${book}.yaml lacks the rule ${id}`)
  return rule
}

/** The limit in days that such a rule states. */
function limitOf(rule: RuleBook['rules'][number]): Extract<Limit, { kind: 'days' }> {
  if (rule.limit?.kind !== 'days')
    throw new Error(`the rule ${rule.id} of catalogue/national/rules states no limit in days`)
  return rule.limit
}
