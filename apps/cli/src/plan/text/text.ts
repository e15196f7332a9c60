import type { Plan } from '@kaigong/planner'
import { chain } from './chain.ts'
import { comparison, split } from './figures.ts'
import { gates } from './gates.ts'
import { landDay } from './landDay.ts'
import { materials, materialsToBring } from './materials.ts'
import { matters } from './matters.ts'
import { remedies } from './remedies.ts'
import { rests, trust } from './trust.ts'
import { notApplicable, unknowns } from './unknowns.ts'
import { verdict } from './verdict.ts'
import { type Lines, type View, viewOf } from './view.ts'

/**
 * The plan as a coordinator reads it aloud: the answer and the land-day table on the first screen, then why, what helps, who does
 * what by when, what to bring, what is not known, and what all of it rests on. `violations` are what the checker found.
 */
export function planText(plan: Plan, violations: readonly string[], reading: Parameters<typeof viewOf>[1]): string {
  const view = viewOf(plan, reading)
  const { word } = view
  const section = (title: string, lines: Lines): Lines =>
    lines.length === 0 ? [] : ['', view.paint('head', `── ${title} ──`), ...lines]
  const lines: Lines = [
    ...verdict(view, violations),
    ...section(word('landTable'), plan.land.day === null && plan.certificates.length === 0 ? [] : landDay(view)),
    ...section(word('chain'), reasons(view)),
    ...section(word('remedies'), plan.verdict.met ? [] : remedies(view)),
    ...section(word('mattersCount', { n: plan.matters.length }), matters(view)),
    ...section(word('materials', { n: materialsToBring(view).length }), materials(view)),
    ...section(word('notApplicable', { n: plan.notApplicable.length }), notApplicable(view)),
    ...section(word('unknown', { n: plan.unknown.length }), plan.unknown.length === 0 ? [] : unknowns(view)),
    ...section(word('split'), split(view)),
    ...section(word('comparison'), comparison(view)),
    ...section(word('gates'), gates(view)),
    ...section(word('trust'), trust(view)),
    ...section(word('rests'), rests(view)),
  ]
  return `${lines.join('\n')}\n`
}

const reasons = (view: View): Lines =>
  view.plan.verdict.chain.length === 0 ? [] : [...chain(view, view.plan.verdict.chain), view.word('chainNote')]
