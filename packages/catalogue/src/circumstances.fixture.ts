import { judge } from './applicability.ts'
import type { Catalogue } from './catalogue.ts'
import type { FactValue } from './condition.ts'

export type Facts = Readonly<Record<string, FactValue>>

/** A judge over a catalogue by these facts alone, for acceptance on `on`. */
export function judgeBy(catalogue: Catalogue, facts: Facts, on: string, assessed: readonly string[] = []) {
  return judge(new Map(catalogue.matters.map((m) => [m.id, m])), {
    fact: (id) => (Object.hasOwn(facts, id) ? facts[id] : undefined),
    assessed: (type) => assessed.includes(type),
    acceptedOn: () => on,
  })
}

/** Ids of the matters that apply, in the catalogue's order, with the variant of those that have one: `A06 table`. */
export function applying(catalogue: Catalogue, facts: Facts, on: string, assessed: readonly string[] = []) {
  const by = judgeBy(catalogue, facts, on, assessed)
  const named = (m: Catalogue['matters'][number]) => (m.variants ? `${m.id} ${by.variant(m).id}` : m.id)
  return catalogue.matters.filter((m) => by.matter(m.id).verdict === 'applies').map(named)
}

/** Answers to all facts of a project that nothing special is true of: own land, no building, no use of anything. */
export function plainFacts(catalogue: Catalogue): Facts {
  const plain = (fact: Catalogue['facts'][number]): FactValue => {
    switch (fact.type) {
      case 'boolean':
        return false
      case 'number':
      case 'integer':
        return 0
      case 'choice':
        return fact.choices && Object.hasOwn(fact.choices, 'none') ? 'none' : (Object.keys(fact.choices ?? {})[0] ?? '')
      case 'choices':
        return []
      case 'text':
        return 'C3841'
    }
  }
  return { ...Object.fromEntries(catalogue.facts.map((f) => [f.id, plain(f)])), landSource: 'ownLand' }
}
