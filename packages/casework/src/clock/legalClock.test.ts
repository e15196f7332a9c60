import * as fs from 'node:fs'
import { day, isoDate, workCalendar } from '@kaigong/calendar'
import { describe, expect, it } from 'vitest'
import { Drive, HEAD, inHand, jintan, received } from '../casework.fixture.ts'
import { termsOf } from '../terms.ts'
import { legalClock } from './legalClock.ts'
import { deadlineMoved } from './newCalendar.ts'

const here = await jintan(fs)
const iso = (day: Parameters<typeof isoDate>[0] | null | undefined) => (day == null ? day : isoDate(day))
const deadline = (drive: Drive, on: string) => iso(drive.clock(on).statutory?.deadlineOn)

describe('the legal clock 法定时钟', () => {
  it('runs 20 working days from acceptance; the day of acceptance does not count (行政许可法 42, 82; 民法典 201)', () => {
    // The vector of the domain text, 2022-09-09 + 5 = 2022-09-19, lies on the way.
    const drive = inHand(here, '2022-09-09')
    expect(drive.clock('2022-09-19').statutory).toMatchObject({ elapsed: 5, remaining: 15, limit: 20, late: 0 })
    expect(deadline(drive, '2022-09-19')).toBe('2022-10-13')
    expect(drive.clock('2022-10-14').statutory).toMatchObject({ elapsed: 21, remaining: 0, late: 1 })
  })

  it.each([
    ['2022-09-30', 3, '2022-10-10'],
    ['2023-01-18', 5, '2023-01-30'],
    ['2023-09-28', 2, '2023-10-08'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-30', 3, '2026-10-10'],
  ])('has counted from %s exactly %i working days on %s (vectors of domain 3.9)', (on, days, until) => {
    expect(inHand(here, on).clock(until).statutory?.elapsed).toBe(days)
  })

  it('shows the promise beside the law, and the promise of Jintan’s demonstration for B02 is one working day', () => {
    const { promised, statutory } = inHand(here, '2022-09-09').clock('2022-09-09')
    expect(iso(promised?.deadlineOn)).toBe('2022-09-13')
    expect(iso(statutory?.deadlineOn)).toBe('2022-10-13')
  })

  it('is longer by an extension of the head, once, at most ten days, while the limit lasts; the promise is not', () => {
    const drive = inHand(here, '2022-09-09')
    const ask = { workdays: 10, reason: 'complex', approvedBy: 'chief' }
    expect(drive.refusal('2022-09-20', 'extend', { ...ask, workdays: 11 })?.refused).toBe('extension.tooLong')
    expect(drive.refusal('2022-10-14', 'extend', ask)?.refused).toBe('extension.tooLate')
    drive.do('2022-10-13', 'extend', ask)
    expect(deadline(drive, '2022-10-13')).toBe('2022-10-27')
    expect(iso(drive.clock('2022-10-13').promised?.deadlineOn)).toBe('2022-09-13')
    expect(drive.refusal('2022-10-13', 'extend', ask)?.refused).toBe('extension.onlyOnce')
  })

  it('gives 45 (+15) to joint handling, and the 15 only to the head of the government (行政许可法 42(2))', () => {
    const drive = new Drive(here, 'B02', undefined, 'joint')
    drive.events.push(...inHand(here, '2022-09-09').events)
    expect(drive.clock('2022-09-09').statutory?.limit).toBe(45)
    const ask = { workdays: 15, reason: 'complex', approvedBy: 'mayor' }
    expect(drive.refusal('2022-09-20', 'extend', ask)?.refused).toBe('extension.wrongHead')
    drive.do('2022-09-20', 'extend', ask, { role: 'government', person: 'mayor' })
    expect(drive.clock('2022-09-20').statutory).toMatchObject({ limit: 45, added: 15 })
  })

  it('does not extend what the special law gives no extension: the construction permit’s seven days', () => {
    const drive = inHand(here, '2022-09-13', { matter: 'C07' })
    expect(deadline(drive, '2022-09-13')).toBe('2022-09-22')
    expect(drive.refusal('2022-09-14', 'extend', { workdays: 1, reason: '', approvedBy: '' })?.refused).toBe(
      'extension.notAllowed',
    )
  })

  it('counts the construction permit from receipt, after a notice of corrections from their arrival', () => {
    const drive = received(here, '2022-09-13', { matter: 'C07' })
    expect(deadline(drive, '2022-09-13')).toBe('2022-09-22')
    drive.do('2022-09-14', 'askCorrection', { items: ['x'] })
    expect(drive.clock('2022-09-15').hand).toBe('waiting')
    drive.do('2022-09-19', 'correct', { items: ['x'] })
    expect(deadline(drive, '2022-09-19')).toBe('2022-09-28')
  })

  it('starts at receipt by itself once the time for a notice is over without one (行政许可法 32(4))', () => {
    const drive = received(here, '2022-09-09')
    expect(drive.clock('2022-09-19')).toMatchObject({ hand: 'waiting', byLapse: false })
    expect(iso(drive.clock('2022-09-19').noticeDueOn)).toBe('2022-09-19')
    const after = drive.clock('2022-09-20')
    expect(after).toMatchObject({ hand: 'running', byLapse: true })
    expect(iso(after.startOn)).toBe('2022-09-09')
    expect(after.statutory?.elapsed).toBe(6)
    expect(drive.do('2022-09-21', 'accept').clock('2022-09-20').statutory?.elapsed).toBe(6)
  })

  it('is decided on the spot where the law says at once', () => {
    expect(deadline(inHand(here, '2022-09-13', { matter: 'A01' }), '2022-09-13')).toBe('2022-09-13')
  })

  it('has no limit where the law sets none', () => {
    expect(inHand(here, '2022-09-13', { matter: 'B01' }).clock('2022-09-20').statutory).toBeNull()
  })

  it('takes the law in force on the day of acceptance: an EIA accepted in August 2026 cites the code from the 15th on', () => {
    const cited = (on: string) =>
      received(here, on, { matter: 'A06', variant: 'table' }).do(on, 'accept').clock(on).statutory?.basis.text.zh
    expect(cited('2026-08-14')).toContain('环境影响评价法')
    expect(cited('2026-08-17')).toContain('生态环境法典')
  })
})

describe('what stops the legal clock and what does not', () => {
  const expert = { id: 'p1', procedure: 'B02-experts', workdays: 5, approvedBy: 'chief' }

  it('leaves out an expert review from the day after its beginning to its end (行政许可法 45)', () => {
    const drive = inHand(here, '2022-10-10').do('2022-10-11', 'startProcedure', expert)
    expect(drive.clock('2022-10-13')).toMatchObject({ hand: 'standing', statutory: { elapsed: 1, deadlineOn: null } })
    drive.do('2022-10-14', 'endProcedure', { id: 'p1', result: 'passed' })
    expect(deadline(drive, '2022-10-14')).toBe('2022-11-10')
    const spans = drive.clock('2022-10-17').spans
    expect(spans.map((s) => [iso(s.afterOn), iso(s.untilOn), s.counts, s.days])).toEqual([
      ['2022-10-10', '2022-10-11', true, 1],
      ['2022-10-11', '2022-10-14', false, 0],
      ['2022-10-14', '2022-10-17', true, 1],
    ])
    expect(spans[1]?.basis[0]?.text.zh).toContain('行政许可法')
  })

  it('goes on during publicity and a site visit, which no law lets stop it (domain 3.8)', () => {
    for (const procedure of ['B02-publicity', 'B02-site', 'consultation', 'rectification']) {
      const drive = inHand(here, '2022-10-10').do('2022-10-11', 'startProcedure', { ...expert, procedure })
      expect(drive.clock('2022-10-14'), procedure).toMatchObject({ hand: 'running', statutory: { elapsed: 4 } })
    }
  })

  it('stops for consultation where the matter’s own law leaves it out: water abstraction (取水条例)', () => {
    const drive = inHand(here, '2022-10-10', { matter: 'A08' })
    drive.do('2022-10-11', 'startProcedure', { ...expert, procedure: 'consultation' })
    expect(drive.clock('2022-10-14').hand).toBe('standing')
  })

  it('counts a day once that two pauses leave out, and goes on only when both are over', () => {
    const drive = inHand(here, '2022-10-10')
      .do('2022-10-11', 'startProcedure', expert)
      .do('2022-10-12', 'askSupplement', { id: 's1', items: [] })
      .do('2022-10-14', 'endProcedure', { id: 'p1', result: '' })
    expect(drive.clock('2022-10-17').hand).toBe('standing')
    drive.do('2022-10-18', 'supplement', { id: 's1', items: [] })
    const { spans, statutory } = drive.clock('2022-10-19')
    expect(statutory?.elapsed).toBe(2)
    expect(spans[1]).toMatchObject({ counts: false, causes: [{ kind: 'procedure' }, { kind: 'supplement' }] })
  })

  it('is not revived by a pause that begins after the limit has run out', () => {
    const drive = inHand(here, '2022-09-13', { matter: 'C07' }).do('2022-09-26', 'startProcedure', {
      ...expert,
      procedure: 'hearing',
    })
    expect(deadline(drive, '2022-09-30')).toBe('2022-09-22')
  })

  it('refuses a procedure that nobody knows, and an extension in the guise of one', () => {
    const drive = inHand(here, '2022-10-10')
    expect(drive.refusal('2022-10-11', 'startProcedure', { ...expert, procedure: 'x' })?.refused).toBe(
      'procedure.unknown',
    )
    expect(drive.refusal('2022-10-11', 'startProcedure', { ...expert, workdays: -1 })?.refused).toBe(
      'procedure.badLength',
    )
    expect(drive.refusal('2022-10-11', 'startProcedure', { ...expert, procedure: 'extension' })?.refused).toBe(
      'procedure.notAnExtension',
    )
  })

  it('ends with the decision; what was granted is to be delivered within ten days (行政许可法 44)', () => {
    const drive = inHand(here, '2022-09-09').do('2022-09-30', 'pass')
    const { hand, statutory, delivery } = drive.clock('2022-12-01')
    expect([hand, statutory?.elapsed]).toEqual(['ended', 14])
    expect(iso(delivery?.dueOn)).toBe('2022-10-19')
    expect(
      inHand(here, '2022-09-09').do('2022-09-30', 'reject', { reason: '' }).clock('2022-12-01').delivery,
    ).toBeNull()
  })
})

describe('a limit that a law counts in days or months as they come', () => {
  const limited = (value: number, unitApplied: 'day' | 'month') => {
    const limit = {
      kind: 'days',
      value,
      unitAsWritten: '日',
      unitApplied,
      startEvent: 'accepted',
      source: { title: 'test' },
      confidence: 'synthetic',
    } as const
    const drive = inHand(here, '2022-09-05')
    return { drive, termsOn: termsOf(here.catalogue, here.district, { ...here.matter('B02'), limits: [limit] }) }
  }
  const due = ({ drive, termsOn }: ReturnType<typeof limited>) =>
    iso(legalClock(drive.events, { on: day('2022-09-08'), clock: null }, { ...here, termsOn }).statutory?.deadlineOn)

  it('rolls from a day off to the next working day (民法典 203), after the pauses', () => {
    expect(due(limited(19, 'day'))).toBe('2022-09-26')
    expect(due(limited(1, 'month'))).toBe('2022-10-08')
    const paused = limited(19, 'day')
    paused.drive
      .do('2022-09-06', 'askSupplement', { id: 's', items: [] })
      .do('2022-09-08', 'supplement', { id: 's', items: [] })
    // 2022-09-24 is a Saturday; two days later is Monday.
    expect(due(paused)).toBe('2022-09-26')
    const longer = limited(20, 'day')
    longer.drive
      .do('2022-09-06', 'askSupplement', { id: 's', items: [] })
      .do('2022-09-08', 'supplement', { id: 's', items: [] })
    expect(due(longer)).toBe('2022-09-27')
  })

  it('is not late on the day to which it rolled, needs no reason for a decision on it, and is late from there on', () => {
    const { drive, termsOn } = limited(19, 'day')
    const late = (on: string) =>
      legalClock(drive.events, { on: day(on), clock: null }, { ...here, termsOn }).statutory?.late
    // 2022-09-24 is a Saturday: the last day is Monday.
    expect(['2022-09-24', '2022-09-26', '2022-09-27'].map(late)).toEqual([0, 0, 1])
    drive.given = { termsOn }
    expect(drive.refusal('2022-09-27', 'pass')?.refused).toBe('decision.overrunUnexplained')
    expect(drive.refusal('2022-09-26', 'pass')).toBeUndefined()
  })

  it('shows its days as days, those of a limit in working days as working days', () => {
    const unit = (of: ReturnType<typeof limited>) =>
      legalClock(of.drive.events, { on: day('2022-09-08'), clock: null }, { ...here, termsOn: of.termsOn }).statutory
        ?.unit
    expect([unit(limited(19, 'day')), unit(limited(1, 'month'))]).toEqual(['day', 'day'])
    expect(inHand(here, '2022-09-05').clock('2022-09-08').statutory?.unit).toBe('workday')
  })
})

describe('a promise of a fraction of a working day', () => {
  const district = {
    ...here.district,
    promises: [
      {
        matter: 'B02',
        value: 0.5,
        unitAsWritten: '工作日' as const,
        unitApplied: 'workday' as const,
        source: { title: 'test' },
        confidence: 'synthetic' as const,
      },
    ],
  }
  const termsOn = termsOf(here.catalogue, district, here.matter('B02'))
  const at = (drive: Drive, on: string, clock: string | null) =>
    legalClock(drive.events, { on: day(on), clock }, { calendar: here.calendar, hours: here.hours, termsOn })

  it('is four office hours from the moment of acceptance: Friday 16:00 is Tuesday 10:00 after Mid-Autumn', () => {
    const drive = received(here, '2022-09-09').do('2022-09-09', 'accept', { clock: '16:00' })
    const { promised } = at(drive, '2022-09-13', '09:00')
    expect([iso(promised?.deadlineOn), promised?.deadlineClock]).toEqual(['2022-09-13', '10:00'])
    expect(promised?.elapsed).toBeCloseTo(3 / 8)
  })

  it('begins the next morning where the time of day is not known, and is left out by a pause like the law’s', () => {
    const drive = received(here, '2022-09-13').do('2022-09-13', 'accept').do('2022-09-13', 'startDepartment')
    expect(at(drive, '2022-09-13', null).promised?.deadlineClock).toBe('12:00')
    drive
      .do('2022-09-13', 'askSupplement', { id: 's1', items: [] })
      .do('2022-09-15', 'supplement', { id: 's1', items: [] })
    const { promised } = at(drive, '2022-09-15', null)
    expect([iso(promised?.deadlineOn), promised?.deadlineClock]).toEqual(['2022-09-16', '12:00'])
  })
})

describe('the edge of the published calendars', () => {
  it('makes a deadline provisional that lies in a year without a notice', () => {
    expect(inHand(here, '2026-11-02').clock('2026-11-02').isProvisional).toBe(false)
    expect(inHand(here, '2026-12-15').clock('2026-12-15').isProvisional).toBe(true)
  })

  it('moves a deadline by an event that says so when the notice of a year appears', () => {
    // The long Spring Festival of 2026 (02-15 to 02-23, worked off on 02-14 and 02-28) was not known a year earlier.
    const before = workCalendar(here.catalogue.calendars.filter((c) => c.year <= 2025))
    const news = { year: 2026, notice: '国务院办公厅通知', before, after: here.calendar }
    const drive = inHand(here, '2026-02-02')
    const move = (to: Drive) =>
      to.state.stage === 'none'
        ? null
        : deadlineMoved(to.state, news, { on: day('2026-02-03'), clock: null }, { ...here, termsOn: to.termsOn }, HEAD)
    const event = move(drive)
    expect(event?.type === 'calendarPublished' && [event.deadlineBeforeOn, event.deadlineAfterOn].map(iso)).toEqual([
      '2026-03-02',
      '2026-03-06',
    ])
    expect(move(inHand(here, '2025-06-03'))).toBeNull()
    expect(move(inHand(here, '2026-02-02').do('2026-02-03', 'pass'))).toBeNull()
  })
})
