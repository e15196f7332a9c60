import { type Chance, share, upTo } from '../chance.ts'
import type { Member } from './crossing.ts'
import type { Workshop } from './workshop.ts'

/** Modes by chance, the shorter the likelier, then changed until the budgets suffice; false when that fails. */
export function drawModes(shop: Workshop, by: Chance): boolean {
  const { core } = shop.line
  for (let i = 0; i < shop.mode.length; i++) {
    const first = core.modeAt[i]!
    const count = core.modeAt[i + 1]! - first
    const one = first + upTo(by, count)
    const other = first + upTo(by, count)
    shop.mode[i] = core.duration[one]! <= core.duration[other]! ? one : other
  }
  return fitBudgets(shop, by)
}

/** What comes from the mother (marked 1) keeps her mode. */
export function crossModes({ mode, mark }: Workshop, mother: Member, father: Member): void {
  for (let i = 0; i < mode.length; i++) mode[i] = mark[i] === 1 ? mother.mode[i]! : father.mode[i]!
}

/** One or two activities change their mode. */
export function changeModes({ line, mode }: Workshop, by: Chance): void {
  const { core } = line
  for (let changes = upTo(by, 3); changes > 0; changes--) {
    const i = upTo(by, mode.length)
    mode[i] = core.modeAt[i]! + upTo(by, core.modeAt[i + 1]! - core.modeAt[i]!)
  }
}

const MOST_REPAIRS = 200

/** How much the modes ask beyond the budgets. */
function excess({ line, mode }: Workshop): number {
  const { core } = line
  const budgets = core.budget.length
  let sum = 0
  for (let k = 0; k < budgets; k++) {
    let used = 0
    for (let i = 0; i < mode.length; i++) used += core.use[mode[i]! * budgets + k]!
    sum += Math.max(0, used - core.budget[k]!)
  }
  return sum
}

/** Changes the mode of one activity after the other, drawn by chance, to the one that comes closest to the budgets. */
export function fitBudgets(shop: Workshop, by: Chance): boolean {
  const { line, mode } = shop
  const { core } = line
  let over = excess(shop)
  for (let repairs = 0; over > 0 && repairs < MOST_REPAIRS; repairs++) {
    const i = upTo(by, mode.length)
    const first = core.modeAt[i]!
    const count = core.modeAt[i + 1]! - first
    if (count === 1) continue
    let best = mode[i]!
    const turn = upTo(by, count)
    for (let k = 0; k < count; k++) {
      const before = mode[i]!
      mode[i] = first + ((k + turn) % count)
      const now = excess(shop)
      if (now < over || (now === over && share(by) < 0.3)) {
        over = now
        best = mode[i]!
      }
      mode[i] = before
    }
    mode[i] = best
  }
  return over === 0
}
