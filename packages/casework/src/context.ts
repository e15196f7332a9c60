import type { Day, WorkCalendar, WorkHours } from '@kaigong/calendar'
import type { Condition } from '@kaigong/catalogue'
import type { Actor, Authorisation } from './actor.ts'
import type { TermsOn } from './terms.ts'

/** What a command is decided with beside the state: handed in by the caller, who knows the time and the person. */
export type Context = {
  /** The legal day in Asia/Shanghai. */
  readonly today: Day
  readonly calendar: WorkCalendar
  readonly hours: WorkHours
  /** The terms of this case's matter and variant in its district. */
  readonly termsOn: TermsOn
  readonly actor: Actor
  /** The authorisation that `actor.through` names, if there is one. */
  readonly authorisation: Authorisation | null
  /** Whether a condition of the catalogue holds for the project, by its facts; undefined while they are not known. */
  readonly holds: (condition: Condition) => boolean | undefined
}
