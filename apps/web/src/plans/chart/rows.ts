import type { PlanDocument, Text } from '@kaigong/contract'
import { groupedBy } from '../groupedBy.ts'
import { positionOf } from './days.ts'

type Matter = PlanDocument['matters'][number]
type Activity = PlanDocument['activities'][number]

export type Bar = {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly owner: Activity['owner']
  readonly critical: boolean
  readonly done: boolean
  readonly provisional: boolean
  readonly assumed: boolean
}

/** A row of the chart. Rows fold: a group hides its matters, a matter shows its steps on one line. */
export type Row =
  | {
      readonly kind: 'group'
      readonly id: string
      readonly level: 1
      /** A stage's number or an agency's name. */
      readonly group: GroupName
      readonly matters: number
      readonly open: boolean
      readonly span: readonly [number, number] | null
      readonly days: Days
    }
  | {
      readonly kind: 'matter'
      readonly id: string
      readonly level: 2
      readonly number: number
      readonly matter: Matter
      readonly bars: readonly Bar[]
      readonly days: Days
      readonly open: boolean
    }
  | {
      readonly kind: 'activity'
      readonly id: string
      readonly level: 3
      readonly activity: Activity
      readonly bar: Bar
    }

/** First and last day, ISO; null where nothing is planned. */
type Days = readonly [string, string] | null

type GroupName = { readonly stage: number } | { readonly agency: Text }
export type Grouping = 'stage' | 'agency'
export type Folding = { readonly closedGroups: ReadonlySet<string>; readonly openMatters: ReadonlySet<string> }

/** Construction (5) comes between the permit (3) and completion (4). */
const STAGE_ORDER = [0, 1, 2, 3, 5, 4]

const barOf = (activity: Activity): Bar => ({
  id: activity.id,
  from: positionOf(activity.start),
  to: positionOf(activity.finish),
  owner: activity.owner,
  critical: activity.critical,
  done: activity.done,
  provisional: activity.provisional,
  assumed: activity.assumed,
})

type Sorted = { readonly matter: Matter; readonly activities: readonly Activity[]; readonly bars: readonly Bar[] }

/** Matters in the order of their beginning, each with its steps; what is exempt comes last of all. */
function sorted(plan: PlanDocument): readonly Sorted[] {
  const steps = groupedBy(plan.activities, (a) => a.occurrence)
  const beginning = ({ bars }: Sorted) => bars[0]?.from ?? Number.POSITIVE_INFINITY
  return plan.matters
    .map((matter) => {
      const activities = [...(steps.get(matter.id) ?? [])].sort(
        (a, b) => positionOf(a.start) - positionOf(b.start) || positionOf(a.finish) - positionOf(b.finish),
      )
      return { matter, activities, bars: activities.map(barOf) }
    })
    .sort((a, b) => beginning(a) - beginning(b) || (a.matter.id < b.matter.id ? -1 : 1))
}

const daysOf = (activities: readonly Activity[]): Days => {
  const starts = activities.map((a) => a.start.slice(0, 10)).sort()
  const finishes = activities.map((a) => a.finish.slice(0, 10)).sort()
  const [first, last] = [starts[0], finishes.at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}

const spanOf = (bars: readonly Bar[]): readonly [number, number] | null =>
  bars.length === 0
    ? null
    : bars.reduce<readonly [number, number]>(
        ([from, to], b) => [Math.min(from, b.from), Math.max(to, b.to)],
        [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      )

/** The rows of a plan under a grouping, as they are folded. */
export function rowsOf(plan: PlanDocument, grouping: Grouping, { closedGroups, openMatters }: Folding): readonly Row[] {
  const groups = groupedBy(sorted(plan), ({ matter }) =>
    grouping === 'stage' ? `stage:${matter.stage}` : `agency:${matter.agencyName.zh}`,
  )
  const order = [...groups.keys()]
  if (grouping === 'stage') order.sort((a, b) => STAGE_ORDER.indexOf(stageIn(a)) - STAGE_ORDER.indexOf(stageIn(b)))
  let number = 0
  return order.flatMap((id): readonly Row[] => {
    const members = groups.get(id) ?? []
    const first = members[0]?.matter
    if (first === undefined) return []
    const open = !closedGroups.has(id)
    const group: Row = {
      kind: 'group',
      id,
      level: 1,
      group: grouping === 'stage' ? { stage: first.stage } : { agency: first.agencyName },
      matters: members.length,
      open,
      span: spanOf(members.flatMap(({ bars }) => bars)),
      days: daysOf(members.flatMap(({ activities }) => activities)),
    }
    const inside = members.flatMap(({ matter, activities, bars }): readonly Row[] => {
      number++
      const unfolded = openMatters.has(matter.id)
      const row: Row = {
        kind: 'matter',
        id: matter.id,
        level: 2,
        number,
        matter,
        bars,
        days: daysOf(activities),
        open: unfolded,
      }
      if (!unfolded) return [row]
      return [
        row,
        ...activities.map((activity, i): Row => {
          return { kind: 'activity', id: activity.id, level: 3, activity, bar: bars[i] ?? barOf(activity) }
        }),
      ]
    })
    return open ? [group, ...inside] : [group]
  })
}

const stageIn = (id: string): number => Number(id.slice('stage:'.length))

/** The row of a matter or a step, by its id; a step that is folded away is found on its matter's row. -1 where there is none. */
export function rowAt(rows: readonly Row[], id: string | undefined): number {
  const own = rows.findIndex((row) => row.id === id)
  return own >= 0 ? own : rows.findIndex((row) => row.kind === 'matter' && row.bars.some((bar) => bar.id === id))
}
