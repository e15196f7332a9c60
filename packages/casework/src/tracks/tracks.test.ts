import * as fs from 'node:fs'
import { type Day, day, isoDate } from '@kaigong/calendar'
import type { Condition } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { inHand, jintan, received } from '../casework.fixture.ts'
import { exemption } from './exemption.ts'
import { firstStart, phaseFault } from './phasedPermit.ts'
import {
  evolvePreReview,
  type Formal,
  lapse,
  opine,
  type PreReview,
  type PreReviewEvent,
  replaceDrawings,
  requestPreReview,
  unmetConditions,
} from './preReview.ts'

const here = await jintan(fs)
const badCredit = (c: Condition) => !('fact' in c && c.fact === 'goodCredit')

describe('tolerance 容缺受理 (domain 2.4)', () => {
  const missing = () => received(here, '2022-09-08', { without: ['B02-daylight', 'B02-rendering'] })
  const accepted = () => missing().do('2022-09-08', 'acceptWithTolerance', { dueOn: day('2022-09-09') })

  it('takes a case without its △ materials on a written promise, ★ ones never', () => {
    expect(missing().refusal('2022-09-08', 'accept')?.refused).toBe('acceptance.deferrableMissing')
    expect(accepted().state).toMatchObject({
      stage: 'accepted',
      track: 'tolerance',
      tolerance: { outstanding: ['B02-daylight', 'B02-rendering'], dueOn: day('2022-09-09') },
    })
    const essential = received(here, '2022-09-08', { without: ['B02-form'] })
    expect(essential.refusal('2022-09-08', 'acceptWithTolerance', { dueOn: day('2022-09-09') })?.refused).toBe(
      'acceptance.essentialMissing',
    )
  })

  it('is never for what the law makes a condition, and says which article', () => {
    const refusal = received(here, '2022-09-08', { without: ['B02-scheme'] }).refusal(
      '2022-09-08',
      'acceptWithTolerance',
      { dueOn: day('2022-09-09') },
    )
    expect(refusal?.refused).toBe('tolerance.neverFor')
    expect(refusal?.basis?.text.zh).toContain('城乡规划法')
  })

  it('sets a day no later than that by which the matter is promised', () => {
    expect(missing().refusal('2022-09-08', 'acceptWithTolerance', { dueOn: day('2022-09-13') })?.refused).toBe(
      'tolerance.dueTooLate',
    )
  })

  it('is closed to whoever broke trust', () => {
    const drive = missing()
    drive.given = { holds: badCredit }
    expect(drive.refusal('2022-09-08', 'acceptWithTolerance', { dueOn: day('2022-09-09') })?.refused).toBe(
      'tolerance.notTrusted',
    )
  })

  it('issues nothing before all is in: the catalogue does not issue first', () => {
    const drive = accepted()
    expect(drive.refusal('2022-09-08', 'pass')?.refused).toBe('decision.outstanding')
    expect(drive.refusal('2022-09-08', 'passWithTolerance')?.refused).toBe('decision.completeFirst')
    drive.do('2022-09-09', 'supplyDeferred', { items: ['B02-daylight', 'B02-rendering'] })
    expect(drive.refusal('2022-09-09', 'pass')).toBeUndefined()
  })

  it('pauses when it is overdue, resumes when all is in within 15 working days, and is returned after that', () => {
    const drive = accepted()
    expect(drive.refusal('2022-09-09', 'noteToleranceOverdue')?.refused).toBe('tolerance.notOverdue')
    drive.do('2022-09-13', 'noteToleranceOverdue')
    expect(drive.clock('2022-09-16').hand).toBe('standing')
    // 15 working days after 2022-09-13: over National Day to Sunday 2022-10-09, which was worked.
    expect(drive.refusal('2022-10-09', 'returnApplication', { reason: 'tooLate' })?.refused).toBe(
      'tolerance.mayStillSupply',
    )
    expect(drive.refusal('2022-10-09', 'supplyDeferred', { items: ['B02-daylight'] })).toBeUndefined()
    expect(drive.refusal('2022-10-10', 'supplyDeferred', { items: ['B02-daylight'] })?.refused).toBe(
      'tolerance.tooLate',
    )
    drive.do('2022-10-10', 'returnApplication', { reason: 'tooLate' })
    expect(drive.state).toMatchObject({ stage: 'ended', ending: 'returned' })
    expect(drive.events.at(-1)).toMatchObject({ type: 'creditRecorded', reason: 'toleranceBroken' })
  })

  it('stays paused by a part of what is owed, and resumes with the rest', () => {
    const drive = accepted().do('2022-09-13', 'noteToleranceOverdue')
    drive.do('2022-09-14', 'supplyDeferred', { items: ['B02-daylight'] })
    expect(drive.clock('2022-09-15').hand).toBe('standing')
    drive.do('2022-09-15', 'supplyDeferred', { items: ['B02-rendering'] })
    expect(drive.clock('2022-09-16')).toMatchObject({ hand: 'running', statutory: { elapsed: 3 } })
  })

  it('ends at once where the supplement is unfit', () => {
    expect(accepted().do('2022-09-09', 'returnApplication', { reason: 'unfit' }).state).toMatchObject({
      ending: 'returned',
    })
  })
})

