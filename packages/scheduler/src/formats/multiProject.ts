import type { Problem } from '../model.ts'
import { type FileArc, type FileMode, problemOf } from './instance.ts'
import { nextNumber, nextToken, numberOf, type Tokens, tokensOf, Unreadable } from './tokens.ts'

/**
 * Several projects that share resources, `.rcmp` (Van Eynde and Vanhoucke 2020): for each project its number of activities and
 * release date, which resources it uses, then rows as in Patterson's format with successors `project:activity`.
 */
export function readMultiProject(text: string): Problem {
  const tokens = tokensOf(text)
  const projects = nextNumber(tokens, '项目数', 'the number of projects', 1, 10_000)
  const resources = nextNumber(tokens, '资源数', 'the number of resources', 0, 1000)
  const capacities = Array.from({ length: resources }, () => nextNumber(tokens, '资源总量', 'a capacity'))
  const first: number[] = []
  const ids: string[] = []
  const modes: FileMode[][] = []
  const releases: number[] = []
  const waiting: { from: number; project: number; activity: number; line: number }[] = []
  for (let p = 1; p <= projects; p++) {
    const activities = nextNumber(tokens, `项目 ${p} 的活动数`, `the number of activities of project ${p}`, 1, 100_000)
    const release = nextNumber(tokens, '最早开始', 'the release date')
    for (let r = 0; r < resources; r++) nextNumber(tokens, '是否使用该资源', 'whether the resource is used', 0, 1)
    first.push(modes.length)
    for (let i = 1; i <= activities; i++) {
      const duration = nextNumber(tokens, `活动 ${p}:${i} 的时长`, `the duration of activity ${p}:${i}`)
      modes.push([{ duration, amounts: capacities.map(() => nextNumber(tokens, '需求', 'a demand')) }])
      ids.push(`${p}:${i}`)
      releases.push(release)
      const successors = nextNumber(tokens, '后续数', 'the number of successors', 0, 100_000)
      for (let k = 0; k < successors; k++) waiting.push({ from: modes.length - 1, ...successor(tokens) })
    }
  }
  const arcs = waiting.map(({ from, project, activity, line }): FileArc => {
    const begin = first[project - 1]
    const to = (begin ?? 0) + activity - 1
    if (begin === undefined || to >= (first[project] ?? modes.length)) {
      throw new Unreadable(line, `没有活动 ${project}:${activity}`, `there is no activity ${project}:${activity}`)
    }
    return { from, to }
  })
  const named = capacities.map((units, r) => ({ id: `R${r + 1}`, capacity: [{ from: 0, units }] }))
  return problemOf(ids, named, modes, arcs, releases)
}

function successor(tokens: Tokens) {
  const { text, line } = nextToken(tokens, '后续', 'a successor')
  const [project, activity, more] = text.split(':')
  if (activity === undefined || more !== undefined) {
    throw new Unreadable(line, `后续应写作 项目:活动，却是“${text}”`, `a successor is project:activity, not “${text}”`)
  }
  return {
    project: numberOf({ text: project ?? '', line }, '项目编号', 'the project', 1),
    activity: numberOf({ text: activity, line }, '活动编号', 'the activity', 1),
    line,
  }
}
