import { simpleBound } from '../bounds.ts'
import { chance } from '../chance.ts'
import type { Core } from '../core/core.ts'
import { isPlain, type Line, lineOf } from '../decode/line.ts'
import { repaired } from '../evolve/keys.ts'
import { fitBudgets } from '../evolve/modes.ts'
import { breed, join, type Population, population } from '../evolve/population.ts'
import { build, type Workshop, workshop } from '../evolve/workshop.ts'
import { follows, leastMakespan, look, type Prover, prover, tighten } from '../proof/prover.ts'
import { type Limits, watch } from './limits.ts'

/** What a search over a core came to: the best starts and modes, if any, what no schedule can be below, and the work done. */
export type CoreResult = {
  readonly start: Int32Array | undefined
  readonly mode: Int32Array
  readonly makespan: number
  readonly lowerBound: number
  /** The best is proved to be the best, or that there is no schedule. */
  readonly isProved: boolean
  readonly schedules: number
  readonly conflicts: number
}

/** The two engines, what they share, and how their turns go. */
type Search = {
  readonly core: Core
  readonly line: Line
  readonly limits: Limits
  readonly isOver: () => boolean
  readonly shop: Workshop
  readonly pop: Population | undefined
  exact: Prover | 'none' | undefined
  conflicts: number
  start: Int32Array | undefined
  mode: Int32Array
  makespan: number
  lowerBound: number
  /** Contradictions of one turn of the exact search. */
  turn: number
}

/** What one contradiction of the exact search takes in schedules generated, roughly; it sets how the engines share their time. */
const SCHEDULES_A_CONFLICT = 20
/** Schedules before the exact search begins: it needs less room below a good schedule. */
const HEAD_START = 6000
const HEAD_START_EACH = 100
const FIRST_TURN = 250
const LONGEST_TURN = 4000

/**
 * Best starts of a core within the limits. A population of schedules and an exact search with learning take turns: each hands
 * the other its best, and what the exact search refutes raises the bound. Where maximum lags leave no list a sure schedule, and
 * for the proof, the exact search works alone.
 */
export function searchCore(core: Core, limits: Limits, from?: CoreProposal): CoreResult {
  const line = lineOf(core)
  const shop = workshop(line)
  const hasModes = core.modeAt[core.activities]! > core.activities
  const search: Search = {
    core,
    line,
    limits,
    isOver: watch(limits),
    shop,
    pop: isPlain(line) ? population(shop, chance(limits.seed ?? 1)) : undefined,
    exact: undefined,
    conflicts: 0,
    start: undefined,
    mode: line.mode.slice(),
    makespan: Number.POSITIVE_INFINITY,
    lowerBound: simpleBound(core),
    turn: FIRST_TURN,
  }
  if (from && search.pop) beginWith(search, from)
  if (!canAfford(core)) search.exact = 'none'
  else evolveTo(search, Math.min(HEAD_START, HEAD_START_EACH * core.activities, (limits.schedules ?? HEAD_START) / 2))
  if (!hasModes && search.exact !== 'none')
    search.exact = isClosed(search) ? undefined : prover(core, line, Math.min(core.horizon, search.makespan - 1))
  takeTurns(search)
  if (search.exact === 'none' && search.start) search.lowerBound = search.makespan
  return {
    start: search.start,
    mode: search.mode,
    makespan: search.makespan,
    lowerBound: search.lowerBound,
    isProved: search.exact === 'none' || isClosed(search),
    schedules: shop.schedules,
    conflicts: search.conflicts,
  }
}

function takeTurns(search: Search): void {
  while (!isClosed(search) && search.exact !== 'none' && isGoingOn(search)) {
    if (search.exact) refute(search, search.exact)
    if (search.pop) evolveTo(search, search.shop.schedules + search.turn * SCHEDULES_A_CONFLICT)
    else if (!search.exact) return
    search.turn = Math.min(LONGEST_TURN, Math.ceil(search.turn * 1.2))
  }
}

/** A schedule of the core to start from; modes are indices over all modes. */
export type CoreProposal = { readonly start: ArrayLike<number>; readonly mode: ArrayLike<number> }

