import type { Problem, Resource } from '../model.ts'
import { type FileArc, type FileMode, problemOf } from './instance.ts'
import { nextNumber, numberOf, type Token, type Tokens, tokensOf, Unreadable } from './tokens.ts'

/** PSPLIB and MMLIB, `.sm` and `.mm` (Kolisch and Sprecher 1996): sections with headings, activities numbered from 1. */
export function readPsplib(text: string): Problem {
  const lines = text.split(/\r\n|\n|\r/)
  const jobs = headerNumber(lines, /^\s*jobs\b/i, '活动数', 'the number of jobs')
  const renewable = headerNumber(lines, /^\s*-\s*renewable\b/i, '可更新资源数', 'the number of renewable resources')
  const budgets = headerNumber(
    lines,
    /^\s*-\s*nonrenewable\b/i,
    '不可更新资源数',
    'the number of nonrenewable resources',
  )
  const doubly = headerNumber(
    lines,
    /^\s*-\s*doubly\b/i,
    '双重约束资源数',
    'the number of doubly constrained resources',
  )
  if (doubly.value > 0) {
    throw new Unreadable(doubly.line, '不支持双重约束资源', 'doubly constrained resources are not supported')
  }
  const resourceCount = renewable.value + budgets.value
  const relations = section(lines, /^\s*PRECEDENCE RELATIONS/i, '先后关系', 'PRECEDENCE RELATIONS')
  const requests = section(lines, /^\s*REQUESTS\/DURATIONS/i, '时长与需求', 'REQUESTS/DURATIONS')
  const availability = section(lines, /^\s*RESOURCE\s*AVAILABILIT/i, '资源总量', 'RESOURCEAVAILABILITIES')

  const arcs: FileArc[] = []
  const modeCounts: number[] = []
  for (let i = 0; i < jobs.value; i++) {
    expectNumber(relations, i + 1)
    modeCounts.push(nextNumber(relations, '模式数', 'the number of modes', 1, 1000))
    const successors = nextNumber(relations, '后续数', 'the number of successors', 0, jobs.value)
    for (let k = 0; k < successors; k++) {
      arcs.push({ from: i, to: nextNumber(relations, '后续编号', 'a successor', 1, jobs.value) - 1 })
    }
  }
  const modes: FileMode[][] = modeCounts.map((count, i) => {
    expectNumber(requests, i + 1)
    return Array.from({ length: count }, (_, m) => {
      nextNumber(requests, '模式编号', 'the number of the mode', m + 1, m + 1)
      return {
        duration: nextNumber(requests, '时长', 'a duration'),
        amounts: Array.from({ length: resourceCount }, () => nextNumber(requests, '需求', 'a demand')),
      }
    })
  })
  const resources = Array.from({ length: resourceCount }, (_, r): Resource => {
    const isBudget = r >= renewable.value
    return {
      id: isBudget ? `N${r - renewable.value + 1}` : `R${r + 1}`,
      ...(isBudget ? { kind: 'budget' } : {}),
      capacity: [{ from: 0, units: nextNumber(availability, '资源总量', 'an availability') }],
    }
  })
  const ids = modes.map((_, i) => String(i + 1))
  return problemOf(ids, resources, modes, arcs)
}

function headerNumber(lines: readonly string[], heading: RegExp, zh: string, en: string) {
  const at = lines.findIndex((line) => heading.test(line) && line.includes(':'))
  if (at < 0) throw new Unreadable(1, `找不到${zh}`, `${en} is nowhere in the file`)
  const words = tokensOf(lines[at]!.slice(lines[at]!.indexOf(':') + 1)).list
  const token: Token = { text: words[0]?.text ?? '', line: at + 1 }
  return { value: numberOf(token, zh, en, 0, 100_000), line: at + 1 }
}

/** The numbers after a heading, without the lines of column titles and rulers, up to the next heading. */
function section(lines: readonly string[], heading: RegExp, zh: string, en: string): Tokens {
  const at = lines.findIndex((line) => heading.test(line))
  if (at < 0) throw new Unreadable(lines.length, `缺少“${zh}”一节`, `the section ${en} is missing`)
  const list: Token[] = []
  for (let i = at + 1; i < lines.length && !/^\s*\*/.test(lines[i]!); i++) {
    if (/^\s*(-{3,}|[A-Za-z])/.test(lines[i]!)) continue
    for (const text of lines[i]!.split(/\s+/)) if (text !== '') list.push({ text, line: i + 1 })
  }
  return { list, at: 0 }
}

/** The rows of a section begin with the activities' numbers in order. */
function expectNumber(tokens: Tokens, expected: number): void {
  const found = nextNumber(tokens, `活动 ${expected} 的一行`, `the row of activity ${expected}`)
  if (found === expected) return
  const line = tokens.list[tokens.at - 1]!.line
  throw new Unreadable(
    line,
    `这里应是活动 ${expected}，却是 ${found}`,
    `activity ${expected} should stand here, not ${found}`,
  )
}
