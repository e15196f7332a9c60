import { isoDate, lastDay } from '@kaigong/calendar'
import { deferrable, isInForce, type RegionalAssessment } from '@kaigong/catalogue'
import { dayOf, momentOf } from './axis.ts'
import { handledBy } from './chain.ts'
import type { Chain } from './draft.ts'
import type { Ground } from './ground.ts'
import type { SolvedLayout } from './layout.ts'
import { decisionLength, sayLimit, statutoryLength, statutoryLimit } from './lengths.ts'
import { materialsOf } from './materials.ts'
import { reached } from './network.ts'
import type { Occurrence } from './occurrences.ts'
import type { PlanMatter } from './plan.ts'
import type { Solved } from './solve.ts'

/** A matter as it occurs here: why, how, by whom, within which limit, with which materials, when. */
export function matterOf(ground: Ground, layout: SolvedLayout, o: Occurrence): PlanMatter {
  const { solution: solved } = layout
  const { matter, variant, id } = o
  const on = layout.acceptedOn(matter.id, o.scope)
  const chosen = layout.tracks.get(id)
  const track = chosen?.track ?? 'standard'
  const chain = solved.chains.find((c) => c.occurrence.id === id)
  const agency = handledBy(ground, o)
  const authorityId = variant?.authority ?? matter.authority
  const authority = ground.catalogue.authorities.find((a) => a.id === authorityId)?.name ?? plain(authorityId)
  const moments = chain
    ? momentsOf(solved, chain)
    : { begun: null, submitted: null, decided: null, issued: null, handedIn: null }
  const { handedIn, ...points } = moments
  const tolerated = track === 'tolerance' ? deferrable(ground.district, o.matter) : []
  return {
    id,
    matter: matter.id,
    scope: o.scope,
    name: matter.name,
    stage: matter.stage,
    nature: matter.nature,
    verdict: o.assumed ? 'assumed' : 'applies',
    rule: { id: o.rule.id, says: o.rule.says, basis: ground.cite(o.rule, on) },
    missing: [...o.missing],
    variant: variant ? { id: variant.id, name: variant.name } : null,
    track,
    trackReason: chosen?.reason ?? plain(''),
    lawfulTracks: [...(chosen?.lawful ?? [])],
    exemption: track === 'exempt' && o.exemption ? exemptionOf(o.exemption) : null,
    authority,
    agency,
    agencyName: ground.district.agencies.find((a) => a.id === agency)?.name ?? authority,
    citations: matter.citations.filter((c) => isInForce(c.inForce, on)).map((c) => ground.cite(c, on)),
    limit: {
      planned: chain && track !== 'commitment' && !matter.steps ? (decisionLength(ground, o, on) ?? null) : null,
      statutory: statutory(ground, solved, o, chain, on),
    },
    materials: materialsOf(o).map((m) => ({
      id: m.id,
      name: m.name,
      necessity: m.necessity,
      shared: m.shared ?? false,
      from: m.from,
      issuedBy: m.issuedBy ?? null,
      neededBy: (tolerated.includes(m.id) ? points.decided : handedIn)?.slice(0, 10) ?? layout.asOf,
      basis: ground.cite(m, on),
    })),
    ...points,
    result: matter.result,
    visits: matter.visits ?? 1,
    done: o.doneOn !== undefined,
  }
}

const plain = (text: string) => ({ zh: text, en: text })

/** The points of a chain as moments; what is handed in for a pre-review is handed in with the request. */
function momentsOf({ axis, index, start, finish }: Solved, chain: Chain) {
  const at = (point: 'begun' | 'submitted' | 'decided' | 'issued') => {
    const end = reached(chain, point)
    const i = index.get(end.id) ?? -1
    return momentOf(axis, (end.side === 'start' ? start[i] : finish[i]) ?? 0)
  }
  const submitted = at('submitted')
  const request = chain.preReview && index.get(`${chain.occurrence.id}:${chain.preReview.request}`)
  const handedIn = request === undefined ? submitted : momentOf(axis, start[request] ?? 0)
  return { begun: at('begun'), submitted, decided: at('decided'), issued: at('issued'), handedIn }
}

const exemptionOf = ({ id, approvalNo, validTo, confidence }: RegionalAssessment): PlanMatter['exemption'] => ({
  assessment: id,
  approvalNo,
  validTo,
  synthetic: confidence === 'synthetic',
})

/** The law's own limit beside the one planned with, and the last day that it would allow for an application accepted as planned. */
function statutory(
  ground: Ground,
  { axis, start, index }: Solved,
  o: Occurrence,
  chain: Chain | undefined,
  on: string,
): PlanMatter['limit']['statutory'] {
  const limit = statutoryLimit(o, on)
  const length = statutoryLength(ground, o, on)
  const text = sayLimit(limit)
  const basis = limit ? ground.cite(limit, on) : { text: plain(''), confidence: 'GK' as const }
  // The clock starts when the usual completeness check is through, and stands while procedures that stop it run.
  const review = o.matter.steps ? undefined : chain?.drafts.find((d) => d.kind === 'review')
  const from = review && start[index.get(review.id) ?? -1]
  if (!length || from === undefined || o.doneOn !== undefined) return { text, basis, lastDay: null }
  const period = { value: Math.ceil(length.value), unitApplied: length.unitApplied }
  return { text, basis, lastDay: isoDate(lastDay(ground.calendar, dayOf(axis, from), period, { kind: 'duty' })) }
}
