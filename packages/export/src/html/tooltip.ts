import type { Activity, Basis, View } from '../view.ts'
import { citedPlainly, lengthWritten, ownerName } from './marks.ts'

/** The article that a bar carries: what makes its length a matter of law, else what makes it wait, else whatever its length rests on. */
export function articleOf({ length, binding }: Activity): Basis {
  const lawful = length.from === 'statutory' || length.count === 'minimum'
  return lawful ? length.basis : (binding.find(({ basis }) => basis !== undefined)?.basis ?? length.basis)
}

/** All that is known of a step in a few lines of plain text: the chart's tooltip, also read out by a screen reader. */
export function tooltip(view: View, activity: Activity): string {
  const { word } = view
  const colon = word('colon')
  return [
    `${view.matterNamed(activity.occurrence)} — ${view.stepNamed(activity)}`,
    `${ownerName(view, activity.owner)}${activity.agency === null ? '' : ` ${view.agency(activity.agency)}`}`,
    view.run(activity),
    `${word('duration')}${colon}${lengthWritten(view, activity.length)} ${citedPlainly(view, activity.length.basis)}`,
    ...activity.binding.map(
      ({ text, basis }) => `${view.say(text)}${basis === undefined ? '' : ` ${citedPlainly(view, basis)}`}`,
    ),
    ...(activity.critical
      ? [word('critical')]
      : activity.done
        ? [word('done')]
        : [`${word('slack')}${colon}${activity.slack}`]),
    ...(activity.assumed ? [word('assumed')] : []),
    ...(activity.provisional ? [word('provisionalLong')] : []),
  ].join('\n')
}
