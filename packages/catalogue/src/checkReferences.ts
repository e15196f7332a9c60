import type { Catalogue } from './catalogue.ts'
import { checkComparison } from './checkComparison.ts'
import type { Condition } from './condition.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'
import { checkId } from './unknownId.ts'

/**
 * What statements refer to, in whichever file they stand: the laws of their sources, and in conditions facts, regional assessments, matters
 * and variants. And ids that stand twice in one list. `values` are the files as they were read.
 */
export function checkReferences(catalogue: Catalogue, values: ReadonlyMap<string, unknown>, say: Say) {
  const known = {
    laws: catalogue.laws.map((l) => l.id),
    facts: new Map(catalogue.facts.map((f) => [f.id, f])),
    assessments: catalogue.assessments.map((a) => a.id),
    variants: new Map(catalogue.matters.map((m) => [m.id, (m.variants ?? []).map((v) => v.id)])),
  }
  for (const [file, value] of values) walk(value, [], (node, at) => checkNode(known, node, at, file, say))
}

type Known = {
  readonly laws: readonly string[]
  readonly facts: ReadonlyMap<string, Catalogue['facts'][number]>
  readonly assessments: readonly string[]
  readonly variants: ReadonlyMap<string, readonly string[]>
}

function walk(node: unknown, at: Path, visit: (node: object, at: Path) => void) {
  if (typeof node !== 'object' || node === null) return
  visit(node, at)
  if (Array.isArray(node)) node.forEach((x, i) => walk(x, [...at, i], visit))
  else for (const [key, value] of Object.entries(node)) walk(value, [...at, key], visit)
}

function checkNode(known: Known, node: object, at: Path, file: string, say: Say) {
  if (Array.isArray(node)) checkTwice(node, at, file, say)
  if ('law' in node && typeof node.law === 'string') checkId(say, file, [...at, 'law'], 'law', node.law, known.laws)
  if ('assessed' in node && typeof node.assessed === 'string')
    checkId(say, file, [...at, 'assessed'], 'assessmentType', node.assessed, known.assessments)
  if ('applies' in node && typeof node.applies === 'string') {
    checkId(say, file, [...at, 'applies'], 'matter', node.applies, [...known.variants.keys()])
    const variants = known.variants.get(node.applies)
    if (variants && 'variant' in node && typeof node.variant === 'string')
      checkId(say, file, [...at, 'variant'], 'variant', node.variant, variants)
  }
  if ('fact' in node && typeof node.fact === 'string') {
    const fact = known.facts.get(node.fact)
    if (fact) checkComparison(fact, node as Extract<Condition, { fact: string }>, file, at, say)
    else checkId(say, file, [...at, 'fact'], 'fact', node.fact, [...known.facts.keys()])
  }
}

function checkTwice(list: readonly unknown[], at: Path, file: string, say: Say) {
  const seen = new Set<unknown>()
  for (const [i, item] of list.entries()) {
    if (typeof item !== 'object' || item === null || !('id' in item)) continue
    if (seen.has(item.id)) say(file, [...at, i, 'id'], `编号“${item.id}”重复`, `id "${item.id}" stands twice`)
    seen.add(item.id)
  }
}
