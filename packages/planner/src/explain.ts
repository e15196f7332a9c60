import type { Binding } from '@kaigong/scheduler'
import { dateOf } from './axis.ts'
import type { Draft } from './draft.ts'
import type { Ground } from './ground.ts'
import type { Why } from './network.ts'
import type { PlanBinding } from './plan.ts'
import type { Network } from './solve.ts'

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
        ...explainLink(
          ground,
          link.why,
          other,
          onDay(draft?.occurrence.matter.id ?? ''),
          relation(binding.side, otherId === link.to),
        ),
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

/** How the other activity holds this one: it comes before, has to be reached in time, or must not be left too far behind or ahead. */
type Relation = 'after' | 'before' | 'notTooFar'
const relation = (side: 'min' | 'max', otherIsLater: boolean): Relation =>
  side === 'max' ? 'notTooFar' : otherIsLater ? 'before' : 'after'

function explainLink(ground: Ground, why: Why, other: Draft | undefined, day: string, how: Relation): PlanBinding {
  const name = other ? other.name : { zh: '', en: '' }
  switch (why.kind) {
    case 'step':
      return {
        kind: 'step',
        text:
          how === 'before'
            ? { zh: `赶在“${name.zh}”之前`, en: `in time for "${name.en}"` }
            : { zh: `接在“${name.zh}”之后`, en: `follows "${name.en}"` },
      }
    case 'edge': {
      const basis = ground.cite(why.edge, day)
      const { says } = why.edge
      const layer = why.technical ? { zh: '（预审先后）', en: ' (order of pre-reviews)' } : { zh: '', en: '' }
      const text = {
        after: {
          zh: `须先有“${name.zh}”${layer.zh}：${says.zh}`,
          en: `needs "${name.en}" first${layer.en}: ${says.en}`,
        },
        before: {
          zh: `须赶在“${name.zh}”之前${layer.zh}：${says.zh}`,
          en: `in time for "${name.en}"${layer.en}: ${says.en}`,
        },
        notTooFar: { zh: `与“${name.zh}”相隔有上限：${says.zh}`, en: `not too far from "${name.en}": ${says.en}` },
      }[how]
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
