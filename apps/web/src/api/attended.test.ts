import { describe, expect, it } from 'vitest'
import { isAttended, watchForActs } from './attended.ts'

describe('a page', () => {
  it('is attended for a minute after it was opened and after each act of a person, and not by what happens by itself', () => {
    const page = new EventTarget()
    let now = 1_000_000
    expect(isAttended(now)).toBe(false)
    watchForActs(page, () => now)
    expect(isAttended(now + 59_000)).toBe(true)
    now += 60_000
    expect(isAttended(now)).toBe(false)
    for (const name of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
      page.dispatchEvent(new Event(name))
      expect(isAttended(now)).toBe(true)
      now += 60_000
    }
    for (const name of ['focus', 'visibilitychange', 'load', 'message']) page.dispatchEvent(new Event(name))
    expect(isAttended(now)).toBe(false)
  })
})
