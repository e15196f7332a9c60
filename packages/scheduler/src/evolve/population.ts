import { type Chance, share, upTo } from '../chance.ts'
import { listByStart } from '../decode/serial.ts'
import { keepStretch, type Member, moveOne, swapSome, twoPoint } from './crossing.ts'
import { repaired, tails } from './keys.ts'
import { changeModes, crossModes, drawModes, fitBudgets } from './modes.ts'
import { build, type Workshop } from './workshop.ts'

/**
 * A population of schedules. A child takes the place of its mother only, and only where it is no longer and not there already:
 * so none spreads before the others have had their time, which is what every faster replacement that was tried loses by.
 * When nobody has become shorter for long the population starts anew, three times as large. Its best is kept elsewhere: left in
 * the new one it would soon be everywhere again.
 */
export type Population = {
  readonly shop: Workshop
  readonly by: Chance
  readonly members: Member[]
  readonly tail: Int32Array
  readonly key: Float64Array
  readonly order: Int32Array
  /** Members that are filled in; the rest is yet to be drawn. */
  filled: number
  /** Children since one was better than its mother. */
  stale: number
}

const FIRST_SIZE = 120
const GROWTH = 3
/** Children per member without any better than its mother before everything begins anew. */
const PATIENCE = 8
const MOST_MEMBERS = 1080
const STRETCH_SHARE = 0.5
const SWAPS = 0.02
const MOST_MOVES = 3
/** Rounds of justification for what chance alone has drawn, and for children. */
const ROUNDS = 1

export function population(shop: Workshop, by: Chance): Population {
  const n = shop.line.activities
  return {
    shop,
    by,
    members: Array.from({ length: FIRST_SIZE }, () => member(n)),
    tail: tails(shop.line),
    key: new Float64Array(n),
    order: shop.line.order.slice(),
    filled: 0,
    stale: 0,
  }
}

const member = (n: number): Member => ({
  list: new Int32Array(n),
  start: new Int32Array(n),
  mode: new Int32Array(n),
  makespan: 0,
})

/** Goes on until so many schedules were generated altogether, or one reaches `goal`. */
export function breed(pop: Population, schedules: number, goal: number, isOver: () => boolean): void {
  const { shop } = pop
  while (shop.schedules < schedules && shop.makespan > goal && !isOver()) {
    if (pop.filled < pop.members.length) drawMember(pop)
    else bearChild(pop)
    if (pop.stale > PATIENCE * pop.members.length) beginAnew(pop)
  }
}

/** By the latest start, blurred by chance more or less: the first not at all, some quite at random. */
function drawMember(pop: Population): void {
  const { shop, by, key, order, tail, filled } = pop
  const { line } = shop
  let longest = 1
  for (let i = 0; i < key.length; i++) longest = Math.max(longest, tail[i]!)
  const blur = filled === 0 ? 0 : share(by) * longest
  for (let i = 0; i < key.length; i++) key[i] = blur * share(by) - tail[i]!
  order.sort((a, b) => key[a]! - key[b]! || a - b)
  repaired(line, order, shop.list, shop.lister)
  if (shop.hasModes && !drawModes(shop, by)) {
    shop.schedules++
    return
  }
  take(pop, pop.members[pop.filled++]!, build(shop, ROUNDS))
}

function bearChild(pop: Population): void {
  const { shop, by, members } = pop
  const mother = chosen(pop)
  const father = chosen(pop)
  if (share(by) < STRETCH_SHARE) keepStretch(shop, by, mother, father)
  else twoPoint(shop, by, mother, father)
  if (shop.hasModes) {
    crossModes(shop, mother, father)
    changeModes(shop, by)
  }
  swapSome(shop, by, SWAPS)
  for (let moves = upTo(by, MOST_MOVES + 1); moves > 0; moves--) moveOne(shop, by)
  pop.stale++
  if (shop.hasModes && !fitBudgets(shop, by)) {
    shop.schedules++
    return
  }
  const makespan = build(shop, ROUNDS)
  if (makespan > mother.makespan || members.some((m) => isSame(shop, m, makespan))) return
  if (makespan < mother.makespan) pop.stale = 0
  take(pop, mother, makespan)
}

/** The better of two. */
function chosen({ by, members }: Population): Member {
  const a = members[upTo(by, members.length)]!
  const b = members[upTo(by, members.length)]!
  return b.makespan < a.makespan ? b : a
}

function isSame({ start, line }: Workshop, other: Member, makespan: number): boolean {
  if (other.makespan !== makespan) return false
  for (let i = 0; i < start.length; i++) {
    if (start[i] !== other.start[i] || line.mode[i] !== other.mode[i]) return false
  }
  return true
}

/** A place takes what the workshop just built. */
const take = ({ shop }: Population, place: Member, makespan: number) =>
  fill(shop, place, shop.start, shop.line.mode, makespan)

function fill(
  { line, list, count }: Workshop,
  place: Member,
  start: Int32Array,
  mode: Int32Array,
  makespan: number,
): void {
  listByStart(line, start, makespan, list, count)
  place.list.set(list)
  place.start.set(start)
  place.mode.set(mode)
  place.makespan = makespan
}

/** A schedule from elsewhere joins in, in the place of the worst. */
export function join(pop: Population, start: Int32Array, mode: Int32Array, makespan: number): void {
  if (pop.filled === 0) return
  let worst = 0
  for (let m = 1; m < pop.filled; m++) {
    if (pop.members[m]!.makespan > pop.members[worst]!.makespan) worst = m
  }
  fill(pop.shop, pop.members[worst]!, start, mode, makespan)
}

function beginAnew(pop: Population): void {
  const { members } = pop
  const size = Math.min(MOST_MEMBERS, GROWTH * members.length)
  while (members.length < size) members.push(member(pop.key.length))
  pop.filled = 0
  pop.stale = 0
}
