import type { Condition } from './condition.ts'
import type { FactDefinition } from './national.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'

type Comparison = Extract<Condition, { fact: string }>
type FactType = FactDefinition['type']

const typeNames: Record<FactType, { zh: string; en: string }> = {
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是非', en: 'yes or no' },
  choice: { zh: '单选', en: 'one of its choices' },
  choices: { zh: '多选', en: 'a list of its choices' },
  text: { zh: '文字', en: 'text' },
}

/** The kinds of fact that a comparison can ever be true of. */
function comparable(c: Comparison): readonly FactType[] {
  if (c.includes !== undefined) return ['choices']
  if (c.in !== undefined || typeof c.is === 'string') return ['choice', 'text']
  return typeof c.is === 'boolean' ? ['boolean'] : ['number', 'integer']
}

/** A comparison that could never hold: of a kind that its fact is not, or with a choice that its fact does not have. */
export function checkComparison(fact: FactDefinition, c: Comparison, file: string, at: Path, say: Say) {
  const test = Object.keys(c).find((key) => key !== 'fact') ?? 'fact'
  if (!comparable(c).includes(fact.type)) {
    const { zh, en } = typeNames[fact.type]
    say(
      file,
      [...at, test],
      `${c.fact} 是${zh}，不能这样比较（${test}）`,
      `${c.fact} is ${en} and cannot be compared by ${test}`,
    )
    return
  }
  const named = [c.is, c.includes, ...(c.in ?? [])].filter((x) => typeof x === 'string')
  for (const choice of named) {
    if (!fact.choices || Object.hasOwn(fact.choices, choice)) continue
    const all = Object.keys(fact.choices)
    say(
      file,
      [...at, test],
      `${c.fact} 没有选项“${choice}”；可用：${all.join('、')}`,
      `${c.fact} has no choice "${choice}"; accepted: ${all.join(', ')}`,
    )
  }
}
