import type { Problem } from '../model.ts'
import { type FileArc, type FileMode, problemOf } from './instance.ts'
import { nextNumber, nextToken, numberOf, type Tokens, tokensOf, Unreadable } from './tokens.ts'

/** ProGen/max, `.sch` (Schwindt 1998): distances from start to start in brackets, negative ones for maximum lags; numbered from 0. */
export function readProgenMax(text: string): Problem {
  const tokens = tokensOf(text)
  const activities = nextNumber(tokens, '活动数', 'the number of activities', 1, 100_000) + 2
  const resources = nextNumber(tokens, '资源数', 'the number of resources', 0, 1000)
  for (const [zh, en] of [
    ['不可更新资源数', 'the number of nonrenewable resources'],
    ['双重约束资源数', 'the number of doubly constrained resources'],
  ] as const) {
    nextNumber(tokens, zh, en, 0, 0)
  }
  const arcs: FileArc[] = []
  for (let i = 0; i < activities; i++) {
    expectNumber(tokens, i)
    nextNumber(tokens, '模式数', 'the number of modes', 1, 1)
    const successors = nextNumber(tokens, '后续数', 'the number of successors', 0, activities)
    const to = Array.from({ length: successors }, () =>
      nextNumber(tokens, '后续编号', 'a successor', 0, activities - 1),
    )
    for (const j of to) arcs.push({ from: i, to: j, startToStart: distance(tokens) })
  }
  const modes: FileMode[][] = []
  for (let i = 0; i < activities; i++) {
    expectNumber(tokens, i)
    nextNumber(tokens, '模式编号', 'the number of the mode', 1, 1)
    const duration = nextNumber(tokens, '时长', 'a duration')
    modes.push([{ duration, amounts: Array.from({ length: resources }, () => nextNumber(tokens, '需求', 'a demand')) }])
  }
  const named = Array.from({ length: resources }, (_, r) => ({
    id: `R${r + 1}`,
    capacity: [{ from: 0, units: nextNumber(tokens, '资源总量', 'a capacity') }],
  }))
  const ids = modes.map((_, i) => String(i))
  return problemOf(ids, named, modes, arcs)
}

function distance(tokens: Tokens): number {
  const { text, line } = nextToken(tokens, '间隔', 'a distance')
  const inside = /^\[(.*)\]$/.exec(text)?.[1]
  if (inside === undefined) {
    throw new Unreadable(line, `间隔应写在方括号内，却是“${text}”`, `a distance stands in brackets, not “${text}”`)
  }
  return numberOf({ text: inside, line }, '间隔', 'a distance', -10_000_000)
}

function expectNumber(tokens: Tokens, expected: number): void {
  nextNumber(tokens, `活动 ${expected} 的一行`, `the row of activity ${expected}`, expected, expected)
}
