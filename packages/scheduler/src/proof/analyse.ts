import { type Explainer, explain } from './explain.ts'
import { bump, commonCell, type Favourites } from './favourites.ts'
import { CLAUSE, changeThatMade, DECIDED, type Trail } from './trail.ts'

/** What a conflict teaches: predicates of which one must hold, the first of them as soon as `level` is reached again. */
export type Lesson = {
  readonly cells: Int32Array
  size: number
  level: number
  /** Levels that met in it. */
  levels: number
  /** Value of each change that is still to be explained, by change; 0 marks are kept apart in `isOpen`. */
  need: Int32Array
  isOpen: Uint8Array
  /** Bounds that are in the lesson so far, with the highest value asked of each. */
  readonly boundOf: Int32Array
  readonly asked: Int32Array
  readonly isAsked: Uint8Array
  askedCount: number
  levelSeen: Int32Array
  stamp: number
}

export const noLesson = (trail: Trail): Lesson => ({
  cells: new Int32Array(trail.bounds + 1),
  size: 0,
  level: 0,
  levels: 0,
  need: new Int32Array(4096),
  isOpen: new Uint8Array(4096),
  boundOf: new Int32Array(trail.bounds),
  asked: new Int32Array(trail.bounds),
  isAsked: new Uint8Array(trail.bounds),
  askedCount: 0,
  levelSeen: new Int32Array(4096),
  stamp: 0,
})

/**
 * From predicates that cannot hold together (in `explainer.out`, and one more where `extraBound` is not negative) to the first
 * unique implication point of the last level that has part in them. Leaves the lesson; false when the conflict is one of the
 * root, which proves that there is no schedule.
 */
export function learn(
  explainer: Explainer,
  favourites: Favourites,
  lesson: Lesson,
  extraBound: number,
  extraValue: number,
): boolean {
  const { trail, out } = explainer
  if (lesson.need.length < trail.changed.length) {
    lesson.need = new Int32Array(trail.changed.length)
    lesson.isOpen = new Uint8Array(trail.changed.length)
  }
  lesson.askedCount = 0
  let top = lastChange(explainer, extraBound, extraValue)
  if (top < 0) return false
  const level = trail.level[top]!
  if (level === 0) return false
  let open = 0
  for (let k = 0; k < out.size; k++) open += ask(trail, favourites, lesson, out.bound[k]!, out.value[k]!, level)
  if (extraBound >= 0) open += ask(trail, favourites, lesson, extraBound, extraValue, level)
  for (;;) {
    while (lesson.isOpen[top] === 0) top--
    const b = trail.changed[top]!
    const v = lesson.need[top]!
    lesson.isOpen[top] = 0
    if (--open === 0) {
      finish(explainer, lesson, b, v)
      return true
    }
    const because = trail.because[top]!
    if (because === CLAUSE) {
      const { activity } = explainer.clauses
      activity[trail.detail[top]!] = activity[trail.detail[top]!]! + favourites.step
    }
    explain(explainer, b, v, because, trail.detail[top]!, top)
    for (let k = 0; k < out.size; k++) open += ask(trail, favourites, lesson, out.bound[k]!, out.value[k]!, level)
    top--
  }
}

function lastChange({ trail, out }: Explainer, extraBound: number, extraValue: number): number {
  let last = extraBound >= 0 ? changeThatMade(trail, extraBound, extraValue) : -1
  for (let k = 0; k < out.size; k++) {
    const change = changeThatMade(trail, out.bound[k]!, out.value[k]!)
    if (change > last) last = change
  }
  return last
}

/** Takes a predicate into the conflict; 1 when that opens a change of the conflict's own level. */
function ask(trail: Trail, favourites: Favourites, lesson: Lesson, b: number, v: number, level: number): number {
  const change = changeThatMade(trail, b, v)
  if (change < 0 || trail.level[change] === 0) return 0
  bump(favourites, commonCell(trail, b, v))
  if (trail.level[change] === level) {
    if (lesson.isOpen[change] === 1) {
      if (v > lesson.need[change]!) lesson.need[change] = v
      return 0
    }
    lesson.isOpen[change] = 1
    lesson.need[change] = v
    return 1
  }
  if (lesson.isAsked[b] === 1) {
    if (v > lesson.asked[b]!) lesson.asked[b] = v
    return 0
  }
  lesson.isAsked[b] = 1
  lesson.asked[b] = v
  lesson.boundOf[lesson.askedCount++] = b
  return 0
}

function finish(explainer: Explainer, lesson: Lesson, b: number, v: number): void {
  const { trail } = explainer
  // what the implication point says of its own bound covers all that was asked of it before
  if (lesson.isAsked[b] === 1) drop(lesson, b)
  for (let k = lesson.askedCount - 1; k >= 0; k--) {
    if (followsFromOthers(explainer, lesson, lesson.boundOf[k]!)) drop(lesson, lesson.boundOf[k]!)
  }
  lesson.cells[0] = trail.cellAt[b ^ 1]! + 1 - v
  lesson.size = 1
  lesson.level = 0
  lesson.levels = 1
  lesson.stamp++
  if (lesson.levelSeen.length <= trail.levels) lesson.levelSeen = new Int32Array(2 * trail.levels + 2)
  for (let k = 0; k < lesson.askedCount; k++) {
    const bound = lesson.boundOf[k]!
    const value = lesson.asked[bound]!
    lesson.isAsked[bound] = 0
    const level = trail.level[changeThatMade(trail, bound, value)]!
    if (lesson.levelSeen[level] !== lesson.stamp) {
      lesson.levelSeen[level] = lesson.stamp
      lesson.levels++
    }
    const cell = trail.cellAt[bound ^ 1]! + 1 - value
    lesson.cells[lesson.size] = cell
    // the second place is for a predicate of the level to go back to
    if (level > lesson.level) {
      lesson.level = level
      lesson.cells[lesson.size] = lesson.cells[1]!
      lesson.cells[1] = cell
    }
    lesson.size++
  }
  lesson.askedCount = 0
}

function drop(lesson: Lesson, b: number): void {
  lesson.isAsked[b] = 0
  for (let k = 0; k < lesson.askedCount; k++) {
    if (lesson.boundOf[k] !== b) continue
    lesson.boundOf[k] = lesson.boundOf[--lesson.askedCount]!
    return
  }
}

/** Whether everything that forced what is asked of bound b is asked already or a fact. */
function followsFromOthers(explainer: Explainer, lesson: Lesson, b: number): boolean {
  const { trail, out } = explainer
  const v = lesson.asked[b]!
  const change = changeThatMade(trail, b, v)
  if (trail.because[change] === DECIDED) return false
  explain(explainer, b, v, trail.because[change]!, trail.detail[change]!, change)
  for (let k = 0; k < out.size; k++) {
    const other = out.bound[k]!
    const value = out.value[k]!
    if (other !== b && lesson.isAsked[other] === 1 && lesson.asked[other]! >= value) continue
    const made = changeThatMade(trail, other, value)
    if (made >= 0 && trail.level[made]! > 0) return false
  }
  return true
}
