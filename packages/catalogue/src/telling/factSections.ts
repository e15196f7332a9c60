import { describeValue } from '../describe.ts'
import type { FactDefinition } from '../national.ts'
import type { Sections, Teller } from './teller.ts'

/** All facts that a project file may state: the question, what it accepts, what is taken while nobody has answered. */
export const factSections = (teller: Teller): Sections =>
  teller.catalogue.facts.flatMap((fact) => {
    const { word, say, entry, section } = teller
    const assumed = fact.assumedWhenUnknown
    return section(`${fact.id} ${say(fact.name)} (${say(scopes[fact.of])})`, [
      entry(say(fact.question), fact),
      entry(`${word('写法：', 'written: ')}${accepts(teller, fact)}`),
      entry(
        assumed === undefined
          ? word('未答时：按要办处理，列为待核实', 'while unknown: planned for, to be confirmed')
          : word(
              `暂取“${describeValue(assumed.value, fact).zh}”：${assumed.says.zh}`,
              `taken as "${describeValue(assumed.value, fact).en}" for now: ${assumed.says.en}`,
            ),
      ),
    ])
  })

const scopes: Readonly<Record<FactDefinition['of'], { zh: string; en: string }>> = {
  project: { zh: '整个项目', en: 'whole project' },
  phase: { zh: '各期', en: 'each phase' },
  parcel: { zh: '各宗地', en: 'each parcel' },
}

function accepts({ word, say }: Teller, fact: FactDefinition): string {
  const comma = word('、', ', ')
  switch (fact.type) {
    case 'boolean':
      return 'true | false | unknown'
    case 'choice':
    case 'choices': {
      const choices = Object.entries(fact.choices ?? {}).map(([id, name]) => `${id} (${say(name)})`)
      return `${choices.join(' | ')} | unknown${fact.type === 'choices' ? word('；可多选，写成 [a, b]', '; several as [a, b]') : ''}`
    }
    case 'text':
      return fact.pattern === undefined
        ? word('文字', 'text')
        : word(`文字，形如 ${fact.pattern}`, `text like ${fact.pattern}`)
    case 'number':
    case 'integer': {
      const units = [...new Set([...(fact.unit === undefined ? [] : [fact.unit]), ...Object.keys(fact.units ?? {})])]
      const range = [fact.minimum, fact.maximum].map((n) => n ?? '').join('–')
      return [
        fact.type === 'integer' ? word('整数', 'whole number') : word('数', 'number'),
        ...(units.length === 0 ? [] : [`${word('单位', 'unit')} ${units.join(comma)}`]),
        ...(range === '–' ? [] : [`${word('范围', 'range')} ${range}`]),
      ].join(comma)
    }
  }
}
