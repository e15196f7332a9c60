import { countWorkdays, day, isoDate, isProvisional, lastDay, publishedThrough } from '@kaigong/calendar'
import type { Project } from '@kaigong/catalogue'
import { describeCondition, describeValue, type Names, type Text } from '@kaigong/catalogue'
import { dayOf, momentOf, workdaysBetween } from './axis.ts'
import { agencyOf } from './chain.ts'
import type { Chain } from './draft.ts'
import { chainTo, explain, isCritical, nameOf } from './explain.ts'
import type { Ground } from './ground.ts'
import { buildStarts, certificateChains, landBasis, landEvents } from './landmarks.ts'
import type { Layout } from './layout.ts'
import { decisionLength, sayLimit, statutoryLength, statutoryLimit } from './lengths.ts'
import { reached, requirementsOf } from './network.ts'
import type { Plan, PlanActivity, PlanMatter } from './plan.ts'
import { related } from './scopes.ts'
import type { Anchor, Solved } from './solve.ts'
import { countedDays, splitByOwner } from './split.ts'
import { deferrable } from './tracks.ts'

/** What a reader needs of a solved layout: everything of a plan but its verdict and what was tried beside it. */
export type Assembled = Omit<Plan, 'verdict' | 'comparison' | 'unknown'>

export function assemble(
  ground: Ground,
  project: Project,
  layout: Layout & { readonly solution: Solved },
  anchor: Anchor,
): Assembled {
  const { solution: solved, asOf } = layout
  const { axis } = solved
  const anchorDay = anchor.kind === 'earliest' ? null : anchor.day
  const onDay = onDayOf(layout)
  const activities = solved.drafts.map((_, i) => activityOf(ground, solved, i, onDay, anchorDay))
  const first = buildStarts(solved.chains)[0]
  const target = first ?? solved.drafts.at(-1)?.id ?? ''
  const criticalChain = chainTo(ground, solved, target, onDay, anchorDay)
  const land = landDayOf(ground, project, solved)
  const basis = landBasis(ground, project)
  return {
    format: 'kaigong-plan/1',
    project: {
      name: project.name,
      code: project.code ?? null,
      enterprise: project.enterprise ?? null,
      about: project.about ?? null,
    },
    district: { code: ground.district.code, name: ground.district.name },
    asOf,
    rests: {
      catalogue: ground.catalogue.hash,
      edition: ground.catalogue.edition.edition,
      lawCheckedThrough: ground.catalogue.edition.checkedThrough,
      calendarThrough: isoDate(publishedThrough(ground.calendar)),
      officeHours: ground.district.hours.open.map(([from, to]) => [from, to]),
    },
    land: {
      basis: basis?.id ?? 'transaction',
      basisName: basis?.name ?? { zh: '', en: '' },
      day: land,
      given:
        anchor.kind === 'landDay' ||
        solved.chains.some((c) => c.occurrence.matter.id === 'P10' && c.occurrence.doneOn !== undefined),
    },
    certificates: certificates(ground, project, solved, land),
    gates: gates(ground, project, layout),
    activities,
    matters: layout.present.map((o) => matterOf(ground, layout, o.id)),
    notApplicable: layout.absent.map(({ matter, scope, facts, missing }) => ({
      matter: matter.id,
      scope,
      name: matter.name,
      because: matter.applies.map((rule) => {
        const condition = describeCondition(rule.when, namesOf(ground))
        const usual =
          missing.length > 0
            ? { zh: '（按通常情形假定，待核实）', en: ' (taken as usual, to be confirmed)' }
            : { zh: '', en: '' }
        void facts
        return { zh: `不满足：${condition.zh}${usual.zh}`, en: `not met: ${condition.en}${usual.en}` }
      }),
    })),
    facts: statedFacts(ground, project),
    criticalChain: [...criticalChain],
    split: splitByOwner(
      axis,
      solved,
      criticalChain.map((l) => l.activity),
    ),
    countedDays: countedDays(solved),
    provisional: provisional(ground, activities),
  }
}

/** The day whose law is cited for a matter: that of its acceptance, the first of its occurrences. */
export function onDayOf(layout: Layout): (matter: string) => string {
  const days = new Map(layout.present.map((o) => [o.matter.id, layout.acceptedOn(o.matter.id, o.scope)]))
  return (matter) => days.get(matter) ?? layout.asOf
}

export const namesOf = (ground: Ground): Names => ({
  fact: (id) => ground.facts.get(id),
  matter: (id) => ground.matters.get(id)?.name,
  assessment: (id) => ground.assessments.get(id)?.name,
})

