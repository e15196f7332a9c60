import * as fs from 'node:fs'
import { type Day, day, isWorkday, lastDay } from '@kaigong/calendar'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Role } from '../actor.ts'
import { type Drive, jintan, LI, received } from '../casework.fixture.ts'
import type { CaseCommand } from '../command.ts'
import { decide } from '../decide.ts'
import type { CaseEvent } from '../event.ts'
import { replay } from '../evolve.ts'
import { FLOW } from '../flow.ts'
import { isRefusal } from '../refusal.ts'
import { flowFaults } from '../statusCode.ts'
import { legalClock } from './legalClock.ts'

const here = await jintan(fs)

const ENDS = ['decided', 'withdrawn', 'acceptanceRefused', 'notAccepted', 'returned']

/** The day from which a careful clerk counts; undefined while nothing counts yet. */
function startByHand(events: readonly CaseEvent[], today: Day, countsFromReceipt: boolean): Day | undefined {
  const find = <T extends CaseEvent['type']>(type: T) =>
    events.find((e): e is Extract<CaseEvent, { type: T }> => e.type === type)
  const receipt = find('received')!.on
  const noticeDue = lastDay(here.calendar, receipt, { value: 5, unitApplied: 'workday' }, { kind: 'duty' })
  const endedInTime = events.some((e) => ENDS.includes(e.type) && e.on <= noticeDue)
  const asked = find('correctionAsked')
  const accepted = find('accepted')
  if (!accepted && !asked && !endedInTime && today > noticeDue) return receipt
  if (!countsFromReceipt) return accepted?.asOfOn
  return asked ? find('corrected')?.on : receipt
}

/** What the clerk finds with a wall calendar: the days one by one, from the start to the end and on to the deadline. */
function byHand(events: readonly CaseEvent[], today: Day, limit: number, countsFromReceipt: boolean) {
  const start = startByHand(events, today, countsFromReceipt)
  if (start === undefined) return undefined
  const allowed = events.reduce((sum, e) => (e.type === 'extended' ? sum + e.workdays : sum), limit)
  const endOf = (i: number, id: string) =>
    events.find((e, j) => j > i && (e.type === 'supplemented' || e.type === 'procedureEnded') && e.id === id)?.on
  const isPaused = (on: number) =>
    events.some((e, i) => {
      const pauses = e.type === 'supplementAsked' || (e.type === 'procedureStarted' && e.clockEffect === 'pause')
      return pauses && e.on < on && on <= (endOf(i, e.id) ?? Number.POSITIVE_INFINITY)
    })
  const counts = (on: number) => isWorkday(here.calendar, on as Day) && !isPaused(on)
  const until = events.find((e) => ENDS.includes(e.type))?.on ?? today
  let elapsed = 0
  for (let d = start + 1; d <= until; d++) if (counts(d)) elapsed++
  let deadline: number | null = null
  for (let d = start + 1, n = 0; d < start + 400 && deadline === null; d++)
    if (counts(d) && ++n === allowed) deadline = d
  return { start, elapsed, deadline }
}

const KINDS = ['B02-experts', 'B02-publicity', 'hearing', 'inspectionTest', 'consultation', 'C07-site'] as const
const step = fc.record({
  wait: fc.integer({ min: 0, max: 9 }),
  what: fc.integer({ min: 0, max: 15 }),
  id: fc.integer({ min: 0, max: 3 }).map((i) => `id${i}`),
  kind: fc.constantFrom(...KINDS),
})
type Step = { readonly wait: number; readonly what: number; readonly id: string; readonly kind: string }

function commandOf({ what, id, kind }: Step): CaseCommand {
  const commands: readonly CaseCommand[] = [
    { type: 'askCorrection', items: ['x'] },
    { type: 'correct', items: ['x'] },
    { type: 'accept' },
    { type: 'accept' },
    { type: 'startDepartment' },
    { type: 'startDepartment' },
    { type: 'askSupplement', id, items: [] },
    { type: 'supplement', id, items: [] },
    { type: 'supplement', id, items: [] },
    { type: 'startProcedure', id, procedure: kind, workdays: 5, approvedBy: 'chief' },
    { type: 'endProcedure', id, result: '' },
    { type: 'endProcedure', id, result: '' },
    { type: 'extend', workdays: 1 + (what % 10), reason: '', approvedBy: 'chief' },
    { type: 'pass', overrunReason: 'late' },
    { type: 'withdraw', reason: '' },
    { type: 'refuseAcceptance', reason: '' },
  ]
  return commands[what]!
}

const ACTOR: Partial<Record<Role, object>> = {
  applicant: { role: 'applicant', person: 'c' },
  head: { ...LI, role: 'head' },
}

/** A history as it comes about: commands one after another, those that are refused left out. */
function history(matter: string, start: Day, steps: readonly Step[]): Drive & { readonly today: Day } {
  const drive = received(here, '2022-01-04', { matter })
  drive.events[0] = { ...drive.events[0]!, on: start }
  let today = start
  for (const s of steps) {
    today = (today + s.wait) as Day
    const command = { ...commandOf(s), attached: drive.events[0]!.attached! }
    const actor = { ...LI, ...(ACTOR[FLOW[command.type].by[0]!] ?? {}) }
    const answer = decide(drive.state, command, drive.context(today, actor as typeof LI))
    if (!isRefusal(answer)) drive.events.push(...answer)
  }
  return Object.assign(drive, { today })
}

const starts = fc.integer({ min: day('2020-01-02'), max: day('2026-03-01') }).map((d) => d as Day)

it.each(['B02', 'C07'])('the clock of any history of %s is what one counts day by day on a wall calendar', (matter) => {
  const limit = { B02: 20, C07: 7 }[matter]!
  let decided = 0
  let paused = 0
  fc.assert(
    fc.property(starts, fc.array(step, { maxLength: 40 }), fc.integer({ min: 0, max: 30 }), (start, steps, later) => {
      const drive = history(matter, start, steps)
      const on = (drive.today + later) as Day
      const { calendar, hours } = here
      const clock = legalClock(drive.events, { on, clock: null }, { calendar, hours, termsOn: drive.termsOn })
      const expected = byHand(drive.events, on, limit, matter === 'C07')
      expect(clock.startOn ?? undefined).toBe(expected?.start)
      if (expected === undefined) return
      expect(clock.statutory?.elapsed).toBe(expected.elapsed)
      expect(clock.statutory?.deadlineOn).toBe(expected.deadline)
      // The stretches join without gap and add up.
      expect(clock.spans.reduce((sum, s) => sum + s.days, 0)).toBe(expected.elapsed)
      clock.spans.forEach((s, i) => {
        if (i > 0) expect(s.afterOn).toBe(clock.spans[i - 1]!.untilOn)
      })
      if (clock.hand === 'ended') decided++
      if (clock.spans.some((s) => !s.counts)) paused++
    }),
    { numRuns: 400 },
  )
  expect(decided).toBeGreaterThan(20)
  expect(paused).toBeGreaterThan(20)
})

it('whatever is commanded, the rows of a case are a flow that can be reported', () => {
  fc.assert(
    fc.property(starts, fc.array(step, { maxLength: 40 }), (start, steps) => {
      const state = replay(history('B02', start, steps).events)
      expect(state.stage !== 'none' && flowFaults(state.rows)).toEqual([])
    }),
    { numRuns: 200 },
  )
})
