import type { Say } from '../text/useText.ts'

const known = [
  'permit',
  'filing',
  'confirmation',
  'technicalReview',
  'selfAssessment',
  'transaction',
  'utility',
  'coordination',
  'work',
] as const
const edges = ['hard', 'practice', 'soft'] as const
const stages = [0, 1, 2, 3, 4, 5] as const

/** What kind of thing a matter is; a kind that a newer catalogue brings keeps its own word. */
export function natureText(nature: string, t: Say): string {
  const one = known.find((name) => name === nature)
  return one ? t(`catalogue.natureOf.${one}`) : nature
}

/** How firmly one matter comes before another. */
export function edgeText(kind: string, t: Say): string {
  const one = edges.find((name) => name === kind)
  return one ? t(`catalogue.edge.${one}`) : kind
}

export function stageText(stage: number, t: Say): string {
  const one = stages.find((n) => n === stage)
  return t(`plans.stage.${one ?? 'other'}`)
}

/** Stages as a project goes through them: construction (5) comes between the permit (3) and completion (4). */
export const stageOrder = [0, 1, 2, 3, 5, 4] as const
