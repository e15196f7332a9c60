import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../actor.ts'
import { inHand, jintan, LI } from '../casework.fixture.ts'
import type { CaseState, KnownCase } from '../state.ts'
import { type Desk, owing } from './desk.ts'
import { VERBS } from './deskFlow.ts'

const here = await jintan(fs)
const seat = (person: string) => ({ person, agency: 'natural-resources' })
const actor = (person: string): Actor => ({ role: 'officer', ...seat(person) })
const desk = (state: CaseState): Desk => (state as KnownCase).desk
const people = (state: CaseState) => owing(desk(state)).map((s) => s.person)
const urged = () => inHand(here, '2023-05-04').do('2023-05-08', 'urge', { id: 'u1' })
const isUrged = (state: CaseState) => desk(state).reminders.some((r) => !r.isSettled)

describe('the verbs of the office', () => {
  it('转办 passes the case and the responsibility on, and its reminders stand against the new holder', () => {
    const { state } = urged().do('2023-05-09', 'transfer', { to: seat('zhao'), reason: 'leave' })
    expect(people(state)).toEqual(['zhao'])
    expect(desk(state).answerable.person).toBe('zhao')
    expect(isUrged(state)).toBe(true)
  })

  it('委派 passes the work on; whoever delegates stays answerable, even when the work moves again', () => {
    const drive = urged().do('2023-05-09', 'delegate', { to: seat('zhao'), reason: 'work' })
    drive.do('2023-05-09', 'transfer', { to: seat('qian'), reason: 'more' }, actor('zhao'))
    expect(people(drive.state)).toEqual(['qian'])
    expect(desk(drive.state).answerable.person).toBe('li')
  })

  it('代班: whoever stands in for a colleague on leave passes on and signs at that desk, and without that at no other', () => {
    const zhao = { ...actor('zhao'), inPlaceOf: 'li' }
    const drive = urged()
    expect(drive.refusal('2023-05-09', 'transfer', { to: seat('qian'), reason: 'x' }, actor('zhao'))?.refused).toBe(
      'desk.notHolder',
    )
    drive.do('2023-05-09', 'countersign', { signers: [seat('li')] }, zhao)
    drive.do('2023-05-09', 'sign', { agrees: true, opinion: '' }, zhao)
    expect(desk(drive.state).verdict).toBe('agreed')
    drive.do('2023-05-09', 'transfer', { to: seat('qian'), reason: 'x' }, zhao)
    expect(people(drive.state)).toEqual(['qian'])
    expect(drive.refusal('2023-05-09', 'transfer', { to: seat('sun'), reason: 'x' }, zhao)?.refused).toBe(
      'desk.notHolder',
    )
  })

  it('会签 needs all: one refusal ends it, and the case cannot be granted', () => {
    const drive = urged().do('2023-05-09', 'countersign', { signers: [seat('zhao'), seat('qian')] }, LI)
    expect(people(drive.state)).toEqual(['zhao', 'qian'])
    expect(drive.refusal('2023-05-09', 'pass')?.refused).toBe('decision.roundOpen')
    drive.do('2023-05-09', 'sign', { agrees: true, opinion: '' }, actor('zhao'))
    expect(people(drive.state)).toEqual(['qian'])
    expect(isUrged(drive.state)).toBe(true)
    drive.do('2023-05-10', 'sign', { agrees: false, opinion: 'setback' }, actor('qian'))
    expect(isUrged(drive.state)).toBe(false)
    expect(drive.refusal('2023-05-10', 'pass')?.refused).toBe('decision.roundRefused')
    expect(drive.refusal('2023-05-10', 'reject', { reason: 'setback' })).toBeUndefined()
  })

  it('或签 is decided by the first who signs', () => {
    const drive = urged()
      .do('2023-05-09', 'signByAny', { signers: [seat('zhao'), seat('qian')] }, LI)
      .do('2023-05-09', 'sign', { agrees: true, opinion: '' }, actor('qian'))
    expect(desk(drive.state).verdict).toBe('agreed')
    expect(drive.refusal('2023-05-09', 'sign', { agrees: true, opinion: '' }, actor('zhao'))?.refused).toBe(
      'desk.notASigner',
    )
    expect(drive.refusal('2023-05-09', 'pass')).toBeUndefined()
  })

  it('加签 adds one more to the signatures that are being asked, once', () => {
    const drive = urged().do('2023-05-09', 'countersign', { signers: [seat('zhao')] }, LI)
    drive.do('2023-05-09', 'addSigner', { signer: seat('sun') }, actor('zhao'))
    expect(people(drive.state)).toEqual(['zhao', 'sun'])
    expect(drive.refusal('2023-05-09', 'addSigner', { signer: seat('sun') }, LI)?.refused).toBe('desk.signerTwice')
    expect(urged().refusal('2023-05-09', 'addSigner', { signer: seat('sun') }, LI)?.refused).toBe('desk.noRound')
  })

  it('退回 leads to the holder before, and a reminder survives it', () => {
    const drive = urged().do('2023-05-09', 'transfer', { to: seat('zhao'), reason: 'x' })
    drive.do('2023-05-09', 'sendBack', { reason: 'not mine' }, actor('zhao'))
    expect(people(drive.state)).toEqual(['li'])
    expect(isUrged(drive.state)).toBe(true)
  })

  it('退回 out of a round of signatures breaks the round off and leaves the case with whoever asked', () => {
    const drive = urged().do('2023-05-09', 'countersign', { signers: [seat('zhao'), seat('qian')] }, LI)
    drive.do('2023-05-09', 'sendBack', { reason: 'drawing missing' }, actor('qian'))
    expect(people(drive.state)).toEqual(['li'])
    expect(desk(drive.state).round).toBeNull()
    expect(drive.refusal('2023-05-09', 'pass')).toBeUndefined()
  })

  it('撤回 takes back what was passed on until the receiver has acted', () => {
    const passed = () => urged().do('2023-05-09', 'transfer', { to: seat('zhao'), reason: 'x' })
    expect(people(passed().do('2023-05-09', 'takeBack', {}, LI).state)).toEqual(['li'])
    const acted = passed().do('2023-05-09', 'askSupplement', { id: 's1', items: [] }, actor('zhao'))
    expect(acted.refusal('2023-05-09', 'takeBack', {}, LI)?.refused).toBe('desk.nothingToTakeBack')
    expect(passed().refusal('2023-05-09', 'takeBack', {}, actor('zhao'))?.refused).toBe('desk.nothingToTakeBack')
  })

  it('催办 is settled by work on the case, and not sent twice under one id', () => {
    expect(urged().refusal('2023-05-08', 'urge', { id: 'u1' })?.refused).toBe('desk.reminderTwice')
    expect(isUrged(urged().do('2023-05-09', 'askSupplement', { id: 's1', items: [] }).state)).toBe(false)
  })

  it('stay within the agency: another one is asked by joint review', () => {
    const to = { person: 'wu', agency: 'housing' }
    expect(urged().refusal('2023-05-09', 'transfer', { to, reason: '' })?.refused).toBe('desk.otherAgency')
  })

  it('are the holder’s: nobody else passes a case on', () => {
    const refusal = urged().refusal('2023-05-09', 'transfer', { to: seat('sun'), reason: '' }, actor('zhao'))
    expect(refusal?.refused).toBe('desk.notHolder')
  })

  it('stop no clock and write no national row, each leaves its trace', () => {
    const drive = urged()
    const rows = drive.state.stage === 'handling' ? drive.state.rows.length : 0
    const before = drive.clock('2023-05-12')
    drive
      .do('2023-05-09', 'transfer', { to: seat('zhao'), reason: 'x' })
      .do('2023-05-10', 'sendBack', { reason: 'y' }, actor('zhao'))
      .do('2023-05-10', 'countersign', { signers: [seat('sun')] }, LI)
    expect(drive.clock('2023-05-12')).toEqual(before)
    expect(drive.state.stage === 'handling' && drive.state.rows.length).toBe(rows)
    expect(drive.events.slice(-3).map((e) => e.type)).toEqual(['transferred', 'sentBack', 'roundOpened'])
    expect(Object.values(VERBS).every((v) => v.clock === 'runs')).toBe(true)
  })
})