function activityOf(
  ground: Ground,
  solved: Solved,
  i: number,
  onDay: (matter: string) => string,
  anchorDay: string | null,
): PlanActivity {
  const { axis } = solved
  const d = solved.drafts[i]
  if (!d) throw new RangeError(`no activity ${i}`)
  const start = solved.start[i] ?? 0
  const finish = solved.finish[i] ?? 0
  const latest = Math.max(solved.latest[i] ?? 0, start)
  const done = d.occurrence.doneOn !== undefined
  return {
    id: d.id,
    occurrence: d.occurrence.id,
    matter: d.occurrence.matter.id,
    scope: d.occurrence.scope,
    kind: d.kind,
    step: d.step,
    name: nameOf(d),
    track: d.track,
    owner: d.owner,
    agency: d.agency,
    reviewers: d.reviewers,
    start: momentOf(axis, start),
    finish: momentOf(axis, finish),
    length: d.length,
    latestStart: momentOf(axis, latest),
    slack: done ? 0 : workdaysBetween(axis, start, latest),
    critical: !done && isCritical(solved, i),
    binding: (solved.binding[i] ?? []).map((b) => explain(ground, solved, i, b, onDay, anchorDay)),
    done,
    provisional: isProvisional(ground.calendar, dayOf(axis, finish)),
    assumed: d.occurrence.assumed,
  }
}

function matterOf(ground: Ground, layout: Layout & { readonly solution: Solved }, id: string): PlanMatter {
  const { solution: solved } = layout
  const { axis } = solved
  const o = layout.present.find((p) => p.id === id)
  const chosen = layout.tracks.get(id)
  if (!o || !chosen) throw new RangeError(`no occurrence ${id}`)
  const { matter, variant } = o
  const on = layout.acceptedOn(matter.id, o.scope)
  const chain = solved.chains.find((c) => c.occurrence.id === id)
  const moment = (point: 'begun' | 'submitted' | 'decided' | 'issued') => {
    if (!chain) return null
    const end = reached(chain, point)
    const i = solved.index.get(end.id) ?? -1
    return momentOf(axis, (end.side === 'start' ? solved.start[i] : solved.finish[i]) ?? 0)
  }
  const agency = agencyOf(ground, o)
  const unnamed = ground.catalogue.authorities.find((a) => a.id === (variant?.authority ?? matter.authority))?.name ?? {
    zh: '',
    en: '',
  }
  const tolerated = chosen.track === 'tolerance' ? deferrable(ground, o) : []
  const submitted = moment('submitted')
  const handedIn = chain?.preReview
    ? momentOf(axis, solved.start[solved.index.get(`${id}:${chain.preReview.request}`) ?? -1] ?? 0)
    : submitted
  const assessment = chosen.track === 'exempt' ? o.exemption : undefined
  const inForce = (c: {
    readonly inForce?: { readonly from?: string | undefined; readonly until?: string | undefined } | undefined
  }) => (c.inForce?.from ?? '') <= on && on <= (c.inForce?.until ?? '9999-12-31')
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
    track: chosen.track,
    trackReason: chosen.reason,
    lawfulTracks: [...chosen.lawful],
    exemption: assessment
      ? {
          assessment: assessment.id,
          approvalNo: assessment.approvalNo,
          validTo: assessment.validTo,
          synthetic: assessment.confidence === 'synthetic',
        }
      : null,
    authority: unnamed,
    agency,
    agencyName: ground.district.agencies.find((a) => a.id === agency)?.name ?? unnamed,
    citations: matter.citations.filter(inForce).map((c) => ground.cite(c, on)),
    limit: {
      planned: chain && chosen.track !== 'commitment' && !matter.steps ? (decisionLength(ground, o, on) ?? null) : null,
      statutory: statutory(ground, layout, id, chain),
    },
    materials: matter.materials
      .filter(
        (m) =>
          (m.variant === undefined || m.variant === variant?.id) &&
          (m.when === undefined || o.judge.condition(m.when, matter.id).holds !== false),
      )
      .map((m) => ({
        id: m.id,
        name: m.name,
        necessity: m.necessity,
        shared: m.shared ?? false,
        from: m.from,
        issuedBy: m.issuedBy ?? null,
        neededBy: ((tolerated.includes(m.id) ? moment('decided') : handedIn) ?? `${layout.asOf}T`).slice(0, 10),
        basis: ground.cite(m, on),
      })),
    begun: moment('begun'),
    submitted,
    decided: moment('decided'),
    issued: moment('issued'),
    result: matter.result,
    visits: matter.visits ?? 1,
    done: o.doneOn !== undefined,
  }
}

/** The law's own limit beside the one planned with, and the last day that it would allow for an application accepted as planned. */
function statutory(
  ground: Ground,
  layout: Layout & { readonly solution: Solved },
  id: string,
  chain: Chain | undefined,
): PlanMatter['limit']['statutory'] {
  const { solution: solved } = layout
  const o = chain?.occurrence ?? layout.present.find((p) => p.id === id)
  if (!o) throw new RangeError(`no occurrence ${id}`)
  const on = layout.acceptedOn(o.matter.id, o.scope)
  const limit = statutoryLimit(o, on)
  const length = statutoryLength(ground, o, on)
  const basis = limit ? ground.cite(limit, on) : { text: { zh: '', en: '' }, confidence: 'GK' as const }
  // The clock starts when the usual completeness check is through, and stands while procedures that stop it run.
  const review = chain?.drafts.find((d) => d.kind === 'review')
  const from = review && solved.start[solved.index.get(review.id) ?? -1]
  if (!length || from === undefined || o.doneOn !== undefined) return { text: sayLimit(limit), basis, lastDay: null }
  const period = { value: Math.ceil(length.value), unitApplied: length.unitApplied }
  return {
    text: sayLimit(limit),
    basis,
    lastDay: isoDate(lastDay(ground.calendar, dayOf(solved.axis, from), period, { kind: 'duty' })),
  }
}

