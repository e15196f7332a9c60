import type { Project } from '@kaigong/catalogue'
import { assemble } from './assemble.ts'
import { compare } from './compare.ts'
import type { Ground } from './ground.ts'
import { buildStarts } from './landmarks.ts'
import { isSolved, type Layout, layout, type Request, type SolvedLayout } from './layout.ts'
import type { Link } from './network.ts'
import type { Plan } from './plan.ts'
import { nearest } from './shown.ts'
import { unknownFacts } from './unknown.ts'
import { verdictOf } from './verdict.ts'

export type PlanOptions = {
  /** Also try remedies, the answers to unknown facts and the standard track beside it: some twenty plans more. */
  readonly explore: boolean
}

/** Why no plan at all can be made: the project asks for what it does not have. */
export type NoPlan = {
  readonly refused: 'plan.noLand' | 'plan.landDayPast' | 'plan.impossible'
  readonly message: { readonly zh: string; readonly en: string }
}

/**
 * The plan of a project as it looks from a day: what applies, when, and why; whether what was asked can be had.
 * When it cannot, the plan shows the nearest that can, and its verdict says so with the chain of reasons.
 */
export function plan(
  ground: Ground,
  project: Project,
  request: Request,
  options: PlanOptions = { explore: true },
): Plan | NoPlan {
  const asked = layout(ground, project, request, 'best')
  const refused = refusal(asked, request)
  if (refused) return refused
  const shown = isSolved(asked)
    ? { layout: asked, anchor: request.anchor, near: undefined }
    : nearest(ground, project, request)
  if (!shown) {
    return {
      refused: 'plan.impossible',
      message: {
        zh: '这些条件排不出任何方案：已办事项、材料日期或阶段先后互相矛盾，请核对项目文件的 done、ready、phases。',
        en: 'no plan fits these conditions: what is done, when materials are there or the order of phases contradict one another; check done, ready and phases of the project file.',
      },
    }
  }
  const assembled = assemble(
    ground,
    project,
    withLatestForPromise(ground, project, request, shown.layout),
    shown.anchor,
  )
  return {
    ...assembled,
    verdict: verdictOf(ground, project, request, asked, shown, assembled.criticalChain, options),
    unknown: unknownFacts(ground, project, request, shown.layout, options),
    comparison: options.explore ? compare(ground, project, request, shown.layout) : null,
  }
}

/** A land day that the project cannot have at all, whatever is done. */
function refusal({ present }: Layout, { asOf, anchor }: Request): NoPlan | undefined {
  if (anchor.kind !== 'landDay') return undefined
  const grant = present.find((o) => o.matter.id === 'P10')
  if (!grant) {
    return {
      refused: 'plan.noLand',
      message: {
        zh: '该项目不经过土地出让（landSource 不是 grant），没有拿地日；请改用 --start-by 或不给日期。',
        en: 'this project wins no land (landSource is not grant), so it has no land day; use --start-by or give no date.',
      },
    }
  }
  if (anchor.day >= asOf || grant.doneOn !== undefined) return undefined
  return {
    refused: 'plan.landDayPast',
    message: {
      zh: `拿地日 ${anchor.day} 早于计划基准日 ${asOf}，而项目文件没有记土地已成交；请把 P10 写入 done，或改用不早于基准日的拿地日。`,
      en: `the land day ${anchor.day} is before the as-of day ${asOf}, and the project file does not record the transaction; add P10 to done, or take a land day on or after the as-of day.`,
    },
  }
}

/**
 * For a promised start, how late each thing may be is counted from the promise and not from the earliest start that is possible;
 * what comes after the start keeps its own room.
 */
function withLatestForPromise(ground: Ground, project: Project, request: Request, shown: SolvedLayout): SolvedLayout {
  if (request.anchor.kind !== 'startBy') return shown
  const loose = layout(ground, project, request, 'best', { ...shown.terms, noGoals: true })
  const { solution } = shown
  const start = buildStarts(solution.chains)[0]
  if (!isSolved(loose) || start === undefined) return shown
  const before = leadingTo(solution.links, start)
  const latest = Int32Array.from(solution.latest, (own, i) => {
    const id = solution.drafts[i]?.id ?? ''
    return before.has(id) ? (loose.solution.latest[loose.solution.index.get(id) ?? -1] ?? own) : own
  })
  return { ...shown, solution: { ...solution, latest } }
}

/** Activities that something waits for which in turn leads to `target`; itself among them. */
function leadingTo(links: readonly Link[], target: string): ReadonlySet<string> {
  const found = new Set([target])
  const queue = [target]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { from, to } of links) {
      if (to !== id || found.has(from)) continue
      found.add(from)
      queue.push(from)
    }
  }
  return found
}
