import type { Problem } from '../model.ts'
import { type FileArc, type FileMode, problemOf } from './instance.ts'
import { nextNumber, tokensOf } from './tokens.ts'

/** Patterson's format, `.rcp`: counts, capacities, then for each activity duration, demands, successors; rows may wrap. */
export function readPatterson(text: string): Problem {
  const tokens = tokensOf(text)
  const activities = nextNumber(tokens, '活动数', 'the number of activities', 1, 100_000)
  const resources = nextNumber(tokens, '资源数', 'the number of resources', 0, 1000)
  const capacities = Array.from({ length: resources }, () => nextNumber(tokens, '资源总量', 'a capacity'))
  const arcs: FileArc[] = []
  const modes: FileMode[][] = []
  for (let i = 0; i < activities; i++) {
    const duration = nextNumber(tokens, `活动 ${i + 1} 的时长`, `the duration of activity ${i + 1}`)
    const amounts = capacities.map(() => nextNumber(tokens, '需求', 'a demand'))
    modes.push([{ duration, amounts }])
    const successors = nextNumber(tokens, '后续数', 'the number of successors', 0, activities)
    for (let k = 0; k < successors; k++) {
      arcs.push({ from: i, to: nextNumber(tokens, '后续编号', 'a successor', 1, activities) - 1 })
    }
  }
  const ids = modes.map((_, i) => String(i + 1))
  const named = capacities.map((units, r) => ({ id: `R${r + 1}`, capacity: [{ from: 0, units }] }))
  return problemOf(ids, named, modes, arcs)
}
