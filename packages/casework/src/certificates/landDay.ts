import { type Day, isoDate } from '@kaigong/calendar'
import type { Catalogue, District, LandDay, Text } from '@kaigong/catalogue'
import { lacking } from '../materials.ts'
import { type Formal, type PreReview, type Unmet, unmetConditions } from '../tracks/preReview.ts'

/** One document that is to be issued on the land day, with what it rests on. */
export type WantedCertificate = {
  readonly matter: string
  /** Its pre-review, for documents that come by conversion; null where the formal case has been reviewed in full. */
  readonly preReview: PreReview | null
  readonly formal: Formal
}

type LandDayLaw = Pick<Catalogue, 'landDay' | 'conversion'>

/** All that the conversion on the land day (核对转正式) looks at. */
export type LandDayInput = {
  readonly on: Day
  /** What 拿地 means here; each basis is a point of a matter (`landDay.bases` of the catalogue). */
  readonly landBasis: LandDay['bases'][number]['id']
  readonly certificates: readonly WantedCertificate[]
  /** The day on which a matter reached a point (`issued`, `step:contract` …); null while it has not. */
  readonly reachedOn: (matter: string, point: string) => Day | null
  /** Whether a matter applies to the project; what does not is not waited for, what is not known is: say true. */
  readonly applies: (matter: string) => boolean
}

/** What keeps a certificate from being issued, and which condition or rule says so. */
export type Missing = {
  readonly matter: string
  readonly rule: string
  readonly says: Text
  /** The matter that is waited for, where it is another one. */
  readonly awaits?: string
}

/** The certificates in the order in which they are issued, all on one day; or everything that is missing, and then nothing is issued. */
export type LandDayDecision =
  | {
      readonly ready: true
      readonly issue: readonly { readonly matter: string; readonly preReviewId: string | null }[]
      /** The day of the land event, from which working days are counted. */
      readonly landOn: Day
    }
  | { readonly ready: false; readonly missing: readonly Missing[] }

/**
 * Decides whether the certificates of the land day can be issued together, and in which order. Nothing is issued by this: the caller carries the
 * list out in one transaction, so that there are all or none; a rehearsal asks the same question and stops.
 */
export function decideLandDay(
  input: LandDayInput,
  catalogue: LandDayLaw,
  district: Pick<District, 'gateAt'>,
): LandDayDecision {
  const order = orderOf(
    input.certificates.map((c) => c.matter),
    catalogue,
  )
  const landOn = landEventOn(input, catalogue)
  const missing = [
    ...missingLand(landOn, input),
    ...missingCore(input, catalogue),
    ...order.flatMap((matter) => missingFor(matter, input, catalogue, district)),
  ]
  if (missing.length > 0 || landOn === null) return { ready: false, missing }
  const issue = order.map((matter) => {
    const { preReview } = input.certificates.find((c) => c.matter === matter)!
    return { matter, preReviewId: preReview === null || preReview.stage === 'none' ? null : preReview.id }
  })
  return { ready: true, issue, landOn }
}

/** The day of the land event by its basis; today where it is the title that is issued with the others. */
function landEventOn({ landBasis, reachedOn, certificates, on }: LandDayInput, { landDay }: LandDayLaw): Day | null {
  const basis = landDay.bases.find((b) => b.id === landBasis)
  if (basis === undefined) return null
  const isToday = basis.point === 'issued' && certificates.some((c) => c.matter === basis.matter)
  return reachedOn(basis.matter, basis.point) ?? (isToday ? on : null)
}

function missingLand(landOn: Day | null, { on }: LandDayInput): readonly Missing[] {
  if (landOn !== null && landOn <= on) return []
  const says =
    landOn === null
      ? { zh: '尚未拿地。请先登记拿地。', en: 'The land has not been won. Record it first.' }
      : { zh: `拿地日 ${isoDate(landOn)} 未到。`, en: `The land day, ${isoDate(landOn)}, has not come.` }
  return [{ matter: 'P10', rule: 'land-event', says }]
}

/** Every certificate that counts as one of the four is among those wanted, or has been issued, in its phased form where it has one. */
function missingCore({ certificates, reachedOn, applies }: LandDayInput, { landDay }: LandDayLaw): readonly Missing[] {
  return landDay.certificates.flatMap(({ matter, phased, name, core }) => {
    const forms = [matter, ...(phased === undefined ? [] : [phased])]
    const isThere = forms.some((m) => certificates.some((c) => c.matter === m) || reachedOn(m, 'issued') !== null)
    if (!core || isThere || !forms.some(applies)) return []
    const says = {
      zh: `${name.zh}没有列入今天的发证。请补充。`,
      en: `${name.en} is not among what is to be issued. Add it.`,
    }
    return [{ matter, rule: 'four-certificates', says }]
  })
}

