import * as fs from 'node:fs'
import { day } from '@kaigong/calendar'
import { describe, expect, it } from 'vitest'
import { COMPANY, Drive, HEAD, inHand, jintan, LI, received } from './casework.fixture.ts'
import type { CommandType } from './command.ts'
import { FLOW } from './flow.ts'
import { isRefusal } from './refusal.ts'
import type { Stage } from './state.ts'
import { flowFaults } from './statusCode.ts'

const here = await jintan(fs)
const codes = (drive: Drive) => (drive.state.stage === 'none' ? [] : drive.state.rows.map((r) => r.code))

describe('the life of a case 办件', () => {
  it('runs 1→3→8→6→7→9→10→11 and its flow can be reported as it is (domain 3.7)', () => {
    const drive = inHand(here, '2023-05-04')
      .do('2023-05-05', 'askSupplement', { id: 's1', items: ['B02-daylight'] })
      .do('2023-05-08', 'supplement', { id: 's1', items: ['B02-daylight'] })
      .do('2023-05-09', 'startProcedure', { id: 'p1', procedure: 'B02-experts', workdays: 5, approvedBy: 'chief' })
      .do('2023-05-15', 'endProcedure', { id: 'p1', result: 'passed' })
      .do('2023-05-16', 'pass', {})
    expect(codes(drive)).toEqual([1, 3, 8, 6, 7, 9, 10, 11])
    expect(drive.state.stage).toBe('granted')
    expect(drive.state.stage === 'granted' && flowFaults(drive.state.rows)).toEqual([])
  })

  it('keeps overlapping supplements and procedures apart, and is not decided while one is open', () => {
    const drive = inHand(here, '2023-05-04')
      .do('2023-05-05', 'askSupplement', { id: 's1', items: [] })
      .do('2023-05-06', 'startProcedure', { id: 'p1', procedure: 'hearing', workdays: 20, approvedBy: 'chief' })
      .do('2023-05-08', 'supplement', { id: 's1', items: [] })
    expect(drive.refusal('2023-05-09', 'pass')?.refused).toBe('decision.spanOpen')
    expect(drive.refusal('2023-05-09', 'supplement', { id: 'p1', items: [] })?.refused).toBe('span.notOpen')
    expect(drive.refusal('2023-05-09', 'askSupplement', { id: 's1', items: [] })?.refused).toBe('span.idUsed')
    expect(
      codes(drive.do('2023-05-12', 'endProcedure', { id: 'p1', result: 'held' }).do('2023-05-12', 'pass')),
    ).toEqual([1, 3, 8, 6, 9, 7, 10, 11])
  })

  it('is granted right after acceptance, but not before it', () => {
    expect(received(here, '2023-05-04').refusal('2023-05-05', 'pass')?.refused).toBe('case.wrongStage')
    expect(codes(received(here, '2023-05-04').do('2023-05-04', 'accept').do('2023-05-05', 'pass'))).toEqual([1, 3, 11])
  })

  it('tells the two refusals apart: no permit needed (4) and not accepted (5)', () => {
    expect(codes(received(here, '2023-05-04').do('2023-05-04', 'sayNotRequired', { reason: 'x' }))).toEqual([1, 4])
    const refused = received(here, '2023-05-04').do('2023-05-04', 'refuseAcceptance', { reason: 'not ours' })
    expect(codes(refused)).toEqual([1, 5])
    expect(refused.state).toMatchObject({ stage: 'ended', ending: 'acceptanceRefused' })
  })

  it('may be withdrawn by the applicant until the decision, by nobody else', () => {
    expect(inHand(here, '2023-05-04').refusal('2023-05-05', 'withdraw', { reason: '' }, LI)?.refused).toBe(
      'case.wrongRole',
    )
    expect(codes(inHand(here, '2023-05-04').do('2023-05-05', 'withdraw', { reason: '' }))).toEqual([1, 3, 8, 2])
  })

  it('is recalled (14) or revoked (15) only after it was granted, by the head', () => {
    const granted = () => inHand(here, '2023-05-04').do('2023-05-08', 'pass')
    expect(granted().refusal('2023-06-01', 'recall', { reason: '' }, LI)?.refused).toBe('case.wrongRole')
    expect(codes(granted().do('2023-06-01', 'recall', { reason: 'the law changed' })).at(-1)).toBe(14)
    expect(codes(granted().do('2023-06-01', 'revoke', { ground: 'obtainedByDeceit' })).at(-1)).toBe(15)
    expect(inHand(here, '2023-05-04').refusal('2023-05-08', 'recall', { reason: '' })?.refused).toBe('case.wrongStage')
  })

  it('is delivered once', () => {
    const drive = inHand(here, '2023-05-04').do('2023-05-08', 'pass').do('2023-05-09', 'deliver', { number: '1' })
    expect(drive.refusal('2023-05-10', 'deliver', { number: '2' })?.refused).toBe('delivery.twice')
  })

  it('asks for the reason of an overrun, and keeps by how many days', () => {
    // Accepted on Thursday 2023-05-04, 20 working days end on 2023-05-31 (2023-05-06 was worked).
    const drive = inHand(here, '2023-05-04')
    expect(drive.refusal('2023-06-02', 'pass')).toMatchObject({ refused: 'decision.overrunUnexplained' })
    drive.do('2023-06-02', 'pass', { overrunReason: 'the expert was ill' })
    expect(drive.events.at(-1)).toMatchObject({
      lateWorkdays: 2,
      lateByPromise: 21,
      overrunReason: 'the expert was ill',
    })
  })
})

