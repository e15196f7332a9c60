import { weekdayName } from '../../terminal/days.ts'
import type { Row } from '../../terminal/table.ts'
import type { Lines, View } from './view.ts'

/** The land day and every certificate after it, each counted from the land, with its article. */
export function landDay(view: View): Lines {
  const { plan, word, say, lang, table } = view
  const { land } = plan
  const fromLand = (n: number | null) =>
    n === null ? '' : n === 0 ? word('sameDay') : n === 1 ? word('workday') : word('workdays', { n })
  const landRow: Row =
    land.day === null
      ? []
      : [
          '◇',
          word('land', { basis: say(land.basisName) }),
          { text: land.day, look: 'strong' },
          weekdayName(land.day, lang),
          '—',
          word(land.given ? 'landGiven' : 'landComputed'),
        ]
  const matters = new Map(plan.matters.map((matter) => [matter.id, matter]))
  const steps = new Map(plan.activities.map((activity) => [activity.id, activity]))
  const rows = plan.certificates
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ matter, scope, name, core, date, workdaysFromLand, activity }): Row => {
      const step = steps.get(activity)
      const citation = matters.get(step?.occurrence ?? '')?.citations[0]
      return [
        core ? '★' : '',
        `${matter}${scope.id === '' ? '' : `@${scope.id}`} ${say(name)}`,
        { text: date, look: 'strong' },
        weekdayName(date, lang),
        fromLand(workdaysFromLand),
        citation === undefined ? (step === undefined ? '' : say(step.name)) : view.cited(citation),
      ]
    })
  return table(
    [
      { head: '', rigid: true },
      { head: word('certificate') },
      { head: word('date'), rigid: true },
      { head: word('weekday'), rigid: true },
      { head: word('fromLand'), rigid: true },
      { head: word('by') },
    ],
    land.day === null ? rows : [landRow, ...rows],
  )
}