/** Builds the schedule in its own order first, as far as it still can be built. */
function beginWith(search: Search, { start, mode }: CoreProposal): void {
  const { shop, line, limits } = search
  shop.mode.set(mode)
  if (shop.hasModes && !fitBudgets(shop, chance(limits.seed ?? 1))) return
  const order = line.order.toSorted((a, b) => start[a]! - start[b]!)
  repaired(line, order, shop.list, shop.lister)
  build(shop, 1)
  evolveTo(search, shop.schedules)
}

/** Whether the budgets suffice where everybody takes the mode that uses least of each. */
function canAfford({ activities, modeAt, budget, use }: Core): boolean {
  return budget.every((units, k) => {
    let least = 0
    for (let i = 0; i < activities; i++) {
      let own = Number.POSITIVE_INFINITY
      for (let m = modeAt[i]!; m < modeAt[i + 1]!; m++) own = Math.min(own, use[m * budget.length + k]!)
      least += own
    }
    return least <= units
  })
}

const isClosed = ({ start, makespan, lowerBound }: Search) => start !== undefined && makespan <= lowerBound

const isGoingOn = ({ isOver, limits, shop, conflicts }: Search): boolean =>
  !isOver() && shop.schedules + conflicts < (limits.schedules ?? Number.POSITIVE_INFINITY)

function evolveTo(search: Search, schedules: number): void {
  const { pop, shop, limits } = search
  if (!pop) return
  const end = Math.min(schedules, (limits.schedules ?? Number.POSITIVE_INFINITY) - search.conflicts)
  breed(pop, end, search.lowerBound, search.isOver)
  if (shop.makespan >= search.makespan || shop.makespan > search.core.horizon) return
  better(search, shop.best.slice(), shop.bestMode.slice(), shop.makespan)
  const { exact } = search
  if (!exact || exact === 'none') return
  follows(exact, shop.best)
  if (!tighten(exact, search.makespan - 1)) search.exact = 'none'
}

function better(search: Search, start: Int32Array, mode: Int32Array, makespan: number): void {
  search.start = start
  search.mode = mode
  search.makespan = makespan
  tell(search)
}

const tell = ({ limits, makespan, lowerBound, shop, conflicts }: Search) =>
  limits.progress?.({
    makespan: makespan === Number.POSITIVE_INFINITY ? undefined : makespan,
    lowerBound,
    schedules: shop.schedules,
    conflicts,
  })

/** One turn of the exact search: first below the best schedule, then from the bound upwards. */
function refute(search: Search, exact: Prover): void {
  const before = exact.conflicts
  const fromAbove = look(exact, Number.POSITIVE_INFINITY, search.turn, search.isOver)
  search.conflicts += exact.conflicts - before
  if (fromAbove === 'none') {
    search.exact = 'none'
    return
  }
  if (fromAbove === 'schedule') {
    found(search, exact)
    return
  }
  raiseBound(search, exact, search.turn / 2)
}

/** Refutes the bound itself as long as that is quick: each time it rises. */
function raiseBound(search: Search, exact: Prover, conflicts: number): void {
  const end = exact.conflicts + conflicts
  while (exact.conflicts < end && search.lowerBound < search.makespan - 1 && !search.isOver()) {
    const before = exact.conflicts
    const fromBelow = look(exact, search.lowerBound, end - exact.conflicts, search.isOver)
    search.conflicts += exact.conflicts - before
    if (fromBelow === 'stopped') return
    if (fromBelow === 'none') {
      search.exact = 'none'
      return
    }
    if (fromBelow === 'schedule') {
      found(search, exact)
      return
    }
    search.lowerBound = leastMakespan(exact)
    tell(search)
  }
}

function found(search: Search, exact: Prover): void {
  const { core, line, pop } = search
  const start = new Int32Array(core.activities)
  let makespan = 0
  for (let i = 0; i < start.length; i++) {
    start[i] = exact.trail.bound[2 * i]!
    makespan = Math.max(makespan, start[i]! + line.duration[i]!)
  }
  better(search, start, line.mode.slice(), makespan)
  if (pop) join(pop, start, line.mode, makespan)
  follows(exact, start)
  if (!tighten(exact, makespan - 1)) search.exact = 'none'
}
