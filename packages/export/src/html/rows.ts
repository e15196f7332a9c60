import { linesOf } from '../textWidth.ts'
import type { Matter, View } from '../view.ts'
import type { Axis } from './axis.ts'
import { type Bar, barsOf } from './bars.ts'

/** One strip of a chart: the head of a group, or a matter with its bars. */
export type Row =
  | { readonly kind: 'group'; readonly text: string; readonly height: number }
  | { readonly kind: 'matter'; readonly matter: Matter; readonly bars: readonly Bar[]; readonly height: number }

export const laneHeight = 30
const rowPadding = 4
export const labelColumn = { wide: 284, phone: 132 } as const

/** Works stand between the construction permit and completion, whatever their number in the catalogue. */
const stageOrder = [0, 1, 2, 3, 5, 4]
const rank = (stage: number) => (stageOrder.includes(stage) ? stageOrder.indexOf(stage) : stageOrder.length + stage)

export const stageName = (view: View, stage: number): string => {
  switch (stage) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return view.word(`stage${stage}`)
    default:
      return view.word('stageOther', { n: stage })
  }
}

export type Group = { readonly stage: number; readonly text: string; readonly matters: readonly Matter[] }

/** Matters by stage in the order of the road, inside a stage by phase, parcel or building, each by its first day. */
export function groupsOf(view: View): readonly Group[] {
  const groups = new Map<string, { readonly stage: number; readonly scope: string; readonly matters: Matter[] }>()
  for (const matter of view.plan.matters) {
    const scope = view.scope(matter.scope)
    const key = `${matter.stage}/${scope}`
    const group = groups.get(key) ?? { stage: matter.stage, scope, matters: [] }
    group.matters.push(matter)
    groups.set(key, group)
  }
  return [...groups.values()]
    .toSorted((a, b) => rank(a.stage) - rank(b.stage) || (a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0))
    .map(({ stage, scope, matters }) => ({
      stage,
      text: scope === '' ? stageName(view, stage) : `${stageName(view, stage)} · ${scope}`,
      matters: matters.toSorted((a, b) =>
        (a.begun ?? '9') < (b.begun ?? '9') ? -1 : (a.begun ?? '9') > (b.begun ?? '9') ? 1 : 0,
      ),
    }))
}

/** Height that a matter's label takes, on a wall and on a phone. */
const labelHeight = (name: string, under: string): number =>
  Math.max(
    linesOf(name, 12, labelColumn.wide - 16) * 15 + linesOf(under, 10.5, labelColumn.wide - 16) * 13 + 6,
    linesOf(name, 11, labelColumn.phone - 12) * 13 + 6,
  )

/** The rows of a chart: matters with a bar within the axis and, if asked, those that are exempt. */
export const rowsOf = (
  view: View,
  axis: Axis,
  withExempt: boolean,
  label: (matter: Matter) => { readonly name: string; readonly under: string },
): readonly Row[] =>
  groupsOf(view).flatMap(({ text, matters }): readonly Row[] => {
    const rows = matters.flatMap((matter): readonly Row[] => {
      const bars = barsOf(
        view.plan.activities.filter(({ occurrence }) => occurrence === matter.id),
        axis,
      )
      if (bars.length === 0 && !(withExempt && matter.track === 'exempt')) return []
      const lanes = Math.max(1, ...bars.map(({ lane }) => lane + 1))
      const { name, under } = label(matter)
      return [
        { kind: 'matter', matter, bars, height: Math.max(lanes * laneHeight + rowPadding, labelHeight(name, under)) },
      ]
    })
    return rows.length === 0 ? [] : [{ kind: 'group', text, height: 20 }, ...rows]
  })
