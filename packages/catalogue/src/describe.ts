import type { Condition, FactValue } from './condition.ts'
import type { FactDefinition } from './national.ts'
import type { Text } from './source.ts'

/** Names that conditions and values are told by. */
export type Names = {
  readonly fact: (id: string) => FactDefinition | undefined
  readonly matter: (id: string) => Text | undefined
  readonly assessment: (id: string) => Text | undefined
}

const join = (parts: readonly Text[], zh: string, en: string): Text => ({
  zh: parts.map((p) => p.zh).join(zh),
  en: parts.map((p) => p.en).join(en),
})

const yesNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } } as const

/** A fact's value as a reader would say it: 是, 出让, 1,200 吨标准煤, 未知. */
export function describeValue(value: FactValue | undefined, fact: FactDefinition | undefined): Text {
  if (value === undefined) return { zh: '未知', en: 'unknown' }
  if (typeof value === 'boolean') return yesNo[`${value}`]
  if (typeof value === 'number') {
    const text = `${groupDigits(value)}${fact?.unit ? ` ${fact.unit}` : ''}`
    return { zh: text, en: text }
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return { zh: '无', en: 'none' }
    return join(
      value.map((v) => describeValue(v, fact)),
      '、',
      ', ',
    )
  }
  return fact?.choices?.[value] ?? { zh: value, en: value }
}

/** Thousands apart, four decimals at most: 500 亩 are 33.3333 hm². */
function groupDigits(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 10_000) / 10_000).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return decimals ? `${grouped}.${decimals}` : grouped
}

/** A condition in words: 年综合能源消费量 ≥ 1,000 tce. */
export function describeCondition(c: Condition, names: Names): Text {
  if ('always' in c) return { zh: '一律适用', en: 'always' }
  if ('all' in c)
    return join(
      c.all.map((x) => part(x, 'any', names)),
      '，且',
      ', and ',
    )
  if ('any' in c)
    return join(
      c.any.map((x) => part(x, 'all', names)),
      '，或',
      ', or ',
    )
  if ('not' in c) {
    const inner = describeCondition(c.not, names)
    return { zh: `非（${inner.zh}）`, en: `not (${inner.en})` }
  }
  if ('applies' in c) {
    const name = names.matter(c.applies)
    return { zh: `须办“${name?.zh ?? c.applies}”`, en: `"${name?.en ?? c.applies}" applies` }
  }
  if ('assessed' in c) {
    const name = names.assessment(c.assessed)
    return {
      zh: `有效的区域评估（${name?.zh ?? c.assessed}）`,
      en: `a valid regional assessment (${name?.en ?? c.assessed})`,
    }
  }
  if ('accepted' in c) {
    const { from, until } = c.accepted
    if (from && until) return { zh: `${from} 至 ${until} 受理`, en: `accepted from ${from} until ${until}` }
    return from
      ? { zh: `${from} 起受理`, en: `accepted from ${from}` }
      : { zh: `${until} 及以前受理`, en: `accepted until ${until}` }
  }
  return describeComparison(c, names.fact(c.fact))
}

/** A part of a list of conditions, in brackets where it is itself a list of the other kind: 甲，且（乙，或丙）. */
function part(c: Condition, otherKind: 'all' | 'any', names: Names): Text {
  const inner = describeCondition(c, names)
  return otherKind in c ? { zh: `（${inner.zh}）`, en: `(${inner.en})` } : inner
}

function describeComparison(c: Extract<Condition, { fact: string }>, fact: FactDefinition | undefined): Text {
  const name = fact?.name ?? { zh: c.fact, en: c.fact }
  const say = (sign: string, value: FactValue): Text => {
    const v = describeValue(value, fact)
    return { zh: `${name.zh}${sign}${v.zh}`, en: `${name.en} ${sign} ${v.en}` }
  }
  if (c.is !== undefined) return say('=', c.is)
  if (c.in !== undefined) {
    const v = join(
      c.in.map((x) => describeValue(x, fact)),
      '、',
      ', ',
    )
    return { zh: `${name.zh}为${v.zh}之一`, en: `${name.en} is one of ${v.en}` }
  }
  if (c.includes !== undefined) return say('∋', c.includes)
  if (c.atLeast !== undefined) return say('≥', c.atLeast)
  if (c.above !== undefined) return say('>', c.above)
  if (c.atMost !== undefined) return say('≤', c.atMost)
  return say('<', c.below ?? 0)
}
