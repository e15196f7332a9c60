import type { Activity, View } from './view.ts'

const JOINT = ' · '

/** What a step is called beside its matter: `审查决定`. The planner's own names begin with the matter's. */
export function stepAlone(view: View, { occurrence, name }: Pick<Activity, 'occurrence' | 'name'>): string {
  const whole = view.say(name)
  const matter = view.plan.matters.find(({ id }) => id === occurrence)
  const after = whole.indexOf(JOINT, matter === undefined ? 0 : view.say(matter.name).length)
  const beginsWithMatter = matter !== undefined && whole.startsWith(view.say(matter.name))
  return beginsWithMatter && after >= 0 ? whole.slice(after + JOINT.length) : whole
}

/** What a step is called where its matter does not stand beside it: `C07 施工许可证（4.1 期） · 审查决定`. */
export function stepInFull(view: View, activity: Pick<Activity, 'occurrence' | 'name'>): string {
  const matter = view.matterNamed(activity.occurrence)
  const step = stepAlone(view, activity)
  const own = view.plan.matters.find(({ id }) => id === activity.occurrence)
  // A matter of one step, named like the matter itself, needs no second name.
  return own !== undefined && step.startsWith(view.say(own.name)) ? matter : `${matter}${JOINT}${step}`
}