describe('commitment 告知承诺 (domain 2.5)', () => {
  const soil = () => received(here, '2023-05-04', { matter: 'A07', variant: 'table' })

  it('decides a soil and water form on acceptance and owes an inspection within 60 days', () => {
    const drive = soil().do('2023-05-04', 'acceptOnCommitment')
    expect(drive.state.stage === 'granted' && drive.state.rows.map((r) => r.code)).toEqual([1, 3, 8, 11])
    expect(drive.state.stage === 'granted' && isoDate(drive.state.inspectionDueOn!)).toBe('2023-07-03')
  })

  it('is revoked with a credit record once the inspection has found it untrue, not before', () => {
    const drive = soil().do('2023-05-04', 'acceptOnCommitment')
    expect(drive.refusal('2023-06-01', 'revoke', { ground: 'commitmentUntrue' })?.refused).toBe('revocation.notProved')
    drive.do('2023-06-01', 'inspect', { true: false }).do('2023-06-02', 'revoke', { ground: 'commitmentUntrue' })
    expect(drive.state).toMatchObject({ stage: 'ended', ending: 'revoked' })
    expect(drive.events.at(-1)).toMatchObject({ type: 'creditRecorded' })
  })

  it('is no track for a soil and water report, an engineering permit, or an applicant in bad credit', () => {
    const book = received(here, '2023-05-04', { matter: 'A07', variant: 'book' })
    expect(book.refusal('2023-05-04', 'acceptOnCommitment')?.refused).toBe('commitment.notOpen')
    expect(received(here, '2023-05-04').refusal('2023-05-04', 'acceptOnCommitment')?.refused).toBe('commitment.notOpen')
    const drive = soil()
    drive.given = { holds: badCredit }
    expect(drive.refusal('2023-05-04', 'acceptOnCommitment')?.refused).toBe('tolerance.notTrusted')
  })

  it('decides an EIA form on commitment within its ten working days, not at once, and inspects afterwards', () => {
    const drive = received(here, '2023-05-04', { matter: 'A06', variant: 'table' }).do(
      '2023-05-04',
      'acceptOnCommitment',
    )
    expect(drive.state.stage).toBe('accepted')
    expect(isoDate(drive.clock('2023-05-04').promised!.deadlineOn!)).toBe('2023-05-17')
    drive.do('2023-05-16', 'pass')
    expect(drive.state.stage === 'granted' && isoDate(drive.state.inspectionDueOn!)).toBe('2023-08-16')
  })

  it('owes no inspection on any other track', () => {
    const drive = inHand(here, '2023-05-04').do('2023-05-05', 'pass')
    expect(drive.refusal('2023-06-01', 'inspect', { true: true })?.refused).toBe('inspection.notOwed')
  })
})

