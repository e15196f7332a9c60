import type { Text } from '@kaigong/catalogue'
import { type Axis, workdaysBetween } from './axis.ts'
import { reached } from './network.ts'
import type { Plan } from './plan.ts'
import type { Solved } from './solve.ts'

const OWNERS = ['government', 'intermediary', 'utility', 'enterprise', 'land'] as const

/** Whose time it is: working days of all activities of each owner, and of those on the critical chain. */
export function splitByOwner(axis: Axis, { drafts, start, finish }: Solved, chain: readonly string[]): Plan['split'] {
  const tenth = (x: number) => Math.round(x * 10) / 10
  return OWNERS.map((owner) => {
    const own = drafts
      .map((d, i) => ({
        id: d.id,
        owner: d.owner,
        done: d.step === 'done',
        days: workdaysBetween(axis, start[i] ?? 0, finish[i] ?? 0),
      }))
      .filter((d) => d.owner === owner && !d.done)
    const sum = (list: typeof own) => tenth(list.reduce((total, d) => total + d.days, 0))
    return {
      owner,
      activities: own.length,
      workdays: sum(own),
      onCriticalChain: sum(own.filter((d) => chain.includes(d.id))),
    }
  })
}

const COUNTED: Text = {
  zh: '按各省“工程建设项目审批总时限”的常用口径：从首次受理到施工许可，政府审批、技术审查、市政公用服务的用时合并计（同时进行的只计一次），企业准备、设计、施工和土地交易不计',
  en: 'by the usual count of provincial "approval days": from the first acceptance to the construction permit, the time of agencies, technical review and utilities, what runs side by side counted once; not the company’s preparation, design, construction or the land transaction',
}

/** Kinds of activity that the provincial count of approval days contains, when an agency, a reviewer or a utility has them. */
const COUNTED_KINDS = ['check', 'special', 'review', 'decision', 'delivery', 'preReview', 'conversion']

/** Working days by the count that provinces use, until the first construction permit. */
export function countedDays({ axis, drafts, chains, index, start, finish }: Solved): Plan['countedDays'] {
  const permits = chains
    .filter((c) => c.occurrence.matter.id === 'C07')
    .map((c) => finish[index.get(reached(c, 'issued').id) ?? -1] ?? 0)
  const until = permits.length > 0 ? Math.min(...permits) : Number.POSITIVE_INFINITY
  const spans = drafts
    .map((d, i) => ({ d, from: start[i] ?? 0, to: Math.min(finish[i] ?? 0, until) }))
    .filter(
      ({ d, from, to }) =>
        from < to &&
        COUNTED_KINDS.includes(d.kind) &&
        (d.owner === 'government' || d.owner === 'intermediary' || d.owner === 'utility'),
    )
    .sort((a, b) => a.from - b.from)
  let workdays = 0
  let covered = 0
  for (const { from, to } of spans) {
    workdays += workdaysBetween(axis, Math.max(from, covered), to)
    covered = Math.max(covered, to)
  }
  return { text: COUNTED, workdays: Math.round(workdays * 10) / 10 }
}
