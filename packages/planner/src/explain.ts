import type { Binding } from '@kaigong/scheduler'
import { dateOf } from './axis.ts'
import type { Draft } from './draft.ts'
import type { Ground } from './ground.ts'
import type { Why } from './network.ts'
import type { ChainLink, PlanBinding } from './plan.ts'
import { occurrenceId } from './scopes.ts'
import type { Network, Solved } from './solve.ts'

/** The day of acceptance that chooses the version of the law which a reason cites. */
export type OnDay = (matter: string) => string

/** A reason of the scheduler in words, with the article where it is one of the law's. */
export function explain(
  ground: Ground,
  net: Network,
  activity: number,
  binding: Binding,
  onDay: OnDay,
  anchorDay: string | null,
): PlanBinding {
  const draft = net.drafts[activity]
  switch (binding.kind) {
    case 'lag': {
      const link = net.links[binding.lag]
      if (!link) {
        return {
          kind: 'deadline',
          text: { zh: `承诺 ${anchorDay ?? ''} 开工`, en: `construction promised by ${anchorDay ?? ''}` },
        }
      }
      const otherId = draft?.id === link.from ? link.to : link.from
      const other = net.drafts[net.index.get(otherId) ?? -1]
      return {
        ...explainLink(ground, link.why, other, onDay(draft?.occurrence.matter.id ?? ''), binding.side),
        activity: otherId,
      }
    }
    case 'resource': {
      const agency = net.agencies[binding.resource]
      const name = ground.district.agencies.find((a) => a.id === agency)?.name ?? { zh: agency ?? '', en: agency ?? '' }
      const holders = binding.holders.map((h) => net.drafts[h]).filter((d) => d !== undefined)
      const who = { zh: holders.map((h) => h.name.zh).join('、'), en: holders.map((h) => h.name.en).join(', ') }
      const held = holders[0]
      return {
        kind: 'capacity',
        text: {
          zh: `${name.zh}审查力量已满，在办：${who.zh}`,
          en: `the reviewers of ${name.en} are taken by: ${who.en}`,
        },
        ...(held ? { activity: held.id } : {}),
      }
    }
    case 'calendar': {
      const from = dateOf(net.axis, binding.from)
      return {
        kind: 'calendar',
        text: { zh: `${from} 已具备条件，待工作时间开始`, en: `ready on ${from}, waits for working hours` },
      }
    }
    case 'release':
      return released(net, draft, anchorDay)
    case 'deadline':
      return {
        kind: 'deadline',
        text: { zh: `须在 ${anchorDay ?? '期限'} 前完成`, en: `has to be done by ${anchorDay ?? 'its deadline'}` },
      }
    case 'fixed':
      return { kind: 'done', text: { zh: '已办结，日期为事实', en: 'done; the date is a fact' } }
    case 'late': {
      const from = dateOf(net.axis, binding.earliest)
      return {
        kind: 'late',
        text: {
          zh: `最早 ${from} 可以开始，为减少拿地前投入排在后`,
          en: `could begin on ${from}; placed late so that little is spent before the land is sure`,
        },
      }
    }
  }
}

function released(net: Network, draft: Draft | undefined, anchorDay: string | null): PlanBinding {
  const on = draft && net.ready.get(draft.id)
  if (on !== undefined)
    return {
      kind: 'material',
      text: { zh: `材料或条件 ${on} 才具备`, en: `materials or conditions are there from ${on}` },
    }
  if (draft?.occurrence.matter.id === 'P10' && anchorDay !== null)
    return { kind: 'landDay', text: { zh: `拿地日定为 ${anchorDay}`, en: `the land day is set to ${anchorDay}` } }
  return { kind: 'asOf', text: { zh: '自基准日起即可开始', en: 'may begin from the as-of day' } }
}

