import { scarcity } from './construct.ts'
import type { Problem, Schedule } from './model.ts'
import { finishOf, network, startOf } from './network.ts'
import { profilesOf } from './profile.ts'
import { slackAndReasons } from './schedule.ts'
import { endOf } from './span.ts'
import type { Proposed } from './verify.ts'
import { firstWindow } from './window.ts'

/**
 * What holds each start of a feasible schedule and how far it can move, as `Schedule` tells it: for schedules from `search` or
 * from anywhere else. Undefined where the lags alone leave no schedule.
 */
export function explain(
  problem: Problem,
  { start, mode }: Proposed,
): Pick<Schedule, 'earliest' | 'latest' | 'binding'> | undefined {
  const choice = Int32Array.from(mode)
  const net = network(problem, choice)
  const window = firstWindow(net)
  if (!window) return undefined
  const times = new Int32Array(net.points)
  problem.activities.forEach(({ modes, fixed }, i) => {
    times[startOf(i)] = start[i]!
    times[finishOf(i)] = fixed ? fixed.finish : endOf(problem, modes[choice[i]!]!.duration, start[i]!)
  })
  const scarce = scarcity(net, choice, profilesOf(problem, choice))
  return slackAndReasons(problem, { scarce, window, timing: { times, late: new Map() } })
}
