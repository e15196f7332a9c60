import type { Duration, Matter, Source, Week } from '@kaigong/catalogue'
import type { Occurrence, Reading } from './reading.ts'
import { statutoryLimit } from './statutoryLimit.ts'
import type { Length } from './subject.ts'

type Statement = {
  readonly source: Source | readonly Source[]
  readonly confidence: 'A' | 'B' | 'C' | 'GK' | 'synthetic'
}

/** A length that the catalogue, the district or the project file gives; `value` undefined where nobody gives one. */
export type Figure = Omit<Length, 'value'> & {
  readonly value: number | undefined
  /** A limit: a plan may be more careful than its figure, never faster. */
  readonly limit: boolean
  readonly statement?: Statement | undefined
}

type How = Pick<Length, 'count' | 'from'> &
  Partial<Pick<Length, 'week' | 'countStartDay'>> & { readonly limit?: boolean }

/** A figure from a duration: a fraction of a day is working time, whatever is said of whole ones. */
export function figure(
  { value, unitApplied }: Pick<Duration, 'value' | 'unitApplied'>,
  how: How,
  statement?: Statement,
): Figure {
  const { count, from, week = 'office', countStartDay = false, limit = false } = how
  return {
    value,
    unitApplied,
    count: Number.isInteger(value) ? count : 'effort',
    countStartDay,
    week,
    from,
    limit,
    statement,
  }
}

/** What the office does in so many days by custom. */
export const customary = (duration: Duration): Figure => ({
  ...figure(duration, { count: 'effort', from: 'usual' }),
  count: 'effort',
})

/** A length for which nobody gives a figure. */
export const anyEffort: Figure = {
  value: undefined,
  unitApplied: 'workday',
  count: 'effort',
  countStartDay: false,
  week: 'office',
  from: 'usual',
  limit: false,
}

export const GENERAL_LIMIT = { value: 20, unitAsWritten: '日', unitApplied: 'workday' } as const
/** 行政许可法 42(1): where no law says otherwise. */
export const generalLimit: Statement = { source: { law: 'administrative-permit', article: '42(1)' }, confidence: 'A' }

/** Every figure on which a plan may rest the decision of this matter: promised here, a sample from elsewhere, the law's own. */
export function decisionFigures(
  { district }: Reading,
  { matter, variant, acceptedOn: day }: Occurrence,
): readonly Figure[] {
  const fits = (x: { readonly variant?: string | undefined }) => x.variant === undefined || x.variant === variant
  const promise = district.promises.find(
    (p) => p.matter === matter.id && fits(p) && (p.from ?? day) <= day && day <= (p.until ?? day),
  )
  const sample = matter.samplePromises?.find(fits)
  const law = statutoryLimit(matter, variant, day)
  const limit = (duration: Pick<Duration, 'value' | 'unitApplied'>, from: Length['from'], statement: Statement) =>
    figure(duration, { count: 'duty', from, limit: true }, statement)
  return [
    ...(promise ? [limit(promise, 'promised', promise)] : []),
    ...(sample ? [limit(sample, 'sample', sample)] : []),
    ...(law?.kind === 'days' ? [limit(law, 'statutory', law)] : []),
    ...(law?.kind === 'general' || law?.kind === 'local' ? [limit(GENERAL_LIMIT, 'statutory', generalLimit)] : []),
  ]
}

/** The length of a step that the catalogue names itself, with the project's own figure where it has one. */
export function stepFigure(step: NonNullable<Matter['steps']>[number], { answers }: Occurrence): Figure {
  const { durationFact, duration, count, countStartDay = false } = step
  const week: Week = step.week
  const how = { count, week, countStartDay }
  if (durationFact === undefined) return figure(duration, { ...how, from: 'catalogue' }, step)
  const taken = answers.taken(durationFact)
  const own = typeof taken === 'number' ? { ...duration, value: taken } : duration
  return figure(own, { ...how, from: answers.given(durationFact) === undefined ? 'assumed' : 'fact' }, step)
}
