import type { contracts, OutOf, Text } from '@kaigong/contract'
import type { Pick } from '../../text/usePick.ts'
import type { Say } from '../../text/useText.ts'
import { bareOf, type Stated } from './factValue.ts'

type FactDefinition = OutOf<typeof contracts.editions.facts>['items'][number]

/** What a fact is stated to be, in words: `是`, `46000 m²`, `150 亿元`, `未知`. */
export function factWords(fact: FactDefinition, stated: Stated | undefined, t: Say, pick: Pick): string {
  const value = bareOf(stated)
  const choice = (one: string) => pick(fact.choices.find((c) => c.value === one)?.name ?? { zh: one, en: one })
  switch (typeof value) {
    case 'undefined':
      return t('projects.unknown')
    case 'boolean':
      return t(value ? 'projects.yes' : 'projects.no')
    case 'number':
      return fact.unit === null ? String(value) : `${value} ${fact.unit}`
    case 'string':
      return fact.type === 'choice' ? choice(value) : value
    default:
      return value.length === 0 ? t('projects.empty') : value.map(choice).join(t('projects.and'))
  }
}

/** What people call a part: its name, else its id. */
export const partName = ({ id, name }: { readonly id: string; readonly name?: Text | undefined }, pick: Pick): string =>
  (name && pick(name)) || id
