import type { FactValue } from './condition.ts'
import type { FactDefinition } from './national.ts'
import type { Text } from './source.ts'

export type ReadFact = { readonly value: FactValue } | { readonly wrong: Text }

const wrong = (zh: string, en: string): ReadFact => ({ wrong: { zh, en } })

/** Full-width digits and signs as offices type them and thousands separators read as plain. */
const plainNumber = (text: string) =>
  text
    .replace(/[０-９．－，]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .trim()

/** The value of a fact as a project file writes it, in the inner unit: `375 亩` of landAreaHm2 is 25. */
export function readFactValue(fact: FactDefinition, written: FactValue): ReadFact {
  switch (fact.type) {
    case 'number':
    case 'integer':
      return readNumber(fact, written)
    case 'boolean':
      return typeof written === 'boolean'
        ? { value: written }
        : wrong(
            `“${fact.id}”应为 true、false 或 unknown，现为 ${String(written)}`,
            `"${fact.id}" must be true, false or unknown, not ${String(written)}`,
          )
    case 'choice':
      return readChoice(fact, written)
    case 'choices':
      return readChoices(fact, written)
    case 'text':
      return readText(fact, written)
  }
}

function readText(fact: FactDefinition, written: FactValue): ReadFact {
  if (typeof written !== 'string')
    return wrong(`“${fact.id}”应为文字（加引号）`, `"${fact.id}" must be text (in quotes)`)
  if (fact.pattern && !new RegExp(fact.pattern, 'u').test(written)) {
    return wrong(
      `“${fact.id}”的写法不对：${written}；应符合 ${fact.pattern}`,
      `"${fact.id}" is not written right: ${written}; expected ${fact.pattern}`,
    )
  }
  return { value: written }
}

function readChoice(fact: FactDefinition, written: FactValue): ReadFact {
  if (typeof written === 'string' && fact.choices && Object.hasOwn(fact.choices, written)) return { value: written }
  const { zh, en } = acceptedChoices(fact)
  return wrong(
    `“${fact.id}”不能是 ${String(written)}；可用：${zh}，或 unknown`,
    `"${fact.id}" cannot be ${String(written)}; accepted: ${en}, or unknown`,
  )
}

function readChoices(fact: FactDefinition, written: FactValue): ReadFact {
  const { zh, en } = acceptedChoices(fact)
  if (!Array.isArray(written))
    return wrong(
      `“${fact.id}”应为列表，如 [${Object.keys(fact.choices ?? {})[0]}]；可用：${zh}`,
      `"${fact.id}" must be a list such as [${Object.keys(fact.choices ?? {})[0]}]; accepted: ${en}`,
    )
  const bad = written.find((x) => !fact.choices || !Object.hasOwn(fact.choices, x))
  return bad === undefined
    ? { value: written }
    : wrong(`“${fact.id}”中不能有 ${bad}；可用：${zh}`, `"${fact.id}" cannot contain ${bad}; accepted: ${en}`)
}

function acceptedChoices(fact: FactDefinition): Text {
  const entries = Object.entries(fact.choices ?? {})
  return {
    zh: entries.map(([id, name]) => `${id}（${name.zh}）`).join('、'),
    en: entries.map(([id, name]) => `${id} (${name.en})`).join(', '),
  }
}

function readNumber(fact: FactDefinition, written: FactValue): ReadFact {
  const amount =
    typeof written === 'number'
      ? { number: written, unit: '' }
      : typeof written === 'string'
        ? split(written)
        : undefined
  const units = acceptedUnits(fact)
  if (!amount) {
    return wrong(
      `“${fact.id}”应为数字，可带单位（${units.zh}），现为 ${String(written)}`,
      `"${fact.id}" must be a number, with a unit if you like (${units.en}), not ${String(written)}`,
    )
  }
  const factor = amount.unit === '' || amount.unit === fact.unit ? 1 : factorOf(fact, amount.unit)
  if (factor === undefined) {
    return wrong(
      `“${fact.id}”不能用单位 ${amount.unit}；可用：${units.zh}`,
      `"${fact.id}" cannot be given in ${amount.unit}; accepted: ${units.en}`,
    )
  }
  // Twelve significant digits: 375 亩 at 1/15 hm² is 25, not 24.999999999999996.
  return withinRange(fact, Number((amount.number * factor).toPrecision(12)))
}

const factorOf = ({ units }: FactDefinition, unit: string): number | undefined =>
  units && Object.hasOwn(units, unit) ? units[unit] : undefined

/** Units that a number may be written in, inner unit first. */
function acceptedUnits(fact: FactDefinition): Text {
  const units = [...new Set([...(fact.unit ? [fact.unit] : []), ...Object.keys(fact.units ?? {})])]
  return units.length > 0 ? { zh: units.join('、'), en: units.join(', ') } : { zh: '无', en: 'none' }
}

function withinRange(fact: FactDefinition, value: number): ReadFact {
  const inUnit = (n: number) => (fact.unit ? `${n} ${fact.unit}` : String(n))
  const units = acceptedUnits(fact)
  if (fact.type === 'integer' && !Number.isInteger(value)) {
    return wrong(
      `“${fact.id}”应为整数，现为 ${inUnit(value)}`,
      `"${fact.id}" must be a whole number, not ${inUnit(value)}`,
    )
  }
  if (value < (fact.minimum ?? Number.NEGATIVE_INFINITY)) {
    return wrong(
      `“${fact.id}”不能小于 ${inUnit(fact.minimum ?? 0)}，现为 ${inUnit(value)}`,
      `"${fact.id}" must be at least ${inUnit(fact.minimum ?? 0)}, not ${inUnit(value)}`,
    )
  }
  const most = fact.maximum ?? Number.MAX_VALUE
  if (value > most) {
    return wrong(
      `“${fact.id}”不能大于 ${inUnit(most)}，现为 ${inUnit(value)}；单位写对了吗？可用：${units.zh}`,
      `"${fact.id}" must be at most ${inUnit(most)}, not ${inUnit(value)}; is the unit right? Accepted: ${units.en}`,
    )
  }
  return { value }
}

function split(written: string): { number: number; unit: string } | undefined {
  const match = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(\D.*)?$/i.exec(plainNumber(written))
  return match ? { number: Number(match[1]), unit: (match[2] ?? '').trim() } : undefined
}
