import { type Day, isoDate, lastDay, type WorkCalendar } from '@kaigong/calendar'
import {
  type Catalogue,
  type Citation,
  cite,
  type Duration,
  isInForce,
  type Matter,
  type Text,
} from '@kaigong/catalogue'

/** A document that was issued, and what happened on the site since. */
export type Issued = {
  readonly matter: string
  readonly acceptedOn: Day
  readonly issuedOn: Day
  /** First day of works; null while there are none. */
  readonly startedOn: Day | null
  /** How often the start was put off with the office's leave. */
  readonly extensions: number
  readonly suspendedOn: Day | null
  readonly suspensionReportedOn: Day | null
  readonly resumedOn: Day | null
  /** Day of a major change of the project (重大变动); null where there was none. */
  readonly changedOn: Day | null
}

/** A duty that runs out on a day: what to do until then, and whether it has been met. */
export type PermitDuty = {
  readonly rule: string
  readonly matter: string
  readonly means: NonNullable<NonNullable<Matter['resultRules']>[number]['means']>
  readonly dueOn: Day
  readonly says: Text
  readonly basis: Citation
  readonly state: 'ahead' | 'overdue' | 'met'
}

/** The start of works may be put off twice (建筑法 9). */
const MOST_EXTENSIONS = 2

/**
 * The duties that a document leaves behind (start in three months, two extensions, suspension, EIA after five years, energy review after two),
 * as they stand on a day, by the law in force on the day of acceptance. The catalogue says how long and where it is written.
 */
export function permitDuties(
  catalogue: Catalogue,
  issued: Issued,
  today: Day,
  calendar: WorkCalendar,
): readonly PermitDuty[] {
  const matter = catalogue.matters.find((m) => m.id === issued.matter)
  const laws = new Map(catalogue.laws.map((l) => [l.id, l]))
  const accepted = isoDate(issued.acceptedOn)
  return (matter?.resultRules ?? []).flatMap((rule): PermitDuty[] => {
    const { means, inForce } = rule
    if (means === undefined || !isInForce(inForce, accepted)) return []
    const found = dueOf(means, rule.duration, issued, calendar)
    if (found === null) return []
    const { dueOn, metOn } = found
    const state = metOn !== null && metOn <= dueOn ? 'met' : today > dueOn ? 'overdue' : 'ahead'
    return [
      { rule: rule.id, matter: issued.matter, means, dueOn, says: rule.says, basis: cite(laws, rule, accepted), state },
    ]
  })
}

type Due = { readonly dueOn: Day; readonly metOn: Day | null }

function dueOf(
  means: PermitDuty['means'],
  duration: Duration | undefined,
  issued: Issued,
  calendar: WorkCalendar,
): Due | null {
  const counted = (from: Day, times: number, kind: 'duty' | 'minimum') =>
    duration === undefined ? from : lastDay(calendar, from, { ...duration, value: duration.value * times }, { kind })
  const after = (from: Day, times = 1) => counted(from, times, 'duty')
  // How long a document may be relied on is no duty of anybody, so its end does not roll over a day off.
  const reliedOn = (from: Day) => counted(from, 1, 'minimum')
  const { issuedOn, startedOn, extensions, suspendedOn, suspensionReportedOn, resumedOn, changedOn } = issued
  switch (means) {
    case 'startWithin':
      // Three, six or nine months, all from the day of the permit.
      return { dueOn: after(issuedOn, 1 + Math.min(extensions, MOST_EXTENSIONS)), metOn: startedOn }
    case 'startExtension':
      // Asked for before the time to start runs out, as long as one is left and works have not begun.
      return startedOn === null && extensions < MOST_EXTENSIONS
        ? { dueOn: after(issuedOn, 1 + extensions), metOn: null }
        : null
    case 'reportSuspension':
      return suspendedOn === null ? null : { dueOn: after(suspendedOn), metOn: suspensionReportedOn }
    case 'verifyBeforeResuming':
      // Works resumed within the year need no verification.
      return suspendedOn === null ? null : { dueOn: after(suspendedOn), metOn: resumedOn }
    case 'reexamineUnlessStarted':
      return { dueOn: reliedOn(issuedOn), metOn: startedOn }
    case 'approveAnewWhenChanged':
      return changedOn === null ? null : { dueOn: changedOn, metOn: null }
    case 'validity':
      return { dueOn: reliedOn(issuedOn), metOn: null }
  }
}

/** Why a document is no longer good for its gate: the first duty that ran out and lets it lapse, or asks for it anew; null while none has. */
export function spentBy(duties: readonly PermitDuty[]): Text | null {
  const fatal: readonly PermitDuty['means'][] = [
    'startWithin',
    'reexamineUnlessStarted',
    'approveAnewWhenChanged',
    'validity',
  ]
  const duty = duties.find((d) => d.state === 'overdue' && fatal.includes(d.means))
  return duty === undefined
    ? null
    : {
        zh: `${duty.matter} 已不能作为依据（${isoDate(duty.dueOn)} 到期）：${duty.says.zh}。`,
        en: `${duty.matter} can no longer be relied on (it ran out on ${isoDate(duty.dueOn)}): ${duty.says.en}.`,
      }
}
