import type { NotFound, Problem } from '@kaigong/scheduler'
import { writeFile } from '../ground/writeFile.ts'
import { type Answer, badInput } from '../terminal/answer.ts'
import type { Lang } from '../terminal/say.ts'
import type { Run } from '../usage/command.ts'
import { checkSolution } from './checkSolution.ts'
import { openInstance } from './instanceFile.ts'
import { allowanceOf } from './limits.ts'
import { searchInThreads } from './searchInThreads.ts'
import { type ScheduleFormat, written } from './written.ts'

/** `schedule FILE`: the best schedule of an instance that the time allows, with its bound; Ctrl+C ends with the best so far. */
export const scheduleCommand: Run = async ({ operands: [path = ''], options, lang }, world) => {
  const allowance = allowanceOf(options)
  if ('wrong' in allowance) return badInput(allowance.wrong, lang)
  const problem = openInstance(path)
  if ('wrong' in problem) return badInput(problem.wrong, lang)
  if (options.check !== undefined) return checkSolution(problem, options.check, lang)
  const format = (options.format ?? 'text') as ScheduleFormat
  const tellsProgress = world.outIsScreen && format === 'text' && options.output === undefined
  const began = performance.now()
  const found = await searchInThreads(problem, allowance, ({ makespan, lowerBound }) => {
    if (!tellsProgress) return
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    world.tell(`${seconds} ${lang === 'zh' ? '秒' : 's'}  ${lowerBound} ≤ ${makespan ?? '?'}`)
  })
  if (found.status !== 'scheduled') return refusal(problem, found, lang)
  const seconds = (performance.now() - began) / 1000
  const content = written(format, { problem, found, seed: allowance.seed, seconds }, lang, world)
  if (options.output === undefined) return { exit: 0, out: content }
  const wrong = writeFile(options.output, content)
  return wrong ? badInput(wrong, lang) : { exit: 0 }
}

/** No schedule: why, where the lags alone forbid it. A circle is a mistake of the file; the rest is what the file says. */
function refusal(problem: Problem, { status, conflict }: NotFound, lang: Lang): Answer {
  const zh = lang === 'zh'
  if (status === 'unknown') {
    return {
      exit: 1,
      err: zh
        ? '限度内没有找到可行排程，也没有证明不存在。\n'
        : 'No schedule was found within the limits, nor proved not to exist.\n',
    }
  }
  if (!conflict) {
    return {
      exit: 1,
      err: zh
        ? '已证明没有可行排程：间隔与资源总量相互矛盾。\n'
        : 'Proved: there is no schedule; lags and capacities contradict each other.\n',
    }
  }
  const id = (i: number) => problem.activities[i]?.id ?? String(i)
  const chain = [...new Set([...conflict.chain.map((link) => link.activity), conflict.activity])].map(id).join(' → ')
  if (conflict.breaks === 'cycle') {
    return badInput(
      { zh: `活动互相等待，成了环：${chain}。`, en: `These activities wait for each other in a circle: ${chain}.` },
      lang,
    )
  }
  return {
    exit: 1,
    err: zh
      ? `没有可行排程：活动 ${id(conflict.activity)} 须不迟于 ${conflict.wanted}，最早只能 ${conflict.possible}（${chain}）。\n`
      : `There is no schedule: activity ${id(conflict.activity)} must be there by ${conflict.wanted}, but cannot before ${conflict.possible} (${chain}).\n`,
  }
}
