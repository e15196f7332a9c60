import { countWorkdays, day } from '@kaigong/calendar'
import { type Condition, describeValue, type FactDefinition, type FactValue, type Project } from '@kaigong/catalogue'
import { dateOf } from './axis.ts'
import type { Chain } from './draft.ts'
import type { Ground } from './ground.ts'
import { buildStarts } from './landmarks.ts'
import { arrange, isSolved, layout, type Request, type SolvedLayout, sameWork } from './layout.ts'
import { outcomeOf } from './outcome.ts'
import type { Plan } from './plan.ts'
import { solve } from './solve.ts'

type UnknownFact = Plan['unknown'][number]

/**
 * Facts that nobody has answered and that some rule asks for, those first whose answer would change the plan most:
 * by the days that construction would move, then by the matters that would come or go.
 */
export function unknownFacts(
  ground: Ground,
  project: Project,
  request: Request,
  laid: SolvedLayout,
  { explore }: { readonly explore: boolean },
): Plan['unknown'] {
  const asked = new Map<string, Set<string>>()
  for (const { matter, missing } of [...laid.present, ...laid.absent]) {
    for (const fact of missing) asked.set(fact, (asked.get(fact) ?? new Set()).add(matter.id))
  }
  for (const c of laid.solution.chains) {
    for (const s of c.occurrence.matter.steps ?? []) {
      if (s.durationFact === undefined || c.occurrence.facts.given(s.durationFact) !== undefined) continue
      asked.set(s.durationFact, (asked.get(s.durationFact) ?? new Set()).add(c.occurrence.matter.id))
    }
  }
  const free = explore ? earliestOf(ground, project, request, laid) : undefined
  const unknown = [...asked].flatMap(([id, matters]): UnknownFact[] => {
    const fact = ground.facts.get(id)
    if (!fact) return []
    const assumed = fact.assumedWhenUnknown
    return [
      {
        fact: id,
        scope: '',
        name: fact.name,
        question: fact.question,
        assumed: assumed ? { value: describeValue(assumed.value, fact), says: assumed.says } : null,
        matters: [...matters].sort(),
        answers: free ? tryAnswers(ground, project, free, fact) : [],
      },
    ]
  })
  return unknown.sort((a, b) => weight(b) - weight(a) || (a.fact < b.fact ? -1 : 1))
}

/** How much the answers may change: a day of construction counts for a hundred matters. */
function weight({ answers }: UnknownFact): number {
  return Math.max(0, ...answers.map((a) => Math.abs(a.startMovesBy ?? 0) * 100 + a.added.length + a.removed.length))
}

/** The earliest plan of the project: the one at hand, if that is what was asked for. */
function earliestOf(
  ground: Ground,
  project: Project,
  { asOf, anchor }: Request,
  laid: SolvedLayout,
): SolvedLayout | undefined {
  if (anchor.kind === 'earliest') return laid
  const free = layout(ground, project, { asOf, anchor: { kind: 'earliest' } }, 'best')
  return isSolved(free) ? free : undefined
}

/**
 * Tries each answer but the one that is assumed anyway. Construction is compared between earliest plans, since a given land day would
 * hide what an answer costs; an answer that changes nothing of what is to be done needs no dates.
 */
function tryAnswers(
  ground: Ground,
  project: Project,
  free: SolvedLayout,
  fact: FactDefinition,
): UnknownFact['answers'] {
  const before = outcomeOf(ground, project, free).constructionStart
  const now = arrange(ground, project, free.acceptedOn, 'best')
  const ids = new Set(now.present.map((o) => o.id))
  return candidates(ground, fact).map((value) => {
    const answered = answerEverywhere(project, fact.id, value)
    const then = arrange(ground, answered, free.acceptedOn, 'best')
    const own = new Set(then.present.map((o) => o.id))
    return {
      answer: describeValue(value, fact),
      startMovesBy: sameWork(now.chains, then.chains) ? 0 : movesBy(ground, answered, free, then.chains, before),
      added: [...own].filter((id) => !ids.has(id)),
      removed: [...ids].filter((id) => !own.has(id)),
    }
  })
}

/** Working days by which construction moves when other work has to be done; null where that cannot be done at all. */
function movesBy(
  ground: Ground,
  answered: Project,
  free: SolvedLayout,
  chains: readonly Chain[],
  before: string | null,
): number | null {
  const tried = solve(ground, answered, chains, free.asOf, { kind: 'earliest' }, { ...free.terms, startOnly: true })
  const first = 'conflict' in tried ? undefined : buildStarts(tried.chains)[0]
  if (before === null || first === undefined || 'conflict' in tried) return null
  const starts = dateOf(tried.axis, tried.start[tried.index.get(first) ?? -1] ?? 0)
  return countWorkdays(ground.calendar, day(before), day(starts))
}

/** The project as if this had been answered wherever it is unknown. */
function answerEverywhere(project: Project, fact: string, value: FactValue): Project {
  const answer = <T extends { readonly facts: Project['facts'] }>(layer: T): T =>
    Object.hasOwn(layer.facts, fact) && layer.facts[fact]?.value === undefined
      ? { ...layer, facts: { ...layer.facts, [fact]: { value } } }
      : layer
  const known = project.facts[fact]?.value !== undefined
  return {
    ...project,
    facts: known ? project.facts : { ...project.facts, [fact]: { value } },
    phases: project.phases.map(answer),
    parcels: project.parcels.map(answer),
    unitWorks: project.unitWorks.map(answer),
  }
}

/** Answers worth trying: all but what is assumed anyway. */
function candidates(ground: Ground, fact: FactDefinition): readonly FactValue[] {
  const assumed = fact.assumedWhenUnknown?.value
  return possible(ground, fact).filter((value) => JSON.stringify(value) !== JSON.stringify(assumed))
}

/** Each choice, yes and no, and for numbers one on either side of every threshold that a rule names. */
function possible(ground: Ground, fact: FactDefinition): readonly FactValue[] {
  switch (fact.type) {
    case 'boolean':
      return [true, false]
    case 'choice':
      return Object.keys(fact.choices ?? {})
    case 'choices':
      return [[], ...Object.keys(fact.choices ?? {}).map((c) => [c])]
    case 'text':
      return []
    case 'number':
    case 'integer':
      return sides(fact, thresholds(ground, fact.id))
  }
}

function sides(fact: FactDefinition, marks: readonly number[]): readonly number[] {
  const lowest = marks[0]
  if (lowest === undefined) return []
  const below = Math.max(fact.minimum ?? 0, fact.type === 'integer' ? lowest - 1 : lowest / 2)
  return [below, ...marks.map((m) => (fact.type === 'integer' ? m + 1 : m * 1.01))]
}

/** Numbers that rules compare a fact with, ascending. */
function thresholds(ground: Ground, fact: string): readonly number[] {
  const found = new Set<number>()
  const visit = (c: Condition): void => {
    if ('all' in c) c.all.forEach(visit)
    else if ('any' in c) c.any.forEach(visit)
    else if ('not' in c) visit(c.not)
    else if ('fact' in c && c.fact === fact) {
      for (const n of [c.atLeast, c.above, c.atMost, c.below]) if (n !== undefined) found.add(n)
    }
  }
  for (const m of ground.catalogue.matters) {
    m.applies.forEach((r) => visit(r.when))
    m.variants?.forEach((v) => visit(v.when))
  }
  return [...found].sort((a, b) => a - b)
}
