import type { Found, Problem } from '@kaigong/scheduler'
import type { Lang } from '../terminal/say.ts'
import { table } from '../terminal/table.ts'
import type { World } from '../terminal/world.ts'
import { type Shown, shown } from './shown.ts'

export type ScheduleFormat = 'text' | 'json' | 'html' | 'csv'

/** A schedule with what was spent on it. */
export type Outcome = {
  readonly problem: Problem
  readonly found: Found
  readonly seed: number
  readonly seconds: number
}

export function written(format: ScheduleFormat, outcome: Outcome, lang: Lang, world: World): string {
  switch (format) {
    case 'json':
      return asJson(outcome)
    case 'csv':
      return asCsv(shown(outcome.problem, outcome.found, lang))
    case 'html':
      return asHtml(outcome, lang)
    case 'text':
      return asText(outcome, lang, world)
  }
}

function asJson({ problem, found, seed, seconds }: Outcome): string {
  const by = (values: Int32Array, more = 0) =>
    Object.fromEntries(problem.activities.map(({ id }, i) => [id, values[i]! + more]))
  const { makespan, value, bound, optimal, schedules, conflicts } = found
  const whole = {
    status: 'scheduled',
    makespan,
    lowerBound: lowerBoundOf(outcomeGoal(problem), bound),
    optimal,
    goals: problem.goals.map((goal, g) => ({ kind: goal.kind, value: value[g], bound: bound[g] })),
    start: by(found.start),
    finish: by(found.finish),
    mode: by(found.mode, 1),
    schedules,
    conflicts,
    seconds: Math.round(seconds * 1000) / 1000,
    seed,
  }
  return `${JSON.stringify(whole, null, 1)}\n`
}

const outcomeGoal = ({ goals }: Problem) => goals.findIndex((g) => g.kind === 'makespan')

/** What the makespan cannot be below; null where it is no goal, so that nobody looked. */
const lowerBoundOf = (goal: number, bound: readonly number[]): number | null => bound[goal] ?? null

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const asCsv = (rows: readonly Shown[]): string =>
  ['activity,mode,start,finish,slack,held_by']
    .concat(rows.map((r) => [cell(r.id), r.mode, r.start, r.finish, r.slack ?? '', cell(r.held)].join(',')))
    .map((line) => `${line}\r\n`)
    .join('')

/** The sentence above a schedule: how long, and how good that is. */
function headline({ problem, found, seed, seconds }: Outcome, lang: Lang): string {
  const bound = found.bound[outcomeGoal(problem)]
  const gap = bound === undefined || bound === 0 ? undefined : ((100 * (found.makespan - bound)) / bound).toFixed(1)
  const work = `${found.schedules}${lang === 'zh' ? ' 个排程' : ' schedules'} + ${found.conflicts}${lang === 'zh' ? ' 次冲突' : ' conflicts'}`
  const time = `${seconds.toFixed(2)} ${lang === 'zh' ? '秒' : 's'}`
  const seeded = lang === 'zh' ? `种子 ${seed}` : `seed ${seed}`
  const quality =
    lang === 'zh'
      ? found.optimal
        ? '已证明最优'
        : gap === undefined
          ? '未证明最优'
          : `下界 ${bound}，差距 ${gap} %`
      : found.optimal
        ? 'proved optimal'
        : gap === undefined
          ? 'not proved optimal'
          : `lower bound ${bound}, gap ${gap} %`
  return lang === 'zh'
    ? `总工期 ${found.makespan}（${quality}）；${work}，${time}，${seeded}。`
    : `Makespan ${found.makespan} (${quality}); ${work}, ${time}, ${seeded}.`
}

function asText(outcome: Outcome, lang: Lang, world: World): string {
  const { problem, found } = outcome
  const hasModes = problem.activities.some((a) => a.modes.length > 1)
  const zh = lang === 'zh'
  const columns = [
    { head: zh ? '活动' : 'activity', rigid: true },
    ...(hasModes ? [{ head: zh ? '模式' : 'mode', align: 'right', rigid: true } as const] : []),
    { head: zh ? '开始' : 'start', align: 'right', rigid: true } as const,
    { head: zh ? '完成' : 'finish', align: 'right', rigid: true } as const,
    { head: zh ? '时差' : 'slack', align: 'right', rigid: true } as const,
    { head: zh ? '受制于' : 'held by' },
  ]
  const rows = shown(problem, found, lang).map((r) => [
    r.id,
    ...(hasModes ? [String(r.mode)] : []),
    String(r.start),
    String(r.finish),
    r.slack === undefined ? '' : String(r.slack),
    r.held,
  ])
  return `${[headline(outcome, lang), '', ...table(columns, rows, world.columns, world.paint)].join('\n')}\n`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const BAR = 16

/** One page without anything from elsewhere: the bars in order of start, each with its dates and what holds it. */
function asHtml(outcome: Outcome, lang: Lang): string {
  const rows = shown(outcome.problem, outcome.found, lang).toSorted((a, b) => a.start - b.start || a.finish - b.finish)
  const width = 900
  const scale = width / Math.max(1, outcome.found.makespan)
  const bars = rows.map((r, k) => {
    const x = r.start * scale
    const w = Math.max(1, (r.finish - r.start) * scale)
    const title = `${r.id}: ${r.start}–${r.finish}${r.held === '' ? '' : ` · ${r.held}`}`
    const look = r.slack === 0 ? 'critical' : 'loose'
    return `<g><title>${escaped(title)}</title><text x="90" y="${k * BAR + 12}" text-anchor="end">${escaped(r.id)}</text><rect class="${look}" x="${(100 + x).toFixed(1)}" y="${k * BAR + 3}" width="${w.toFixed(1)}" height="${BAR - 5}"/></g>`
  })
  const title = escaped(headline(outcome, lang))
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><title>${title}</title>
<style>body{font:14px sans-serif;margin:2em}text{font:11px sans-serif}.critical{fill:#b3261e}.loose{fill:#3b6ea5}</style>
<h1 style="font-size:18px">${title}</h1>
<svg width="${width + 120}" height="${rows.length * BAR + 10}" role="img" aria-label="${title}">${bars.join('')}</svg>
</html>
`
}
