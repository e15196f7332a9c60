import { type Day, day, type WorkCalendar, type WorkHours, workHours } from '@kaigong/calendar'
import { type Context, type Role, type TermsOn, termsOf } from '@kaigong/casework'
import type { Matter } from '@kaigong/catalogue'
import type { PersonId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Mandate } from './standing.ts'

/** Everything that the law and the district say of one case: what its commands are decided with. */
export type CaseLaw = {
  readonly ground: Ground
  readonly matter: Matter
  readonly calendar: WorkCalendar
  readonly hours: WorkHours
  readonly termsOn: TermsOn
}

const known = new WeakMap<Ground, Map<string, CaseLaw>>()

/** The law of a matter as an edition has it; undefined where the edition has no such matter. Worked out once for each edition. */
export function lawOf(ground: Ground, matterId: string, variant: string | null): CaseLaw | undefined {
  const ofGround = known.get(ground) ?? new Map<string, CaseLaw>()
  known.set(ground, ofGround)
  const key = `${matterId} ${variant ?? ''}`
  const before = ofGround.get(key)
  if (before) return before
  const matter = ground.matters.get(matterId)
  if (!matter) return undefined
  const { catalogue, district, calendar } = ground
  const law: CaseLaw = {
    ground,
    matter,
    calendar,
    hours: workHours(district.hours),
    termsOn: termsOf(catalogue, district, matter, variant),
  }
  ofGround.set(key, law)
  return law
}

type Doer = {
  readonly role: Role
  readonly person: PersonId
  readonly agency: string
  /** Where a helper acts for the applicant (委托代办). */
  readonly proxy?: Mandate | null
  /** The colleague on leave at whose desk they act. */
  readonly inPlaceOf?: string | null
}

/** What somebody's command on a case is decided with; an applicant acts for no agency. */
export const contextOf = (
  { calendar, hours, termsOn }: CaseLaw,
  today: Day,
  { role, person, agency, proxy = null, inPlaceOf = null }: Doer,
  holds: Context['holds'],
): Context => ({
  today,
  calendar,
  hours,
  termsOn,
  actor: {
    role,
    person,
    ...(role === 'applicant' ? {} : { agency }),
    ...(role === 'applicant' && proxy ? { through: proxy.through } : {}),
    ...(role !== 'applicant' && inPlaceOf !== null ? { inPlaceOf } : {}),
  },
  authorisation: proxy?.authorisation ?? null,
  holds,
})

/** The legal day and the time of day in Beijing at an instant. */
export function beijingMoment(instant: Temporal.Instant): { readonly on: Day; readonly clock: string } {
  const at = instant.toZonedDateTimeISO('Asia/Shanghai')
  return { on: day(at.toPlainDate().toString()), clock: at.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