function missingFor(
  matter: string,
  input: LandDayInput,
  { conversion }: LandDayLaw,
  district: Pick<District, 'gateAt'>,
): readonly Missing[] {
  const { preReview, formal } = input.certificates.find((c) => c.matter === matter)!
  if (input.reachedOn(matter, 'issued') !== null)
    return [
      {
        matter,
        rule: 'issued',
        says: { zh: `${matter} 已经颁发，不能重复。`, en: `${matter} has been issued; not twice.` },
      },
    ]
  const unmet =
    preReview === null
      ? unmetFormally(formal, conversion)
      : unmetConditions(preReview, { ...formal, on: input.on }, { conversion })
  return [
    ...unmet.map((u) => missingBy(matter, u)),
    ...missingBefore(matter, input, conversion),
    ...missingGates(matter, input, district),
  ]
}

/** Of the conditions, those that hold for any document: complete essentials and no broken promise. */
function unmetFormally(formal: Formal, conversion: Catalogue['conversion']): readonly Unmet[] {
  const isUnmet: Readonly<Record<string, boolean>> = {
    'essentials-complete': lacking(formal.essential, formal.handedIn).length > 0,
    'promise-kept': formal.hasBrokenPromise,
  }
  return conversion.conditions
    .filter((c) => isUnmet[c.id] === true)
    .map(({ id, says }) => ({ condition: id, says: { zh: `未满足：${says.zh}`, en: `Not met: ${says.en}` } }))
}

const missingBy = (matter: string, { condition, says }: Unmet): Missing => ({ matter, rule: condition, says })

/** Approvals that this district wants before the construction permit and not only before the start (`gateAt`, domain 1.8). */
function missingGates(matter: string, input: LandDayInput, { gateAt }: Pick<District, 'gateAt'>): readonly Missing[] {
  if (matter !== 'C07' && matter !== 'C07p') return []
  const asked = gateAt.filter((g) => g.gate === 'C07' && input.applies(g.matter))
  return asked
    .filter((g) => (input.reachedOn(g.matter, 'issued') ?? Number.POSITIVE_INFINITY) > input.on)
    .map((g) => ({
      matter,
      rule: 'gateAt',
      awaits: g.matter,
      says: {
        zh: `本区要求领取施工许可前完成 ${g.matter}。请先办结。`,
        en: `This district wants ${g.matter} before the construction permit. Finish it first.`,
      },
    }))
}

/** What must have come before, by the invariants between issue dates; what is issued today with it counts, for it goes first. */
function missingBefore(
  matter: string,
  { certificates, reachedOn, applies, on }: LandDayInput,
  conversion: Catalogue['conversion'],
): readonly Missing[] {
  const isToday = (m: string) => certificates.some((c) => c.matter === m)
  return conversion.invariants
    .filter((i) => i.later.matter === matter && i.later.point === 'issued')
    .flatMap(({ id, earlier, combine, says }) => {
      const relevant = earlier.filter((e) => applies(e.matter))
      const asked = combine === 'all' ? relevant : relevant.slice(0, 1)
      const absent = asked.filter((e) => {
        const reached = reachedOn(e.matter, e.point)
        return !(reached !== null && reached <= on) && !(e.point === 'issued' && isToday(e.matter))
      })
      return absent.map(
        (e): Missing => ({
          matter,
          rule: id,
          awaits: e.matter,
          says: { zh: `${says.zh}：尚缺 ${e.matter}。`, en: `${says.en}: ${e.matter} is missing.` },
        }),
      )
    })
}

/** The order of issue: each after what the invariants put before it, otherwise as the catalogue lists the certificates. */
function orderOf(matters: readonly string[], { landDay, conversion }: LandDayLaw): readonly string[] {
  const listed = landDay.certificates.flatMap((c) => [c.matter, ...(c.phased === undefined ? [] : [c.phased])])
  const waiting = [...new Set(matters)].sort((a, b) => listed.indexOf(a as never) - listed.indexOf(b as never))
  const before = (matter: string) =>
    conversion.invariants.filter((i) => i.later.matter === matter).flatMap((i) => i.earlier.map((e) => e.matter))
  const order: string[] = []
  while (waiting.length > 0) {
    const at = waiting.findIndex((m) => !before(m).some((e) => waiting.includes(e)))
    // The catalogue's check lets no circle through; should one come, the list's own order is as good as any.
    order.push(...waiting.splice(Math.max(0, at), 1))
  }
  return order
}
