import type { Activity, View } from '../view.ts'
import type { Task } from './outline.ts'

/** An agency with the steps that it has, and the most of its reviewers that the plan takes at any one time. */
export type Resource = {
  readonly agency: string
  readonly name: string
  readonly steps: readonly (Task & { readonly activity: Activity })[]
  readonly peak: number
}

/** The agencies of the plan's steps, in the order in which the plan comes to them. */
export function resourcesOf(view: View, tasks: readonly Task[]): readonly Resource[] {
  const steps = tasks.flatMap((task) => (task.activity === undefined ? [] : [{ ...task, activity: task.activity }]))
  const byAgency = Map.groupBy(steps, ({ activity }) => activity.agency)
  return [...byAgency].flatMap(([agency, own]) =>
    agency === null ? [] : [{ agency, name: view.agency(agency), steps: own, peak: peakOf(own) }],
  )
}

const peakOf = (steps: Resource['steps']): number =>
  Math.max(
    ...steps.map(({ start }) =>
      steps
        .filter((other) => other.start <= start && start < other.finish)
        .reduce((sum, { activity }) => sum + activity.reviewers, 0),
    ),
  )
