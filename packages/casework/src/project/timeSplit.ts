import { countWorkdays, type Day, type WorkCalendar } from '@kaigong/calendar'
import type { CaseEvent } from '../event.ts'
import type { TermsOn } from '../terms.ts'

/** Whose time it is. */
export type TimeOwner = 'enterprise' | 'utility' | 'intermediary' | 'government'

/** Working days of a case by whose they were; together they are all from receipt to the end. */
export type TimeSplit = Readonly<Record<TimeOwner, number>>

type Claim = { readonly owner: TimeOwner; readonly fromOn: Day; readonly untilOn: Day }

/** Where several hold a case up on one day, the day belongs to the first of these: nobody else can go on without the company's papers. */
const PRECEDENCE: readonly TimeOwner[] = ['enterprise', 'utility', 'intermediary']

/**
 * Splits the working days of a case, from receipt to its decision (else to `today`), by whose they were. The company's are those between a
 * notice and its answer, supplements, and overdue promises; those of a special procedure are whose the catalogue says, also when it stops no
 * clock; all others are the government's. As everywhere the first day does not count.
 */
export function splitTime(
  events: readonly CaseEvent[],
  today: Day,
  calendar: WorkCalendar,
  termsOn: TermsOn,
): TimeSplit {
  const split = { enterprise: 0, utility: 0, intermediary: 0, government: 0 }
  const receivedOn = events.find((e) => e.type === 'received')?.on
  if (receivedOn === undefined) return split
  const endOn = events.find((e) => ENDS.includes(e.type))?.on ?? today
  const claims = claimsOf(events, endOn, termsOn)
  const edges = [receivedOn, ...claims.flatMap((c) => [c.fromOn, c.untilOn]), endOn]
  const days = [...new Set(edges)].filter((d) => d >= receivedOn && d <= endOn).sort((a, b) => a - b)
  for (let i = 1; i < days.length; i++) {
    const [from, to] = [days[i - 1]!, days[i]!]
    const here = claims.filter((c) => c.fromOn <= from && to <= c.untilOn)
    const owner = PRECEDENCE.find((o) => here.some((c) => c.owner === o)) ?? 'government'
    split[owner] += countWorkdays(calendar, from, to)
  }
  return split
}

const ENDS: readonly CaseEvent['type'][] = ['decided', 'withdrawn', 'notAccepted', 'acceptanceRefused', 'returned']

function claimsOf(events: readonly CaseEvent[], endOn: Day, termsOn: TermsOn): readonly Claim[] {
  const acceptedOn = events.find((e) => e.type === 'accepted')?.asOfOn
  return events.flatMap((event, i): Claim[] => {
    const until = (ends: (later: CaseEvent) => boolean): Day => events.slice(i + 1).find(ends)?.on ?? endOn
    const enterprise = (untilOn: Day): Claim[] => [{ owner: 'enterprise', fromOn: event.on, untilOn }]
    switch (event.type) {
      case 'correctionAsked':
        return enterprise(until((e) => e.type === 'corrected'))
      case 'supplementAsked':
        return enterprise(until((e) => e.type === 'supplemented' && e.id === event.id))
      case 'toleranceOverdue':
        return enterprise(until((e) => e.type === 'deferredSupplied' && e.isComplete))
      case 'procedureStarted': {
        const owner = termsOn(acceptedOn ?? event.on).procedures.get(event.procedure)?.owner ?? 'government'
        const untilOn = until((e) => e.type === 'procedureEnded' && e.id === event.id)
        // The land's own time (notices, listing) is run by the government.
        return [{ owner: owner === 'land' ? 'government' : owner, fromOn: event.on, untilOn }]
      }
      default:
        return []
    }
  })
}
