import type { Project } from '@kaigong/catalogue'
import type { Binding } from '@kaigong/scheduler'
import { onDayOf } from './acceptance.ts'
import { dateOf } from './axis.ts'
import type { Draft } from './draft.ts'
import { explain, type OnDay } from './explain.ts'
import type { Ground } from './ground.ts'
import type { SolvedLayout } from './layout.ts'
import type { ChainLink } from './plan.ts'
import { occurrenceId } from './scopes.ts'
import { roomOf } from './slack.ts'
import { type Anchor, type Network, type Solved, solve } from './solve.ts'

/**
 * From an activity back to where its date comes from, first cause first: at each step the reason without which it would be earlier.
 * What was put late on purpose has no such reason; then the chain is that of the same plan with everything as soon as possible,
 * told with the dates of this one.
 */
export function reasonsFor(
  ground: Ground,
  project: Project,
  layout: SolvedLayout,
  target: string,
  anchor: Anchor,
): readonly ChainLink[] {
  const { solution, asOf, terms } = layout
  const causes = causesOf(solution, target)
  const anchorDay = anchor.kind === 'earliest' ? null : anchor.day
  const onDay = onDayOf(layout)
  if (causes[0]?.binding?.kind !== 'late') return told(ground, solution, solution, causes, onDay, anchorDay)
  const soonest = solve(ground, project, solution.chains, asOf, anchor, { ...terms, asSoonAsPossible: true })
  if ('conflict' in soonest) return told(ground, solution, solution, causes, onDay, anchorDay)
  return told(ground, soonest, solution, causesOf(soonest, target), onDay, anchorDay)
}

type Step = { readonly activity: number; readonly binding: Binding | undefined }

function causesOf(solved: Solved, target: string): readonly Step[] {
  const steps: Step[] = []
  const seen = new Set<number>()
  for (let i = solved.index.get(target); i !== undefined && !seen.has(i); ) {
    seen.add(i)
    const cause = causeOf(solved, i)
    steps.unshift({ activity: i, binding: cause?.binding })
    i = cause?.by
  }
  return steps
}

type Cause = { readonly binding: Binding; readonly by: number | undefined }

function causeOf(solved: Solved, i: number): Cause | undefined {
  const causes = (solved.binding[i] ?? []).map((binding): Cause => {
    if (binding.kind === 'resource') return { binding, by: binding.holders[0] }
    if (binding.kind !== 'lag') return { binding, by: undefined }
    const link = solved.links[binding.lag]
    const id = solved.drafts[i]?.id
    // What comes later explains why something is late, not why it is not earlier.
    const by = link?.to === id ? link?.from : binding.side === 'max' ? link?.to : undefined
    return { binding, by: by === undefined ? undefined : solved.index.get(by) }
  })
  const set = causes.find(({ binding: { kind } }) => kind === 'release' || kind === 'fixed' || kind === 'deadline')
  const waits = causes.filter((c) => c.by !== undefined).sort((a, b) => roomOf(solved, a.by) - roomOf(solved, b.by))
  const tightest = waits[0]
  // What could have come days earlier holds nothing: it stands there because it was put late.
  if (tightest && (set === undefined || roomOf(solved, tightest.by) < solved.axis.ticksPerWorkday)) return tightest
  return set ?? causes.find(({ binding: { kind } }) => kind !== 'calendar') ?? causes[0]
}

function told(
  ground: Ground,
  reasons: Solved,
  dates: Solved,
  steps: readonly Step[],
  onDay: OnDay,
  anchorDay: string | null,
): readonly ChainLink[] {
  return steps.map(({ activity: i, binding }) => {
    const draft = reasons.drafts[i] as Draft
    const reason = binding ? explain(ground, reasons, i, binding, onDay, anchorDay) : undefined
    return {
      activity: draft.id,
      name: draft.name,
      start: dateOf(dates.axis, dates.start[i] ?? 0),
      finish: dateOf(dates.axis, dates.finish[i] ?? 0),
      because: reason?.text ?? { zh: '可随时开始', en: 'may begin at any time' },
      ...(reason?.basis ? { basis: reason.basis } : {}),
    }
  })
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
