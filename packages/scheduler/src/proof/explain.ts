import type { BoundArcs } from './arcs.ts'
import type { Clauses } from './clauses.ts'
import type { Timetable } from './timetable.ts'
import { ARC, CLAUSE, TICK, type Trail } from './trail.ts'

/** Predicates "bound >= value" that together force something: as many pairs as `size`. */
export type Because = { readonly bound: Int32Array; readonly value: Int32Array; size: number }

/** What an explanation reads, and room for it. */
export type Explainer = {
  readonly trail: Trail
  readonly arcs: BoundArcs
  readonly clauses: Clauses
  readonly table: Timetable
  readonly out: Because
  readonly holder: Int32Array
}

export const noReasons = (room: number): Because => ({
  bound: new Int32Array(room),
  value: new Int32Array(room),
  size: 0,
})

function say(out: Because, bound: number, value: number): void {
  out.bound[out.size] = bound
  out.value[out.size++] = value
}

/** Why "b >= v" follows by `because` and `detail` from changes before `position` of the trail. */
export function explain(
  explainer: Explainer,
  b: number,
  v: number,
  because: number,
  detail: number,
  position: number,
): void {
  const { out, arcs } = explainer
  out.size = 0
  if (because === ARC) say(out, arcs.from[detail]!, v - arcs.lag[detail]!)
  else if (because === CLAUSE) explainByClause(explainer, b, detail)
  else if (because >= TICK) explainByTick(explainer, b, because - TICK, detail, position)
}

function explainByClause({ trail, clauses, out }: Explainer, b: number, clause: number): void {
  const at = clauses.at[clause]!
  const end = at + clauses.size[clause]!
  for (let k = at; k < end; k++) {
    const cell = clauses.cells[k]!
    const bound = trail.cellBound[cell]!
    // a clause has no two predicates of one bound, so the one of b is what it forced
    if (bound !== b) say(out, bound ^ 1, 1 - trail.cellValue[cell]!)
  }
}

/** Why a clause is false: all its predicates are. */
export function explainClause(explainer: Explainer, clause: number): void {
  explainer.out.size = 0
  explainByClause(explainer, -1, clause)
}

function explainByTick(explainer: Explainer, b: number, resource: number, tick: number, position: number): void {
  const { out, table } = explainer
  const i = b >> 1
  const d = table.line.duration[i]!
  // whoever started earlier (later) would be at the tick
  if ((b & 1) === 0) say(out, b, tick - d + 1)
  else say(out, b, -tick)
  explainHolders(explainer, i, resource, tick, position)
}

/** Why some tick is overfilled: those that hold it. */
export function explainOverload(explainer: Explainer, resource: number, tick: number): void {
  explainer.out.size = 0
  explainHolders(explainer, -1, resource, tick, explainer.trail.size)
}

/** Enough activities that surely run at the tick to leave too little for `wanting` (or for themselves), as early on the trail as can be. */
function explainHolders(explainer: Explainer, wanting: number, resource: number, tick: number, position: number): void {
  const { trail, table, out, holder } = explainer
  const { core, duration, mode, activities } = table.line
  const resources = core.capacity.length
  let over = wanting < 0 ? 0 : core.demand[mode[wanting]! * resources + resource]!
  over -= available(table.line, resource, tick)
  let holders = 0
  for (let i = 0; i < activities; i++) {
    const needed = core.demand[mode[i]! * resources + resource]!
    if (i === wanting || needed === 0) continue
    if (valueBefore(trail, 2 * i, position) + duration[i]! <= tick) continue
    if (valueBefore(trail, 2 * i + 1, position) < -tick) continue
    holder[holders++] = i
    over += needed
  }
  holders = withoutSurplus(explainer, resource, tick, holders, over - 1)
  for (let k = 0; k < holders; k++) {
    const i = holder[k]!
    say(out, 2 * i, tick - duration[i]! + 1)
    say(out, 2 * i + 1, -tick)
  }
}

/** Leaves out those that came last as long as the others hold too much without them. */
function withoutSurplus(
  { trail, table, holder }: Explainer,
  resource: number,
  tick: number,
  holders: number,
  surplus: number,
): number {
  const { core, duration, mode } = table.line
  const needed = (i: number) => core.demand[mode[i]! * core.capacity.length + resource]!
  let left = surplus
  let kept = holders
  while (left > 0) {
    let latest = -1
    let when = -1
    for (let k = 0; k < kept; k++) {
      if (needed(holder[k]!) > left) continue
      const change = sinceWhen(trail, holder[k]!, tick, duration[holder[k]!]!)
      if (change <= when) continue
      when = change
      latest = k
    }
    if (latest < 0) break
    left -= needed(holder[latest]!)
    holder[latest] = holder[--kept]!
  }
  return kept
}

function available({ core, base, words, word, shift }: Timetable['line'], resource: number, tick: number): number {
  if (!base) return core.capacity[resource]!
  const bits = 32 - Math.clz32(core.capacity[resource]!)
  const at = tick * words + word[resource]!
  return at < base.length ? (base[at]! >>> shift[resource]!) & ((1 << bits) - 1) : core.capacity[resource]!
}

function valueBefore(trail: Trail, b: number, position: number): number {
  let k = trail.last[b]!
  if (k < position) return trail.bound[b]!
  while (trail.before[k]! >= position) k = trail.before[k]!
  return trail.from[k]!
}

/** The later of the two changes that made activity i run at the tick; -1 when it does from the root. */
function sinceWhen(trail: Trail, i: number, tick: number, duration: number): number {
  let low = trail.last[2 * i]!
  while (low >= 0 && trail.from[low]! + duration > tick) low = trail.before[low]!
  let high = trail.last[2 * i + 1]!
  while (high >= 0 && trail.from[high]! >= -tick) high = trail.before[high]!
  return Math.max(low, high)
}