/** Day of the land event, the last parcel's where there are several. */
export function landDayOf(ground: Ground, project: Project, solved: Solved): string | null {
  const ends = landEvents(ground, project, solved.chains).map((id) => solved.finish[solved.index.get(id) ?? -1] ?? 0)
  return ends.length > 0 ? isoDate(dayOf(solved.axis, Math.max(...ends))) : null
}

function certificates(ground: Ground, project: Project, solved: Solved, land: string | null): Plan['certificates'] {
  const named = new Map(ground.catalogue.landDay.certificates.map((c) => [c.matter, c.name]))
  return certificateChains(ground, project, solved.chains).map(({ chain, core }) => {
    const end = reached(chain, 'issued')
    const date = dayOf(solved.axis, solved.finish[solved.index.get(end.id) ?? -1] ?? 0)
    return {
      matter: chain.occurrence.matter.id,
      scope: chain.occurrence.scope,
      name: named.get(chain.occurrence.matter.id) ?? chain.occurrence.matter.name,
      core,
      date: isoDate(date),
      workdaysFromLand: land === null ? null : countWorkdays(ground.calendar, day(land), date),
      activity: end.id,
    }
  })
}

/** Each gate with the day on which it is passed and what it asks for, once for each phase that it opens. */
function gates(ground: Ground, project: Project, layout: Layout & { readonly solution: Solved }): Plan['gates'] {
  const { solution: solved } = layout
  const { chains, axis, index, start, finish } = solved
  const dateOf = (chain: Chain, point: Parameters<typeof reached>[1], side?: 'start') => {
    const end = reached(chain, point)
    const i = index.get(end.id) ?? -1
    return isoDate(dayOf(axis, (side === 'start' || end.side === 'start' ? start[i] : finish[i]) ?? 0))
  }
  return ground.catalogue.gates.flatMap((gate) => {
    const opened = chains.filter((c) => gate.opens.some((o) => o.matter === c.occurrence.matter.id))
    return [...Map.groupBy(opened, (c) => c.occurrence.scope.id).values()].map((group) => {
      const passed = group.map((c) => ({
        chain: c,
        date: dateOf(c, gate.opens.find((o) => o.matter === c.occurrence.matter.id)?.point ?? 'begun', 'start'),
      }))
      const first = passed.reduce((a, b) => (b.date < a.date ? b : a))
      const { occurrence } = first.chain
      return {
        gate: gate.id,
        scope: occurrence.scope,
        name: gate.name,
        date: first.date,
        requires: requirementsOf(gate, first.chain).flatMap((r) =>
          chains
            .filter(
              (c) => c.occurrence.matter.id === r.matter && related(project, c.occurrence.scope, occurrence.scope),
            )
            .map((c) => ({
              occurrence: c.occurrence.id,
              matter: r.matter,
              date: dateOf(c, r.point ?? 'issued'),
              text: r.says,
              basis: ground.cite(r, layout.acceptedOn(r.matter, c.occurrence.scope)),
            })),
        ),
      }
    })
  })
}

function statedFacts(ground: Ground, project: Project): Plan['facts'] {
  const scopes = [{ id: '', facts: project.facts }, ...project.parcels, ...project.phases, ...project.unitWorks]
  const stated = scopes.flatMap(({ id, facts }) =>
    Object.entries(facts).map(([fact, { value, confidence }]) => {
      const definition = ground.facts.get(fact)
      return {
        fact,
        scope: id,
        name: definition?.name ?? { zh: fact, en: fact },
        value: describeValue(value, definition),
        confidence: confidence ?? null,
        assumed: false,
      }
    }),
  )
  const answered = new Set(
    scopes.flatMap(({ facts }) => Object.entries(facts).flatMap(([id, f]) => (f.value === undefined ? [] : [id]))),
  )
  const assumed = ground.catalogue.facts.flatMap((f) =>
    f.assumedWhenUnknown && !answered.has(f.id)
      ? [
          {
            fact: f.id,
            scope: '',
            name: f.name,
            value: describeValue(f.assumedWhenUnknown.value, f),
            confidence: null,
            assumed: true,
          },
        ]
      : [],
  )
  return [...stated.filter((s) => !assumed.some((a) => a.fact === s.fact)), ...assumed]
}

function provisional(ground: Ground, activities: readonly PlanActivity[]): Plan['provisional'] {
  if (!activities.some((a) => a.provisional)) return null
  const through = isoDate(publishedThrough(ground.calendar))
  const text: Text = {
    zh: `放假安排只公布到 ${through}，其后按周末推算，日期为暂定`,
    en: `days off are published only through ${through}; later dates assume weekends and are provisional`,
  }
  return { from: isoDate((publishedThrough(ground.calendar) + 1) as ReturnType<typeof day>), text }
}
