import type { Condition } from './condition.ts'
import type { Matter } from './matter.ts'
import type { Say } from './say.ts'

type MatterFile = { readonly path: string; readonly value: Matter }

/**
 * Rules that ask for one another in a circle, so that nobody could judge them: whether a matter applies may hang on whether another does,
 * and on which variant that one takes.
 */
export function checkCircularRules(files: readonly MatterFile[], say: Say) {
  const asks = new Map<string, readonly string[]>()
  for (const { value: m } of files) {
    asks.set(m.id, asked(m.applies.map((r) => r.when)))
    asks.set(`${m.id} variants`, asked((m.variants ?? []).map((v) => v.when)))
  }
  const done = new Set<string>()
  const visit = (node: string, trail: readonly string[]) => {
    const at = trail.indexOf(node)
    if (at >= 0) {
      const [id, variants] = node.split(' ')
      const circle = [...trail.slice(at), node].map((n) => n.split(' ')[0]).join(' → ')
      say(
        files.find((f) => f.value.id === id)?.path ?? '',
        [variants ?? 'applies'],
        `适用规则互相引用成环：${circle}`,
        `applicability rules refer to one another in a circle: ${circle}`,
      )
    } else if (!done.has(node)) {
      for (const next of asks.get(node) ?? []) visit(next, [...trail, node])
    }
    done.add(node)
  }
  for (const node of asks.keys()) visit(node, [])
}

const asked = (conditions: readonly Condition[]): readonly string[] => [
  ...new Set(
    conditions
      .flatMap(references)
      .flatMap(({ matter, variant }) => (variant ? [matter, `${matter} variants`] : [matter])),
  ),
]

function references(c: Condition): readonly { readonly matter: string; readonly variant: boolean }[] {
  if ('all' in c) return c.all.flatMap(references)
  if ('any' in c) return c.any.flatMap(references)
  if ('not' in c) return references(c.not)
  return 'applies' in c ? [{ matter: c.applies, variant: c.variant !== undefined }] : []
}