describe('who may do what from where', () => {
  const stages: Record<Stage, () => Drive> = {
    none: () => new Drive(here, 'B02'),
    received: () => received(here, '2023-05-04'),
    correcting: () => received(here, '2023-05-04').do('2023-05-05', 'askCorrection', { items: ['B02-form'] }),
    accepted: () => received(here, '2023-05-04').do('2023-05-04', 'accept'),
    handling: () => inHand(here, '2023-05-04'),
    granted: () => inHand(here, '2023-05-04').do('2023-05-05', 'pass'),
    ended: () => inHand(here, '2023-05-04').do('2023-05-05', 'withdraw', { reason: '' }),
  }

  it.each(Object.keys(FLOW) as CommandType[])('%s is refused at every stage that the table does not name', (type) => {
    for (const [stage, drive] of Object.entries(stages)) {
      const refused = drive().refusal('2023-05-08', type, {
        items: [],
        id: 'x',
        to: LI,
        signers: [],
        signer: LI,
      } as never)
      const isNamed = FLOW[type].from.includes(stage as Stage)
      expect(refused?.refused === 'case.wrongStage', `${type} at ${stage}`).toBe(!isNamed)
    }
  })

  it('refuses an officer of another agency, and says whose the case is', () => {
    const stranger = { role: 'officer', person: 'x', agency: 'housing' } as const
    const refusal = received(here, '2023-05-04').refusal('2023-05-04', 'accept', {}, stranger)
    expect(refusal).toMatchObject({ refused: 'case.wrongAgency' })
    expect(refusal?.says.zh).toContain('natural-resources')
  })

  it('refuses an act without its papers, by their names', () => {
    const answer = inHand(here, '2023-05-04').answer('2023-05-05', { type: 'pass', attached: [] })
    expect(isRefusal(answer) && answer.says).toMatchObject({ zh: expect.stringContaining('审查意见') })
  })

  it('takes what is entered afterwards on its own day, in order, and nothing from the future', () => {
    const drive = received(here, '2023-05-04').do('2023-05-08', 'accept')
    const late = drive.answer('2023-05-10', { type: 'startDepartment', on: day('2023-05-09') })
    expect(late).toMatchObject([{ type: 'departmentStarted', on: day('2023-05-09') }])
    const early = drive.answer('2023-05-10', { type: 'startDepartment', on: day('2023-05-05') })
    expect(early).toMatchObject({ refused: 'case.outOfOrder' })
    const future = drive.answer('2023-05-10', { type: 'startDepartment', on: day('2023-05-11') })
    expect(future).toMatchObject({ refused: 'case.inFuture' })
  })

  it('takes a time of day only where it is one', () => {
    const drive = received(here, '2023-05-04')
    expect(drive.answer('2023-05-04', { type: 'accept', clock: '25:00' })).toMatchObject({
      refused: 'case.noClockTime',
    })
    expect(drive.answer('2023-05-04', { type: 'accept', clock: '09:30' })).toMatchObject([{ clock: '09:30' }])
  })

  it('has no answer before the first calendar, and says so', () => {
    const before = new Drive(here, 'B02').refusal('2019-12-31', 'receive', {
      agency: 'natural-resources',
      applicant: 'c',
      required: { essential: [], deferrable: [] },
      handedIn: [],
    })
    expect(before?.refused).toBe('case.outsideCalendar')
  })

  it('lets a helper hand in corrections within the authorisation, never make a promise or withdraw', () => {
    const helper = { ...COMPANY, through: 'auth-1' }
    const authorisation = {
      id: 'auth-1',
      stages: [2],
      matters: [],
      acts: ['correct'],
      fromOn: day('2023-05-01'),
      untilOn: day('2023-12-31'),
      revokedOn: null,
    }
    const drive = received(here, '2023-05-04').do('2023-05-05', 'askCorrection', { items: ['B02-form'] })
    drive.given = { authorisation }
    expect(drive.refusal('2023-05-08', 'correct', { items: ['B02-form'] }, helper)).toBeUndefined()
    expect(drive.refusal('2023-05-08', 'withdraw', { reason: '' }, helper)?.refused).toBe('case.helperMayNot')
    drive.given = { authorisation: { ...authorisation, revokedOn: day('2023-05-08') } }
    expect(drive.refusal('2023-05-08', 'correct', { items: ['B02-form'] }, helper)?.refused).toBe('case.notAuthorised')
    drive.given = { authorisation: { ...authorisation, stages: [1] } }
    expect(drive.refusal('2023-05-08', 'correct', { items: ['B02-form'] }, helper)?.refused).toBe('case.notAuthorised')
    for (const narrower of [{ matters: ['A03'] }, { acts: ['supplement'] }]) {
      drive.given = { authorisation: { ...authorisation, ...narrower } }
      expect(drive.refusal('2023-05-08', 'correct', { items: ['B02-form'] }, helper)?.refused).toBe(
        'case.notAuthorised',
      )
    }
  })

  it('speaks both languages in every refusal that the table can give', () => {
    const refusal = stages.ended().refusal('2023-05-08', 'pass', {}, HEAD)
    expect(refusal?.says.zh).toMatch(/已了结.*准予/)
    expect(refusal?.says.en).toMatch(/ended.*grant/)
  })
})

