import { endOf, type Problem, type Violation, verify } from '@kaigong/scheduler'
import { type Answer, badInput } from '../terminal/answer.ts'
import type { Lang } from '../terminal/say.ts'
import { textOf } from './instanceFile.ts'

const solutionKind = { zh: '排程的 JSON 文件', en: 'JSON file of a schedule' }

/** `--check SOLUTION.json`: holds a schedule, from here or from elsewhere, against the instance. */
export function checkSolution(problem: Problem, path: string, lang: Lang): Answer {
  const read = textOf(path, solutionKind)
  if ('wrong' in read) return badInput(read.wrong, lang)
  const solution = solutionIn(read.text)
  if (!solution) {
    return badInput(
      {
        zh: `${path}：应为含 start（活动编号到开始时间）的 JSON，可含 mode 与 makespan。`,
        en: `${path}: must be JSON with start (from activity to time), and perhaps mode and makespan.`,
      },
      lang,
    )
  }
  const start = problem.activities.map(({ id }) => solution.start[id] ?? Number.NaN)
  const missing = problem.activities.filter((_, i) => Number.isNaN(start[i]))
  const mode = problem.activities.map(({ id }) => (solution.mode[id] ?? 1) - 1)
  const broken = [
    ...missing.slice(0, 1).map(({ id }) => (lang === 'zh' ? `活动 ${id} 没有开始时间` : `activity ${id} has no start`)),
    ...(missing.length > 0 ? [] : verify(problem, { start, mode }).map((v) => violationSays(problem, v, lang))),
  ]
  if (broken.length === 0 && solution.makespan !== undefined) {
    const end = makespanOf(problem, start, mode)
    if (solution.makespan !== end) {
      broken.push(
        lang === 'zh'
          ? `总工期写作 ${solution.makespan}，实为 ${end}`
          : `the makespan is said to be ${solution.makespan}, but is ${end}`,
      )
    }
  }
  if (broken.length > 0) return { exit: 1, out: `${broken.join('\n')}\n` }
  return { exit: 0, out: lang === 'zh' ? '排程可行。\n' : 'The schedule keeps everything.\n' }
}

/** When the last activity of a schedule that breaks nothing finishes. */
const makespanOf = (problem: Problem, start: readonly number[], mode: readonly number[]): number =>
  problem.activities.reduce(
    (end, { modes, fixed }, i) => Math.max(end, fixed?.finish ?? endOf(problem, modes[mode[i]!]!.duration, start[i]!)),
    0,
  )

type Solution = {
  readonly start: Readonly<Record<string, number>>
  readonly mode: Readonly<Record<string, number>>
  readonly makespan: number | undefined
}

function solutionIn(text: string): Solution | undefined {
  try {
    const { start, mode = {}, makespan } = JSON.parse(text) as Partial<Record<string, unknown>>
    if (!isNumbers(start) || !isNumbers(mode)) return undefined
    return { start, mode, makespan: typeof makespan === 'number' ? makespan : undefined }
  } catch {
    return undefined
  }
}

const isNumbers = (value: unknown): value is Readonly<Record<string, number>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((v) => typeof v === 'number')

function violationSays({ activities, lags, resources }: Problem, v: Violation, lang: Lang): string {
  const zh = lang === 'zh'
  switch (v.kind) {
    case 'length':
      return zh ? `应有 ${v.expected} 个活动` : `there should be ${v.expected} activities`
    case 'mode':
      return zh
        ? `活动 ${activities[v.activity]!.id} 没有该模式`
        : `activity ${activities[v.activity]!.id} has no such mode`
    case 'start':
      return zh
        ? `活动 ${activities[v.activity]!.id} 的开始不合 ${v.because}`
        : `activity ${activities[v.activity]!.id} starts against its ${v.because}`
    case 'finish':
      return zh
        ? `活动 ${activities[v.activity]!.id} 完成于 ${v.at}，最迟 ${v.latest}`
        : `activity ${activities[v.activity]!.id} finishes at ${v.at}, at the latest ${v.latest} is allowed`
    case 'lag': {
      const { from, to } = lags[v.lag]!
      const pair = `${activities[from]!.id} → ${activities[to]!.id}`
      return zh ? `间隔 ${pair}（${v.side}）差 ${v.missing}` : `the lag ${pair} (${v.side}) is missed by ${v.missing}`
    }
    case 'capacity': {
      const when = v.at === undefined ? '' : zh ? `在时刻 ${v.at} ` : ` at ${v.at}`
      return zh
        ? `资源 ${resources[v.resource]!.id} ${when}用 ${v.used}，只有 ${v.units}`
        : `resource ${resources[v.resource]!.id}${when}: ${v.used} used, ${v.units} there`
    }
  }
}
