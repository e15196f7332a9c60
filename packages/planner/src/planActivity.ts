import { isProvisional } from '@kaigong/calendar'
import { dayOf, momentOf, workdaysBetween } from './axis.ts'
import { explain, type OnDay } from './explain.ts'
import type { Ground } from './ground.ts'
import type { PlanActivity } from './plan.ts'
import { isCritical } from './slack.ts'
import type { Solved } from './solve.ts'

/** The i-th activity with its dates, its room and its reasons. */
export function activityOf(
  ground: Ground,
  solved: Solved,
  i: number,
  onDay: OnDay,
  anchorDay: string | null,
): PlanActivity {
  const { axis } = solved
  const d = solved.drafts[i]
  if (!d) throw new RangeError(`no activity ${i}`)
  const start = solved.start[i] ?? 0
  const finish = solved.finish[i] ?? 0
  const latest = Math.max(solved.latest[i] ?? 0, start)
  const done = d.occurrence.doneOn !== undefined
  return {
    id: d.id,
    occurrence: d.occurrence.id,
    matter: d.occurrence.matter.id,
    scope: d.occurrence.scope,
    kind: d.kind,
    step: d.step,
    name: d.name,
    track: d.track,
    owner: d.owner,
    agency: d.agency,
    reviewers: d.reviewers,
    start: momentOf(axis, start),
    finish: momentOf(axis, finish),
    length: d.length,
    latestStart: momentOf(axis, latest),
    slack: done ? 0 : workdaysBetween(axis, start, latest),
    critical: !done && isCritical(solved, i),
    binding: (solved.binding[i] ?? []).map((b) => explain(ground, solved, i, b, onDay, anchorDay)),
    done,
    provisional: isProvisional(ground.calendar, dayOf(axis, finish)),
    assumed: d.occurrence.assumed,
  }
}
