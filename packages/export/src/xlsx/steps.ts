import { amountWritten, ownerName, trackName } from '../html/marks.ts'
import { responsible } from '../responsible.ts'
import { stepAlone } from '../stepName.ts'
import type { Activity, View } from '../view.ts'
import { dayCell, finishCell, startCell, type Value } from './cell.ts'
import { weakest } from './confidence.ts'
import type { Block } from './layout.ts'
import { says } from './says.ts'

export const stepWidths = [6, 28, 24, 20, 10, 10, 17, 17, 13, 13, 10, 7, 8, 46, 30, 11] as const

/** 环节计划: every step with who has it, its room, and what holds it back. */
export function steps(view: View): Block {
  const { plan, word, say } = view
  return {
    columns: [
      { head: word('number'), align: 'center' },
      { head: word('matter') },
      { head: word('step') },
      { head: say(says.responsible), align: 'center' },
      { head: word('owner'), align: 'center' },
      { head: word('track'), align: 'center' },
      { head: say(says.start) },
      { head: say(says.finish) },
      { head: word('duration'), align: 'center' },
      { head: word('latestStart'), align: 'center' },
      { head: say(says.slack), align: 'center' },
      { head: word('critical'), align: 'center' },
      { head: say(says.state), align: 'center' },
      { head: say(says.why) },
      { head: say(says.lengthBasis) },
      { head: word('confidence'), align: 'center' },
    ],
    rows: plan.activities.map((activity, index) => rowOf(view, activity, index + 1)),
  }
}

function rowOf(view: View, activity: Activity, number: number): readonly Value[] {
  const { start, finish, latestStart, slack, critical, done, binding, length, owner, track, occurrence } = activity
  const bases = [length.basis, ...binding.flatMap(({ basis }) => basis ?? [])]
  return [
    number,
    view.matterNamed(occurrence),
    stepAlone(view, activity),
    responsible(view, activity),
    ownerName(view, owner),
    trackName(view, track),
    startCell(view, start),
    finishCell(view, finish),
    length.value === 0 ? '—' : amountWritten(view, length),
    done ? '—' : dayCell(latestStart),
    done ? '—' : slack,
    critical ? '◆' : '',
    stateOf(view, activity),
    binding.map((reason) => why(view, reason)).join('\n'),
    view.say(length.basis.text),
    weakest(view, bases),
  ]
}

const stateOf = ({ word }: View, { done, assumed, provisional }: Activity): string =>
  [
    ...(done ? [word('done')] : []),
    ...(assumed ? [word('assumedShort')] : []),
    ...(provisional ? [word('provisional')] : []),
  ].join(word('listComma'))

function why(view: View, { text, basis }: Activity['binding'][number]): string {
  const reason = view.say(text)
  if (basis === undefined) return reason
  const source = view.say(basis.text)
  return view.lang === 'zh' ? `${reason}（${source}）` : `${reason} (${source})`
}
