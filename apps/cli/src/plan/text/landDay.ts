import { weekdayName } from '../../terminal/days.ts'
import type { Cell } from '../../terminal/table.ts'
import type { Lines, View } from './view.ts'

/** The land day and every certificate after it, each counted from the land, with the step that issues it and its article. */
export function landDay(view: View): Lines {
  const { plan, word, say, lang, table } = view
  const { land } = plan
  const fromLand = (n: number | null) =>
    n === null ? '' : n === 0 ? word('sameDay') : n === 1 ? word('workday') : word('workdays', { n })
  const landRow: readonly Cell[] =
    land.day === null
      ? []
      : [
          word('land', { basis: say(land.basisName) }),
          { text: land.day, look: 'strong' },
          weekdayName(land.day, lang),
          '—',
          word(land.given ? 'landGiven' : 'landComputed'),
        ]
  const steps = new Map(plan.activities.map((activity) => [activity.id, activity]))
  const matters = new Map(plan.matters.map((matter) => [matter.id, matter]))
  const rows = plan.certificates
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ matter, scope, name, core, date, workdaysFromLand, activity }): readonly Cell[] => {
      const step = steps.get(activity)
      const citation = matters.get(step?.occurrence ?? '')?.citations[0]
      const where = scope.id === '' ? '' : `@${scope.id}`
      return [
        `${core ? '★' : ' '} ${matter}${where} ${say(name)}`,
        { text: date, look: 'strong' },
        weekdayName(date, lang),
        fromLand(workdaysFromLand),
        [step === undefined ? '' : lastPart(say(step.name)), citation === undefined ? '' : view.cited(citation)]
          .filter((part) => part !== '')
          .join(word('comma')),
      ]
    })
  return table(
    [
      { head: word('certificate') },
      { head: word('date'), rigid: true },
      { head: word('weekday'), rigid: true },
      { head: word('fromLand'), rigid: true },
      { head: word('by') },
    ],
    landRow.length === 0 ? rows : [landRow, ...rows],
  )
}

/** A step is named `matter · step`; the matter stands in the row already. */
const lastPart = (name: string): string => name.split(' · ').at(-1) ?? name
