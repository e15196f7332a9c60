import { type Day, isoDate } from '@kaigong/calendar'
import {
  decideLandDay,
  type Formal,
  type LandDayInput,
  type Missing,
  type PreReview,
  requiredMaterials,
} from '@kaigong/casework'
import { deferrable } from '@kaigong/catalogue'
import type { PlanMatter } from '@kaigong/planner'
import { judged } from '../cases/holds.ts'
import { openableIn } from '../cases/openable.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { tryActs } from './acts.ts'
import { formsOf, type PreReviewRow, plannedOf, reachedOn, type Standing } from './standing.ts'
import type { Wanted } from './wanted.ts'

export type Prepared = {
  readonly wanted: readonly Wanted[]
  readonly ready: boolean
  /** In the order in which they are issued; empty unless ready. */
  readonly order: readonly Wanted[]
  readonly landOn: Day | null
  readonly missing: readonly Missing[]
}

/**
 * What the land day would issue today, or everything that is missing. The rules are `decideLandDay` of packages/casework; here is gathered what
 * they ask about. Board, rehearsal and conversion all come through here, so that they cannot say different things.
 */
export async function prepare(tx: Tx, deps: Deps, standing: Standing): Promise<Prepared> {
  const { ground, today } = standing
  const reached = reachedOn(standing)
  const matters = wantedMatters(standing)
  const openable = new Set(standing.plan === null ? [] : openableIn(standing.plan).map(({ id }) => id))
  const wanted = matters.map((planned) => wantedOf(standing, planned, matters, openable))
  const input: LandDayInput = {
    on: today,
    landBasis: landBasisOf(standing),
    certificates: wanted.map(({ certificate }) => certificate),
    reachedOn: reached,
    applies: (matter) => plannedOf(standing, matter) !== undefined,
  }
  const decision = decideLandDay(input, ground.catalogue, ground.district)
  const underWay = wanted.flatMap(caseUnderWay)
  const landOn = decision.ready ? decision.landOn : landDayOf(standing)
  const missing = [...(decision.ready ? [] : decision.missing), ...underWay]
  const order = decision.ready && missing.length === 0 ? decision.issue : []
  const inOrder = order.flatMap(({ matter }) => wanted.filter((w) => w.matter === matter))
  const forbidden = await tryActs(tx, deps, standing, deps.now(), inOrder)
  const ready = missing.length + forbidden.length === 0 && wanted.length > 0
  return { wanted, ready, order: ready ? inOrder : [], landOn, missing: [...missing, ...forbidden] }
}

/** What 拿地 means for this project (`landEventBasis`, domain 2.1): as its facts say, else the day of the deal. */
export const landBasisOf = ({ row }: Pick<Standing, 'row'>): LandDayInput['landBasis'] =>
  row.facts.land?.basis ?? 'transaction'

/** The day of the land by the project's basis, as far as it has come. */
export function landDayOf(standing: Standing): Day | null {
  const basis = standing.ground.catalogue.landDay.bases.find(({ id }) => id === landBasisOf(standing))
  return basis ? reachedOn(standing)(basis.matter, basis.point) : null
}

/**
 * Occurrences of the plan that the land day is about and that have not been issued. A phased permit (桩基先行) is taken in the place of the
 * construction permit where it is what was pre-reviewed or applied for.
 */
function wantedMatters(standing: Standing): readonly PlanMatter[] {
  const reached = reachedOn(standing)
  const isAt = (matter: string) => {
    const occurrence = plannedOf(standing, matter)?.id
    const lives = (r: PreReviewRow) => r.occurrence === occurrence && r.stage !== 'lapsed'
    return standing.preReviews.some(lives) || standing.cases.some((c) => c.occurrence === occurrence)
  }
  return standing.ground.catalogue.landDay.certificates.flatMap((certificate) => {
    const forms = formsOf(standing, certificate)
    if (forms.some((m) => reached(m, 'issued') !== null)) return []
    const chosen = forms.find(isAt) ?? forms[0]
    const planned = chosen === undefined ? undefined : plannedOf(standing, chosen)
    return planned ? [planned] : []
  })
}

