import { lengthWritten, trackName } from '../html/marks.ts'
import { stageName } from '../html/rows.ts'
import { placed } from '../placed.ts'
import type { Matter, View } from '../view.ts'
import { dayCell, type Value } from './cell.ts'
import { sources, weakest } from './confidence.ts'
import type { Block } from './layout.ts'
import { says } from './says.ts'

export const matterWidths = [6, 36, 8, 16, 24, 13, 13, 13, 18, 24, 44, 11, 24] as const

/** 审批事项一览: every matter that applies, one row each. */
export function matters(view: View): Block {
  const { plan, word, say } = view
  const planned = say(says.plannedGroup)
  const limit = say(says.limitGroup)
  return {
    columns: [
      { head: word('number'), align: 'center' },
      { head: word('matter') },
      { head: say(says.code), align: 'center' },
      { head: say(says.stage), align: 'center' },
      { head: say(says.leadAgency), align: 'center' },
      { head: word('track'), align: 'center' },
      { head: say(says.accepted), group: planned, align: 'center' },
      { head: say(says.decided), group: planned, align: 'center' },
      { head: say(says.promisedLimit), group: limit, align: 'center' },
      { head: word('statutory'), group: limit, align: 'center' },
      { head: word('citations') },
      { head: word('confidence'), align: 'center' },
      { head: word('result') },
    ],
    rows: plan.matters.map((matter, index) => rowOf(view, matter, index + 1)),
  }
}

function rowOf(view: View, matter: Matter, number: number): readonly Value[] {
  const { say } = view
  const { planned, statutory } = matter.limit
  const bases = [...matter.citations, ...(planned === null ? [] : [planned.basis])]
  return [
    number,
    placed(view, matter.name, matter.scope),
    { code: matter.matter },
    stageName(view, matter.stage),
    say(matter.agencyName),
    trackName(view, matter.track),
    dayCell(matter.submitted) ?? '—',
    dayCell(matter.decided ?? matter.issued) ?? '—',
    planned === null ? (matter.track === 'commitment' ? say(says.atOnce) : '—') : lengthWritten(view, planned),
    statutory.lastDay === null ? say(statutory.text) : say(says.lastDay(say(statutory.text), statutory.lastDay)),
    sources(view, matter.citations),
    weakest(view, bases),
    say(matter.result),
  ]
}