function explainLink(
  ground: Ground,
  why: Why,
  other: Draft | undefined,
  day: string,
  side: 'min' | 'max',
): PlanBinding {
  const name = other ? other.name : { zh: '', en: '' }
  switch (why.kind) {
    case 'step':
      return { kind: 'step', text: { zh: `接在“${name.zh}”之后`, en: `follows "${name.en}"` } }
    case 'edge': {
      const basis = ground.cite(why.edge, day)
      const layer = why.technical ? { zh: '（预审先后）', en: ' (order of pre-reviews)' } : { zh: '', en: '' }
      const text =
        side === 'max'
          ? {
              zh: `与“${name.zh}”相隔有上限：${why.edge.says.zh}`,
              en: `not too long after "${name.en}": ${why.edge.says.en}`,
            }
          : {
              zh: `须先有“${name.zh}”${layer.zh}：${why.edge.says.zh}`,
              en: `needs "${name.en}" first${layer.en}: ${why.edge.says.en}`,
            }
      return { kind: 'edge', text, edge: why.edge.id, edgeKind: why.edge.kind, basis }
    }
    case 'gate': {
      const { gate, requirement } = why
      const basis = ground.cite(requirement, day)
      return {
        kind: 'gate',
        text: {
          zh: `${gate.id} ${gate.name.zh}须有“${name.zh}”：${requirement.says.zh}`,
          en: `${gate.id} ${gate.name.en} needs "${name.en}": ${requirement.says.en}`,
        },
        edge: `${gate.id}:${requirement.matter}`,
        edgeKind: requirement.kind,
        basis,
      }
    }
    case 'rule':
      return {
        kind: why.id === 'landWon' ? 'landDay' : 'edge',
        text: { zh: `${why.says.zh}（“${name.zh}”）`, en: `${why.says.en} ("${name.en}")` },
        edge: why.id,
        edgeKind: 'practice',
      }
    case 'validity':
      return { kind: 'validity', text: why.says }
    case 'limit':
    case 'window':
      return { kind: 'deadline', text: why.says }
  }
}

/**
 * From an activity back to where its date comes from, first cause first: at each step the reason without which it would be earlier,
 * one that is itself critical where there are several.
 */
export function chainTo(
  ground: Ground,
  solved: Solved,
  target: string,
  onDay: OnDay,
  anchorDay: string | null,
): readonly ChainLink[] {
  const chain: ChainLink[] = []
  const seen = new Set<number>()
  for (let i = solved.index.get(target); i !== undefined && !seen.has(i); ) {
    seen.add(i)
    const cause = causeOf(solved, i)
    chain.unshift(linkOf(ground, solved, i, cause?.binding, onDay, anchorDay))
    i = cause?.by
  }
  return chain
}

type Cause = { readonly binding: Binding; readonly by: number | undefined }

function causeOf(solved: Solved, i: number): Cause | undefined {
  const causes = (solved.binding[i] ?? []).map((binding): Cause => {
    if (binding.kind === 'resource') return { binding, by: binding.holders[0] }
    if (binding.kind !== 'lag') return { binding, by: undefined }
    const link = solved.links[binding.lag]
    const id = solved.drafts[i]?.id
    return { binding, by: link && solved.index.get(link.from === id ? link.to : link.from) }
  })
  const critical = (c: Cause) => c.by !== undefined && isCritical(solved, c.by)
  return (
    causes.find(critical) ??
    causes.find((c) => c.by !== undefined && c.binding.kind === 'lag') ??
    causes.find((c) => c.by !== undefined) ??
    causes.find((c) => c.binding.kind !== 'calendar') ??
    causes[0]
  )
}

/** No room at all: its earliest is its latest. */
export const isCritical = (solved: Solved, i: number): boolean => (solved.latest[i] ?? 0) <= (solved.couldStart[i] ?? 0)

function linkOf(
  ground: Ground,
  solved: Solved,
  i: number,
  binding: Binding | undefined,
  onDay: OnDay,
  anchorDay: string | null,
): ChainLink {
  const draft = solved.drafts[i] as Draft
  const reason = binding ? explain(ground, solved, i, binding, onDay, anchorDay) : undefined
  const { text, basis } = reason ?? { text: { zh: '可随时开始', en: 'may begin at any time' }, basis: undefined }
  return {
    activity: draft.id,
    name: draft.name,
    start: dateOf(solved.axis, solved.start[i] ?? 0),
    finish: dateOf(solved.axis, solved.finish[i] ?? 0),
    because: text,
    ...(basis ? { basis } : {}),
  }
}

/** The same for constraints that cannot hold together: each activity of the conflict with the earliest time that it can have. */
export function conflictChain(
  ground: Ground,
  net: Network & {
    readonly conflict: { readonly chain: readonly { readonly activity: number; readonly because: Binding }[] }
  },
  onDay: OnDay,
  anchorDay: string | null,
): readonly Omit<ChainLink, 'start' | 'finish'>[] {
  // Of an activity with several reasons the first is the one that matters: that its office then opens the next morning is not news.
  const reasons = net.conflict.chain.filter((link, i, all) => link.activity !== all[i - 1]?.activity)
  return reasons.flatMap(({ activity, because }) => {
    const draft = net.drafts[activity]
    if (!draft)
      return [
        {
          activity: occurrenceId('G1', { kind: 'project', id: '' }),
          name: { zh: '承诺的开工日', en: 'promised start of construction' },
          because: explain(ground, net, activity, because, onDay, anchorDay).text,
        },
      ]
    const { text, basis } = explain(ground, net, activity, because, onDay, anchorDay)
    return [{ activity: draft.id, name: draft.name, because: text, ...(basis ? { basis } : {}) }]
  })
}
