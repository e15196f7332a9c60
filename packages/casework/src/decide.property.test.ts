import * as fs from 'node:fs'
import { type Day, day } from '@kaigong/calendar'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Actor, Role } from './actor.ts'
import { Drive, jintan } from './casework.fixture.ts'
import { readClock } from './clock/legalClock.ts'
import type { CaseCommand, CommandType } from './command.ts'
import { decide } from './decide.ts'
import { owing } from './desk/desk.ts'
import { ATTACHMENTS, type AttachmentKind } from './documents.ts'
import { FLOW } from './flow.ts'
import { isRefusal } from './refusal.ts'
import type { Stage } from './state.ts'
import { flowFaults } from './statusCode.ts'
import { fromStored, toStored } from './stored.ts'

const here = await jintan(fs)
const TYPES = Object.keys(FLOW) as readonly CommandType[]
const PEOPLE = ['li', 'zhao', 'qian'] as const
const seat = fc.constantFrom(...PEOPLE).map((person) => ({ person, agency: 'natural-resources' }))
const items = fc.constantFrom<readonly string[]>([], ['B02-form'], ['B02-daylight'], ['B02-daylight', 'B02-rendering'])

/** Everything that any command may carry; each takes of it what is its own. */
const fields = fc.record({
  items,
  handedIn: items,
  required: fc.record({
    essential: fc.constant(['B02-form']),
    deferrable: fc.constant(['B02-daylight', 'B02-rendering']),
  }),
  agency: fc.constant('natural-resources'),
  applicant: fc.constant('company'),
  reason: fc.constantFrom('tooLate', 'unfit'),
  dueIn: fc.integer({ min: -2, max: 5 }),
  id: fc.constantFrom('id1', 'id2'),
  procedure: fc.constantFrom('B02-experts', 'B02-site', 'hearing', 'nonsense'),
  workdays: fc.integer({ min: -1, max: 12 }),
  approvedBy: fc.constant('chief'),
  result: fc.constant(''),
  overrunReason: fc.constantFrom(undefined, 'flood'),
  number: fc.constant(null),
  true: fc.boolean(),
  ground: fc.constantFrom('commitmentUntrue', 'unlawfullyGranted'),
  to: seat,
  signers: fc.array(seat, { maxLength: 3 }),
  signer: seat,
  agrees: fc.boolean(),
  opinion: fc.constant(''),
})
const step = fc.record({
  pick: fc.nat(1_000),
  // Mostly what may be done where the case stands and does not end it; else anything at all.
  isWild: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  fields,
  wait: fc.integer({ min: 0, max: 6 }),
  role: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Role>('applicant', 'window', 'officer', 'head', 'government', 'clock') },
  ),
  person: fc.constantFrom(...PEOPLE),
  agency: fc.oneof(
    { weight: 7, arbitrary: fc.constant('natural-resources') },
    { weight: 1, arbitrary: fc.constant('housing') },
  ),
  papers: fc.boolean(),
})

const ENDING: readonly CommandType[] = ['withdraw', 'sayNotRequired', 'refuseAcceptance', 'reject', 'recall', 'revoke']

function typeOf(stage: Stage, pick: number, isWild: boolean): CommandType {
  const tame = TYPES.filter((t) => FLOW[t].from.includes(stage) && !ENDING.includes(t))
  const types = isWild || tame.length === 0 ? TYPES : tame
  return types[pick % types.length]!
}

const everything = (Object.keys(ATTACHMENTS) as AttachmentKind[]).map((kind) => ({ kind, sha256: 'a' }))
const MATTERS = [['B02'], ['C07'], ['A07', 'table'], ['A06', 'table'], ['A01'], ['B01']] as const

it('whoever commands whatever, the answer is events that make sense together or a refusal in both languages, never an error', () => {
  const done = new Set<string>()
  const refused = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(...MATTERS),
      fc.integer({ min: day('2020-01-02'), max: day('2026-06-01') }),
      fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
      ([matter, variant], start, steps) => {
        const drive = new Drive(here, matter, variant)
        let today = start as Day
        for (const { pick, isWild, fields: given, wait, role, person, agency, papers } of steps) {
          const type = typeOf(drive.state.stage, pick, isWild)
          today = (today + wait) as Day
          const actor: Actor = { role: role ?? FLOW[type].by[0]!, person, agency }
          const attached = papers || role === null ? everything : []
          const command = { ...given, type, attached, dueOn: today + given.dueIn } as unknown as CaseCommand
          const answer = decide(drive.state, command, drive.context(today, actor))
          if (isRefusal(answer)) {
            refused.add(answer.refused)
            expect(answer.says.zh.length * answer.says.en.length).toBeGreaterThan(0)
            continue
          }
          done.add(type)
          drive.events.push(...answer)
        }
        const { state } = drive
        if (state.stage === 'none') return
        expect(flowFaults(state.rows)).toEqual([])
        expect(owing(state.desk).length).toBeGreaterThan(0)
        expect(fromStored(JSON.parse(JSON.stringify(toStored(drive.events))))).toEqual(
          JSON.parse(JSON.stringify(drive.events)),
        )
        // What the state keeps of its history reads like the history.
        const { calendar, hours } = here
        const works = { calendar, hours, termsOn: drive.termsOn }
        const clock = readClock(state.clock, { on: today, clock: null }, works)
        if (state.stage === 'granted' || state.stage === 'ended') expect(['ended', 'waiting']).toContain(clock.hand)
        if (state.stage === 'granted') expect(clock.delivery).not.toBeNull()
      },
    ),
    { numRuns: 400 },
  )
  // Nearly all acts were carried out and most refusals were met; the rarest need a longer run-up, and examples show them.
  expect(done.size).toBeGreaterThanOrEqual(TYPES.length - 6)
  expect(refused.size).toBeGreaterThan(30)
}, 60_000)