describe('the one notice before acceptance 补正告知 (行政许可法 32(4))', () => {
  it('may be sent until the fifth working day after receipt, Mid-Autumn not counted', () => {
    const drive = received(here, '2022-09-09', { without: ['B02-scheme'] })
    expect(drive.refusal('2022-09-19', 'askCorrection', { items: ['B02-scheme'] })).toBeUndefined()
    const late = drive.refusal('2022-09-20', 'askCorrection', { items: ['B02-scheme'] })
    expect(late).toMatchObject({
      refused: 'correction.tooLate',
      basis: { text: { zh: expect.stringContaining('行政许可法') } },
    })
    expect(late?.says.zh).toContain('2022-09-19')
  })

  it('comes once: after the corrections there is no second', () => {
    const drive = received(here, '2022-09-09', { without: ['B02-scheme'] })
      .do('2022-09-13', 'askCorrection', { items: ['B02-scheme'] })
      .do('2022-09-14', 'correct', { items: ['B02-scheme'] })
    expect(drive.refusal('2022-09-15', 'askCorrection', { items: ['B02-form'] })?.refused).toBe('correction.onlyOnce')
    expect(drive.refusal('2022-09-15', 'accept')).toBeUndefined()
  })

  it('writes no national row, unlike a supplement after acceptance', () => {
    const drive = received(here, '2022-09-09', { without: ['B02-scheme'] }).do('2022-09-13', 'askCorrection', {
      items: ['B02-scheme'],
    })
    expect(codes(drive)).toEqual([1])
  })

  it('has to come on the spot for a land title, in three days for a discharge permit', () => {
    expect(
      received(here, '2022-09-13', { matter: 'A04' }).refusal('2022-09-14', 'askCorrection', { items: ['x'] })?.refused,
    ).toBe('correction.tooLate')
    const discharge = () => received(here, '2022-09-13', { matter: 'D14', variant: 'simplified' })
    expect(discharge().refusal('2022-09-16', 'askCorrection', { items: ['x'] })).toBeUndefined()
    expect(discharge().refusal('2022-09-19', 'askCorrection', { items: ['x'] })?.refused).toBe('correction.tooLate')
  })

  it('left out, the case counts as accepted as of receipt, even incomplete, and can no longer be refused', () => {
    const drive = received(here, '2022-09-09', { without: ['B02-scheme'] })
    expect(drive.refusal('2022-09-19', 'accept')?.refused).toBe('acceptance.essentialMissing')
    expect(drive.refusal('2022-09-20', 'refuseAcceptance', { reason: '' })?.refused).toBe('acceptance.alreadyByLapse')
    drive.do('2022-09-20', 'accept')
    expect(drive.events.at(-1)).toMatchObject({ type: 'accepted', byLapse: true, asOfOn: day('2022-09-09') })
  })
})

describe('a flow that another system reports', () => {
  it('is faulted where it decides without 3 or 8, ends what never began, or goes on after its end', () => {
    const rows = (...list: readonly number[]) => list.map((code, i) => ({ code: code as 1, on: i }))
    const places = (...list: readonly number[]) => flowFaults(rows(...list)).map((f) => f.row)
    expect(places(1, 3, 8, 6, 7, 9, 10, 11)).toEqual([])
    expect(places(1, 8, 11)).toEqual([])
    expect(places(1, 11)).toEqual([1])
    expect(places(1, 3, 7, 11)).toEqual([2])
    expect(places(1, 3, 9, 13)).toEqual([3])
    expect(places(1, 3, 13, 15)).toEqual([3])
    expect(places(1, 3, 12, 15)).toEqual([])
    expect(places(3, 11)).toEqual([0])
    expect(places(1, 14)).toEqual([1])
  })
})
