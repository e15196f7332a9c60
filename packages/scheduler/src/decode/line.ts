import { type Arc, type Core, NEVER, startToStart } from '../core/core.ts'

/**
 * A core with one mode chosen for everybody, laid out for decoding. All free units of a tick lie side by side in one word (more
 * words where they need more than 32 bits), each resource with a guard bit above it: `((free | guard) - demand) & guard` is
 * `guard` exactly when every resource has enough.
 */
export type Line = {
  readonly core: Core
  readonly activities: number
  readonly words: number
  readonly guard: Int32Array
  /** Free units of a tick in which nothing is taken. */
  readonly full: Int32Array
  /** Mode chosen for each activity, and its duration. */
  readonly mode: Int32Array
  readonly duration: Int32Array
  /** `demand[activity * words + word]`. */
  readonly demand: Int32Array
  /** Minimum lags into each activity, and out of it as the mirror sees them. */
  readonly into: Lags
  readonly outOf: Lags
  /** Activities so ordered that those arcs that may not be broken in a list point forwards. */
  readonly order: Int32Array
  /** Ticks that any profile needs. */
  readonly ticks: number
  /** Free units by tick and word where they are not the same at all times. */
  readonly base: Int32Array | undefined
  /** Bits of each resource: word and shift, by resource. */
  readonly word: Int32Array
  readonly shift: Int32Array
  /** Position of each arc in `into` and `outOf`. */
  readonly arcs: readonly Arc[]
  readonly intoAt: Int32Array
  readonly outOfAt: Int32Array
}

/** `other[k]` starts at least `lag[k]` before; k from `at[activity]` up to `at[activity + 1]`. */
export type Lags = { readonly at: Int32Array; readonly other: Int32Array; readonly lag: Int32Array }

/** Lays out the arcs from finish to start: all of them in a plain problem. */
export function lineOf(core: Core): Line {
  const n = core.activities
  const layout = layoutOf(core.capacity)
  const arcs = core.arcs.filter(isForward)
  const into = lagsOf(
    n,
    arcs,
    (a) => a.to,
    (a) => a.from,
  )
  const outOf = lagsOf(
    n,
    arcs,
    (a) => a.from,
    (a) => a.to,
  )
  const ticks = ticksOf(core)
  const line: Line = {
    core,
    activities: n,
    ...layout,
    mode: new Int32Array(n),
    duration: new Int32Array(n),
    demand: new Int32Array(n * layout.words),
    into: into.lags,
    outOf: outOf.lags,
    order: topological(n, into.lags, outOf.lags),
    ticks,
    base: baseOf(core, layout, ticks),
    arcs,
    intoAt: into.position,
    outOfAt: outOf.position,
  }
  setModes(line, core.modeAt.subarray(0, n))
  return line
}

/** Arcs that a list of activities by start or by finish keeps either way: from finish to start. */
const isForward = (arc: Arc) => arc.lag >= 0 && arc.fromFinish && !arc.toFinish

/** Fills in durations, demands and distances for these modes (indices over all modes), one an activity. */
export function setModes(line: Line, mode: Int32Array): void {
  const { core, words, duration, demand, word, shift, arcs, into, outOf, intoAt, outOfAt } = line
  const resources = core.capacity.length
  demand.fill(0)
  for (let i = 0; i < mode.length; i++) {
    const m = mode[i]!
    line.mode[i] = m
    duration[i] = core.duration[m]!
    for (let r = 0; r < resources; r++) {
      const at = i * words + word[r]!
      demand[at] = demand[at]! | (core.demand[m * resources + r]! << shift[r]!)
    }
  }
  for (let a = 0; a < arcs.length; a++) {
    const arc = arcs[a]!
    const lag = startToStart(arc, duration[arc.from]!, duration[arc.to]!)
    into.lag[intoAt[a]!] = lag
    // seen from the end an activity begins at its finish
    outOf.lag[outOfAt[a]!] = lag + duration[arc.to]! - duration[arc.from]!
  }
}

type Layout = Pick<Line, 'words' | 'guard' | 'full' | 'word' | 'shift'>

function layoutOf(capacity: Int32Array): Layout {
  const word = new Int32Array(capacity.length)
  const shift = new Int32Array(capacity.length)
  const guard = [0]
  const full = [0]
  let used = 0
  capacity.forEach((units, r) => {
    const bits = 33 - Math.clz32(units)
    if (used + bits > 32) {
      guard.push(0)
      full.push(0)
      used = 0
    }
    const w = guard.length - 1
    word[r] = w
    shift[r] = used
    full[w] = full[w]! | (units << used)
    guard[w] = guard[w]! | (1 << (used + bits - 1))
    used += bits
  })
  return { words: guard.length, guard: Int32Array.from(guard), full: Int32Array.from(full), word, shift }
}

function lagsOf(n: number, arcs: readonly Arc[], owner: (a: Arc) => number, other: (a: Arc) => number) {
  const at = new Int32Array(n + 1)
  for (const arc of arcs) at[owner(arc) + 1]!++
  for (let i = 0; i < n; i++) at[i + 1]! += at[i]!
  const next = at.slice()
  const position = new Int32Array(arcs.length)
  const others = new Int32Array(arcs.length)
  arcs.forEach((arc, a) => {
    const k = next[owner(arc)]!++
    position[a] = k
    others[k] = other(arc)
  })
  return { lags: { at, other: others, lag: new Int32Array(arcs.length) }, position }
}

function topological(n: number, into: Lags, outOf: Lags): Int32Array {
  const waits = new Int32Array(n)
  for (let i = 0; i < n; i++) waits[i] = into.at[i + 1]! - into.at[i]!
  const order: number[] = []
  for (let i = 0; i < n; i++) if (waits[i] === 0) order.push(i)
  for (let done = 0; done < order.length; done++) {
    const i = order[done]!
    for (let k = outOf.at[i]!; k < outOf.at[i + 1]!; k++)
      if (--waits[outOf.other[k]!]! === 0) order.push(outOf.other[k]!)
  }
  return Int32Array.from(order)
}

/** One activity after the other, after everything that is taken: no serial schedule is longer. */
function ticksOf({ activities, modeAt, duration, arcs, release, taken }: Core): number {
  let ticks = 2
  for (let i = 0; i < activities; i++) {
    let longest = 0
    for (let m = modeAt[i]!; m < modeAt[i + 1]!; m++) longest = Math.max(longest, duration[m]!)
    ticks += longest
  }
  for (const arc of arcs) if (isForward(arc)) ticks += arc.lag
  const latest = release.reduce((most, r) => Math.max(most, r), 0)
  return ticks + taken.reduce((most, t) => Math.max(most, t.until), latest)
}

function baseOf({ taken }: Core, { words, full, word, shift }: Layout, ticks: number): Int32Array | undefined {
  if (taken.length === 0) return undefined
  const base = new Int32Array(ticks * words)
  for (let t = 0; t < ticks; t++) base.set(full, t * words)
  for (const { resource, from, until, amount } of taken) {
    for (let t = from; t < Math.min(until, ticks); t++) {
      const at = t * words + word[resource]!
      base[at] = base[at]! - (amount << shift[resource]!)
    }
  }
  return base
}

/** Whether a serial schedule from a list always exists: no deadlines, no maximum lags, no circles. */
export const isPlain = (line: Line): boolean =>
  line.arcs.length === line.core.arcs.length &&
  line.order.length === line.activities &&
  line.core.deadline.every((d) => d === NEVER)
