import { scarcity } from './construct.ts'
import type { Problem, Schedule } from './model.ts'
import { network, timesOf } from './network.ts'
import { profilesOf } from './profile.ts'
import { slackAndReasons } from './schedule.ts'
import type { Proposed } from './verify.ts'
import { firstWindow } from './window.ts'

/**
 * What holds each start of a feasible schedule and how far it can move, as `Schedule` tells it: for schedules from `search` or
 * from anywhere else. Undefined where the lags alone leave no schedule.
 */
export function explain(
  problem: Problem,
  proposed: Proposed,
): Pick<Schedule, 'earliest' | 'latest' | 'binding'> | undefined {
  const choice = Int32Array.from(proposed.mode)
  const net = network(problem, choice)
  const window = firstWindow(net)
  if (!window) return undefined
  const scarce = scarcity(net, choice, profilesOf(problem, choice))
  return slackAndReasons(problem, { scarce, window, timing: { times: timesOf(problem, proposed), late: new Map() } })
}
