import {
  type Confidence,
  type Duration,
  isInForce,
  type Limit,
  limitOn,
  type Text,
  type Week,
} from '@kaigong/catalogue'
import type { Ground, Statement } from './ground.ts'
import type { Occurrence } from './occurrences.ts'
import type { PlanLength } from './plan.ts'

const GENERAL_LIMIT = { value: 20, unitAsWritten: '日', unitApplied: 'workday' } as const
const generalBasis = { source: { law: 'administrative-permit', article: '42(1)' }, confidence: 'A' } as const

/** A length of the plan from a duration of the catalogue and the statement that it comes from. */
export function lengthOf(
  ground: Ground,
  day: string,
  duration: Duration,
  statement: Statement,
  rest: {
    readonly count: PlanLength['count']
    readonly from: PlanLength['from']
    readonly week?: Week
    readonly countStartDay?: boolean
  },
): PlanLength {
  return {
    value: duration.value,
    unitAsWritten: duration.unitAsWritten,
    unitApplied: duration.unitApplied,
    count: Number.isInteger(duration.value) ? rest.count : 'effort',
    countStartDay: rest.countStartDay ?? false,
    week: rest.week ?? 'office',
    from: rest.from,
    basis: ground.cite(statement, day),
  }
}

/** A length that no file states but the district's custom. */
export function usualLength(duration: Duration, confidence: Confidence, text: Text): PlanLength {
  const { value, unitAsWritten, unitApplied } = duration
  return {
    value,
    unitAsWritten,
    unitApplied,
    count: 'effort',
    countStartDay: false,
    week: 'office',
    from: 'usual',
    basis: { text, confidence },
  }
}

/**
 * How long the decision of an occurrence takes in the plan: the district's promise, else a sample from elsewhere, else the law's own limit.
 * undefined where nothing is decided in days: at once, or inside another matter.
 */
export function decisionLength(ground: Ground, occurrence: Occurrence, day: string): PlanLength | undefined {
  const { matter, variant } = occurrence
  const fits = (x: { variant?: string | undefined }) => x.variant === undefined || x.variant === variant?.id
  const promise = ground.district.promises.find((p) => p.matter === matter.id && fits(p) && isInForce(p, day))
  if (promise) return lengthOf(ground, day, promise, promise, { count: 'duty', from: 'promised' })
  const sample = matter.samplePromises?.find(fits)
  if (sample) {
    const unitAsWritten = sample.unitApplied === 'workday' ? '工作日' : '日'
    const length = lengthOf(ground, day, { ...sample, unitAsWritten }, sample, { count: 'duty', from: 'sample' })
    const { text, confidence } = length.basis
    return {
      ...length,
      basis: {
        text: { zh: `样本：${sample.where.zh}（${text.zh}）`, en: `sample: ${sample.where.en} (${text.en})` },
        confidence,
      },
    }
  }
  return statutoryLength(ground, occurrence, day)
}

/** The law's own limit on the decision, as a length; undefined where it sets no days. */
export function statutoryLength(ground: Ground, occurrence: Occurrence, day: string): PlanLength | undefined {
  const limit = statutoryLimit(occurrence, day)
  if (limit?.kind === 'days') return lengthOf(ground, day, limit, limit, { count: 'duty', from: 'statutory' })
  if (limit?.kind === 'general' || limit?.kind === 'local') {
    return lengthOf(ground, day, GENERAL_LIMIT, generalBasis, { count: 'duty', from: 'statutory' })
  }
  return undefined
}

/** The limit in force on the agency's decision for this variant on the day of acceptance; else whatever limit the matter has on its end. */
export function statutoryLimit({ matter, variant }: Occurrence, day: string): Limit | undefined {
  return (
    limitOn(matter, variant?.id, day, 'decision') ??
    matter.limits.find((l) => isInForce(l.inForce, day) && l.ends === undefined)
  )
}

/**
 * The longest that may pass from acceptance to decision: the law's own limit, or, where it sets none in days, the ceiling of joint handling
 * with its extension (行政许可法 42(2)).
 */
export function longestHandling(ground: Ground, occurrence: Occurrence, day: string): Duration | undefined {
  const limit = statutoryLimit(occurrence, day)
  if (limit?.kind === 'days') return limit
  if (limit?.kind === 'general') return GENERAL_LIMIT
  const joint = ground.catalogue.rules.flatMap((book) => book.rules).find((r) => r.id === 'statutory-limit')?.limit
  return joint?.kind === 'days' ? { ...joint, value: joint.value + (joint.extension?.value ?? 0) } : undefined
}

/** A limit in words: 20 个工作日（可延 10 日）, 即时, 按合同. */
export function sayLimit(limit: Limit | undefined): Text {
  if (!limit) return { zh: '无规定', en: 'none stated' }
  switch (limit.kind) {
    case 'days': {
      const unit = limit.unitApplied === 'workday' ? { zh: '个工作日', en: 'working days' } : sayUnit(limit.unitApplied)
      const more = limit.extension
        ? { zh: `，可延 ${limit.extension.value}`, en: `, extendable by ${limit.extension.value}` }
        : { zh: '', en: '' }
      return { zh: `${limit.value} ${unit.zh}${more.zh}`, en: `${limit.value} ${unit.en}${more.en}` }
    }
    case 'atOnce':
      return { zh: '即时', en: 'at once' }
    case 'general':
      return { zh: '20 个工作日，可延 10（一般期限）', en: '20 working days, extendable by 10 (general limit)' }
    case 'contract':
      return { zh: '按合同约定', en: 'as the contract says' }
    case 'local':
      return { zh: '由地方规定', en: 'set locally' }
    case 'none':
      return limit.within
        ? { zh: `并入 ${limit.within}`, en: `handled within ${limit.within}` }
        : { zh: '无规定', en: 'none stated' }
  }
}

/** A unit of time in words. */
function sayUnit(unit: PlanLength['unitApplied']): Text {
  const units = {
    hour: { zh: '小时', en: 'hours' },
    workday: { zh: '个工作日', en: 'working days' },
    day: { zh: '日', en: 'days' },
    month: { zh: '个月', en: 'months' },
    year: { zh: '年', en: 'years' },
  } as const
  return units[unit]
}