function wantedOf(
  standing: Standing,
  planned: PlanMatter,
  all: readonly PlanMatter[],
  openable: ReadonlySet<string>,
): Wanted {
  const { ground, today } = standing
  const { matter, id, scope } = planned
  const law = ground.matters.get(matter)
  if (!law) throw new Error(`the catalogue in force lacks ${matter}`)
  const preReview = standing.preReviews.find((r) => r.occurrence === id) ?? null
  const formalCase = standing.cases.find((c) => c.occurrence === id) ?? null
  const holds = judged(ground, standing.facts, { scope, matter, on: isoDate(today) })
  const { essential } = requiredMaterials(
    law,
    planned.variant?.id ?? null,
    deferrable(ground.district, law),
    holds.usual,
  )
  const issuedBy = (material: string) => law.materials.find((m) => m.id === material)?.issuedBy
  const reached = reachedOn(standing)
  const comes = (by: string | undefined) =>
    by !== undefined && (reached(by, 'issued') !== null || all.some((other) => other.matter === by))
  const handed = [...(preReview?.handed_in ?? []), ...(formalCase?.state.handedIn ?? [])]
  const handedIn = essential.filter(
    (m) => handed.includes(m) || comes(issuedBy(m)) || standing.files.some(({ uses }) => uses.includes(m)),
  )
  const formal = formalOf(standing, preReview, { essential, handedIn })
  return {
    matter,
    planned,
    preReview,
    case: formalCase,
    opensCase: openable.has(id),
    formal,
    lacking: essential
      .filter((m) => !handedIn.includes(m))
      .map((m) => ({
        name: law.materials.find((known) => known.id === m)?.name ?? { zh: m, en: m },
        issuedBy: issuedBy(m) ?? null,
      })),
    // A formal case that was decided has been reviewed in full.
    certificate: { matter, preReview: formalCase ? null : stateOf(preReview), formal },
  }
}

const stateOf = (row: PreReviewRow | null): PreReview => row?.state ?? { stage: 'none' }

/** What the land and the formal application bring, beside what the pre-review was made for. */
function formalOf(
  { events, files, row, today, hasBrokenPromise }: Standing,
  preReview: PreReviewRow | null,
  { essential, handedIn }: Pick<Formal, 'essential' | 'handedIn'>,
): Formal {
  const [deal, contract] = [events.get('deal'), events.get('contract')]
  const drawings = files.find(({ id }) => id === preReview?.drawings_id)?.sha256 ?? ''
  const applicant = preReview?.company_id ?? row.company_id
  return {
    on: today,
    winner: deal?.winner_id ?? '',
    // The filing was changed to another company: that is the project company (备案主体已变更).
    projectCompany: row.company_id !== applicant ? row.company_id : null,
    parcelSha256: contract?.parcel_sha256 ?? deal?.parcel_sha256 ?? '',
    conditionsSha256: contract?.conditions_sha256 ?? deal?.conditions_sha256 ?? '',
    drawingsSha256: drawings,
    insubstantialBy: preReview?.insubstantial_sha256 === drawings ? (preReview?.insubstantial_by ?? null) : null,
    essential,
    handedIn,
    hasBrokenPromise,
  }
}

/** A formal case that is not decided yet keeps its certificate from being issued: it is decided by its own agency. */
function caseUnderWay({ matter, case: row }: Wanted): readonly Missing[] {
  if (row === null || row.stage === 'granted') return []
  return [
    {
      matter,
      rule: 'formal-case',
      says: {
        zh: `正式办件 ${row.number} 尚未作出准予决定。请承办部门办结。`,
        en: `The formal case ${row.number} has not been granted. Let its agency decide it.`,
      },
    },
  ]
}