describe('pre-review 模拟审批 and its conversion (domain 2.3)', () => {
  const of = {
    id: 'pre-1',
    matter: 'B02',
    applicant: 'company',
    parcelSha256: 'parcel',
    conditionsSha256: 'conditions',
  }
  const B02 = here.matter('B02')
  const opinion = {
    agency: 'natural-resources',
    signedBy: 'li',
    on: day('2022-08-15'),
    drawingsSha256: 'v1',
    verdict: 'agrees',
    text: '',
  } as const
  const after = (...events: readonly (PreReviewEvent | { readonly refused: string })[]): PreReview =>
    events.reduce<PreReview>(
      (state, e) => {
        if ('refused' in e) throw new Error(e.refused)
        return evolvePreReview(state, e)
      },
      { stage: 'none' },
    )
  const requested = requestPreReview({ stage: 'none' }, { ...of, drawingsSha256: 'v1', on: day('2022-08-01') }, B02)
  const open = after(requested)
  const agreed = evolvePreReview(open, opine(open, opinion, B02, here.calendar) as PreReviewEvent)
  const formal: Formal = {
    on: day('2022-09-13'),
    winner: 'company',
    projectCompany: null,
    parcelSha256: 'parcel',
    conditionsSha256: 'conditions',
    drawingsSha256: 'v1',
    insubstantialBy: null,
    essential: ['B02-form'],
    handedIn: ['B02-form'],
    hasBrokenPromise: false,
  }
  const unmet = (change: Partial<Formal>, state = agreed) =>
    unmetConditions(state, { ...formal, ...change }, here.catalogue).map((u) => u.condition)

  it('becomes the formal document when all five conditions hold', () => {
    expect(unmet({})).toEqual([])
  })

  it('fails each of the five by itself', () => {
    expect(unmet({ winner: 'stranger' })).toEqual(['same-applicant'])
    expect(unmet({ conditionsSha256: 'others' })).toEqual(['same-conditions'])
    expect(unmet({ drawingsSha256: 'v2' })).toEqual(['same-drawings'])
    expect(unmet({ handedIn: [] })).toEqual(['essentials-complete'])
    expect(unmet({ hasBrokenPromise: true })).toEqual(['promise-kept'])
  })

  it('accepts as winner the project company to which the filing was changed, and drawings changed in nothing that matters', () => {
    expect(unmet({ winner: 'project company', projectCompany: 'project company' })).toEqual([])
    expect(unmet({ winner: 'project company', projectCompany: null })).toEqual(['same-applicant'])
    expect(unmet({ drawingsSha256: 'v2', insubstantialBy: 'li' })).toEqual([])
  })

  it('expires: six months after the opinion the formal review is run', () => {
    expect(agreed.stage === 'agreed' && isoDate(agreed.validUntilOn!)).toBe('2023-02-15')
    expect(unmet({ on: day('2023-02-15') })).toEqual([])
    expect(unmet({ on: day('2023-02-16') })).toEqual(['validity'])
    expect(lapse(agreed, day('2023-02-15'), 'expired')).toMatchObject({ refused: 'preReview.notOpen' })
    expect(lapse(agreed, day('2023-02-16'), 'expired')).toMatchObject({ type: 'preReviewLapsed' })
  })

  it('is reviewed again when the drawings are replaced, and takes no opinion on the old ones', () => {
    const replaced = evolvePreReview(agreed, replaceDrawings(agreed, 'v2', day('2022-08-20')) as PreReviewEvent)
    expect(unmet({ drawingsSha256: 'v2' }, replaced)).toEqual(['opinion'])
    expect(opine(replaced, opinion, B02, here.calendar)).toMatchObject({ refused: 'preReview.otherVersion' })
  })

  it('names what else is missing while the opinion is awaited, and what can be known of it before it is requested', () => {
    expect(unmet({ winner: 'stranger', drawingsSha256: 'v2', handedIn: [] }, open)).toEqual([
      'opinion',
      'same-applicant',
      'same-drawings',
      'essentials-complete',
    ])
    expect(unmet({ winner: 'stranger', handedIn: [] }, { stage: 'none' })).toEqual(['opinion', 'essentials-complete'])
  })

  it('lapses when the land is not won, and then gives nothing', () => {
    const lapsed = evolvePreReview(agreed, lapse(agreed, day('2022-09-09'), 'landNotWon') as PreReviewEvent)
    expect(unmet({}, lapsed)).toEqual(['opinion'])
    expect(replaceDrawings(lapsed, 'v3', day('2022-09-10'))).toMatchObject({ refused: 'preReview.over' })
  })

  it('is not open for formal approvals such as the EIA', () => {
    const request = { ...of, matter: 'A06', drawingsSha256: 'v1', on: day('2022-08-01') }
    expect(requestPreReview({ stage: 'none' }, request, here.matter('A06'))).toMatchObject({
      refused: 'preReview.notThisTrack',
    })
  })
})

describe('exemption by regional assessment 区域评估 (domain 2.6)', () => {
  const ask = (assessments: readonly string[], on: string) =>
    exemption(here.catalogue, here.district, 'A10', { assessments, on: day(on) }, () => false)

  it('gives the approval number of the assessment, on a site that it covers while it is in force', () => {
    expect(ask(['JT-geo-hazard'], '2026-12-31')).toMatchObject({ approvalNo: expect.stringContaining('1号') })
    expect(ask(['JT-geo-hazard'], '2027-01-01')).toBeNull()
    expect(ask([], '2023-01-01')).toBeNull()
    expect(ask(['JT-seismic'], '2023-01-01')).toBeNull()
  })
})

describe('phased construction permits 分阶段施工许可 (domain 2.8)', () => {
  const piling = { project: 'p', unitWorks: ['1#', '2#'], phase: 'piling', issuedOn: day('2022-09-19') } as const
  const want = (phase: Parameters<typeof phaseFault>[1]['phase'], unitWorks = ['1#']) =>
    phaseFault([piling], { project: 'p', unitWorks, phase })

  it('go upwards from piling, may skip the pit, and end with the whole', () => {
    expect(want('belowGround')).toBeNull()
    expect(want('whole')).toBeNull()
    expect(want('piling', ['3#'])).toBeNull()
  })

  it('come neither twice nor after a later one for the same works', () => {
    expect(want('piling')?.zh).toContain('1# 已领取“桩基”')
    const whole = { ...piling, phase: 'whole' } as const
    expect(phaseFault([whole], { project: 'p', unitWorks: ['2#'], phase: 'aboveGround' })).not.toBeNull()
    expect(phaseFault([whole], { project: 'q', unitWorks: ['2#'], phase: 'aboveGround' })).toBeNull()
  })

  it('count as a start with the first permit and builders on site', () => {
    const later = { ...piling, phase: 'whole', issuedOn: day('2022-10-20') } as const
    expect(firstStart([later, piling], null)).toBeNull()
    expect(firstStart([later, piling], day('2022-10-08') as Day)).toBe(piling)
  })
})
