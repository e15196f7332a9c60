/** For so long after somebody touched the page, what it asks is asked for them. */
const ATTENDED_MS = 60_000

const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

let lastAct = Number.NEGATIVE_INFINITY

/**
 * Whether somebody is at the page. What it asks for by itself (a list that another's change made stale, a job that is looked at again) must
 * not keep a session open at a desk that everybody has left.
 * @param now milliseconds of `performance.now()`, which no change of the clock moves.
 */
export const isAttended = (now: number): boolean => now - lastAct < ATTENDED_MS

/** Looks out for a person's acts from now on; to open the page is one. */
export function watchForActs(target: EventTarget, now: () => number): void {
  const act = () => {
    lastAct = now()
  }
  act()
  for (const name of ACTS) target.addEventListener(name, act, { capture: true, passive: true })
}
