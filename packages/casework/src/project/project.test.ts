import * as fs from 'node:fs'
import { type Day, day, isoDate } from '@kaigong/calendar'
import { type FactValue, judge } from '@kaigong/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inHand, jintan, received } from '../casework.fixture.ts'
import type { CaseEvent } from '../event.ts'
import { evolveJoint, NO_JOINT } from '../joint/jointState.ts'
import { askGate, exceptGate, type GateFacts, threeSimultaneities } from './gate.ts'
import { caseObligations, dutyObligations, jointObligations } from './obligations.ts'
import { type Issued, permitDuties, spentBy } from './permitDuties.ts'
import { splitTime } from './timeSplit.ts'

const here = await jintan(fs)
const matters = new Map(here.catalogue.matters.map((m) => [m.id, m]))

/** A battery plant that needs a construction permit, an EIA form and an energy review, and of which the rest is answered with no. */
const PLANT: Readonly<Record<string, FactValue>> = {
  landSource: 'grant',
  newBuild: true,
  earlyPiling: false,
  investmentWan: 100_000,
  floorAreaM2: 50_000,
  eiaClass: 'table',
  energyTce: 20_000,
  landAreaHm2: 0.4,
  earthworkM3: 500,
  waterDirectAbstraction: false,
  nearRiver: false,
  inFloodZone: false,
  relicsZone: false,
  hazardChem: 'none',
  hazardChemByproduct: false,
}
const facts = (issued: Readonly<Record<string, string>>, more: Partial<GateFacts> = {}, plant = PLANT): GateFacts => {
  const acceptedOn = () => '2022-08-01'
  return {
    on: day('2022-09-20'),
    judge: judge(matters, { fact: (id) => plant[id], assessed: () => false, acceptedOn }),
    reachedOn: (m) => (issued[m] === undefined ? null : day(issued[m])),
    acceptedOn: () => day('2022-08-01'),
    exempt: () => null,
    spent: () => null,
    exceptions: [],
    ...more,
  }
}
const ask = (f: GateFacts, opens = 'W04') => askGate(here.catalogue, 'G1', opens, f)
const missing = (f: GateFacts, opens = 'W04') => ask(f, opens).missing.map((m) => m.matter)

describe('may construction start? (G1)', () => {
  it('yes with the permit and every approval that applies, else what is missing with its article', () => {
    const some = ask(facts({ C07: '2022-09-19' }))
    expect(some.isOpen).toBe(false)
    expect(some.missing.map((m) => [m.matter, m.why])).toEqual([
      ['A06', 'notIssued'],
      ['A05', 'notIssued'],
    ])
    expect(some.missing[0]?.basis.text.zh).toContain('环境影响评价法')
    expect(ask(facts({ C07: '2022-09-19', A06: '2022-08-30', A05: '2022-08-20' })).isOpen).toBe(true)
  })

  it('asks the permit of the works, not of an installation in a building that stands', () => {
    expect(missing(facts({}))).toContain('C07')
    expect(missing(facts({}), 'W05')).not.toContain('C07')
  })

  it('names the facts that nobody has answered, and stays shut over them', () => {
    const { energyTce, ...rest } = PLANT
    expect(energyTce).toBe(20_000)
    const answer = ask(facts({ C07: '2022-09-19', A06: '2022-08-30' }, {}, rest))
    expect(answer.isOpen).toBe(false)
    expect(answer.missing[0]).toMatchObject({
      matter: 'A05',
      why: 'unknown',
      facts: expect.arrayContaining(['energyTce']),
    })
  })

  it('is opened by an exemption with its number, and by a leader’s exception with its policy; both show', () => {
    const issued = { C07: '2022-09-19', A06: '2022-08-30' }
    const says = { zh: '免予办理：演示〔2022〕1号', en: 'exempt' }
    const exempt = ask(facts(issued, { exempt: (m) => (m === 'A05' ? says : null) }))
    expect([exempt.isOpen, exempt.exempted]).toEqual([true, [{ matter: 'A05', says }]])
    const request = {
      on: day('2022-09-20'),
      gate: 'G1',
      matter: 'A05',
      by: 'leader',
      policy: { title: '改革试点方案', number: '常环复〔2025〕38号' },
      reason: 'pilot',
    } as const
    const shut = ask(facts(issued))
    expect(exceptGate(shut, request, 'other')).toMatchObject({ refused: 'gate.notLeader' })
    expect(exceptGate(shut, { ...request, policy: { title: 'x', number: '' } }, 'leader')).toMatchObject({
      refused: 'gate.noPolicy',
    })
    expect(exceptGate(shut, { ...request, matter: 'A08' }, 'leader')).toMatchObject({ refused: 'gate.notMissing' })
    const exception = exceptGate(shut, request, 'leader')
    if ('refused' in exception) throw new Error(exception.refused)
    const open = ask(facts(issued, { exceptions: [exception] }))
    expect([open.isOpen, open.excepted]).toEqual([true, [exception]])
  })

  it('is not opened by an approval that has run out', () => {
    const spent = { zh: '满 5 年', en: 'five years' }
    const answer = ask(
      facts(
        { C07: '2022-09-19', A06: '2017-08-30', A05: '2022-08-20' },
        { spent: (m) => (m === 'A06' ? spent : null) },
      ),
    )
    expect(answer.missing).toMatchObject([{ matter: 'A06', why: 'spent', says: spent }])
  })

  it('knows what it opens and nothing else', () => {
    expect(() => askGate(here.catalogue, 'G1', 'W08', facts({}))).toThrow('G1 does not open W08')
  })
})

describe('the six three-simultaneities 三同时', () => {
  it('are lists of what applies, with what is there', () => {
    const lists = threeSimultaneities(here.catalogue, facts({ A06: '2022-08-30' }))
    expect(lists.map((l) => l.id)).toContain('environment')
    expect(lists.find((l) => l.id === 'environment')?.items[0]).toEqual({
      phase: 'design',
      matter: 'A06',
      issuedOn: day('2022-08-30'),
    })
    // Too small for a soil and water plan: no such set.
    expect(lists.map((l) => l.id)).not.toContain('waterSoil')
  })
})

describe('what a permit leaves to be done', () => {
  const permit: Issued = {
    matter: 'C07',
    acceptedOn: day('2022-09-14'),
    issuedOn: day('2022-09-19'),
    startedOn: null,
    extensions: 0,
    suspendedOn: null,
    suspensionReportedOn: null,
    resumedOn: null,
    changedOn: null,
  }
  const duties = (change: Partial<Issued>, today = '2022-10-01') =>
    permitDuties(here.catalogue, { ...permit, ...change }, day(today), here.calendar)
  const told = (list: ReturnType<typeof duties>) => list.map((d) => [d.rule, isoDate(d.dueOn), d.state])

  it('starts works within three, six or nine months of the permit, extended twice at most (建筑法 9)', () => {
    expect(told(duties({}))).toEqual([
      ['C07-start', '2022-12-19', 'ahead'],
      ['C07-extend', '2022-12-19', 'ahead'],
    ])
    // Sunday 2023-03-19 rolls to Monday.
    expect(told(duties({ extensions: 1 }))[0]).toEqual(['C07-start', '2023-03-20', 'ahead'])
    expect(told(duties({ extensions: 2 }))).toEqual([['C07-start', '2023-06-19', 'ahead']])
    expect(told(duties({ startedOn: day('2022-10-08') }))).toEqual([['C07-start', '2022-12-19', 'met']])
  })

  it('lapses the permit when the time to start runs out', () => {
    expect(spentBy(duties({}, '2022-12-19'))).toBeNull()
    expect(spentBy(duties({}, '2022-12-20'))?.zh).toContain('2022-12-19')
    expect(spentBy(duties({ startedOn: day('2022-10-08') }, '2023-12-20'))).toBeNull()
  })

  it('reports a suspension within a month, and verifies the permit after a year of it (建筑法 10)', () => {
    const stopped = { startedOn: day('2022-10-08'), suspendedOn: day('2022-11-15') }
    expect(told(duties(stopped, '2023-01-01')).slice(1)).toEqual([
      ['C07-suspension', '2022-12-15', 'overdue'],
      ['C07-resume', '2023-11-15', 'ahead'],
    ])
    const resumed = { ...stopped, suspensionReportedOn: day('2022-11-20'), resumedOn: day('2023-03-01') }
    expect(told(duties(resumed, '2024-01-01')).map((d) => d[2])).toEqual(['met', 'met', 'met'])
  })

  it('examines an EIA again after five years, an energy review after two, and a changed project at once', () => {
    const eia = { ...permit, matter: 'A06' }
    expect(told(permitDuties(here.catalogue, eia, day('2022-10-01'), here.calendar))).toEqual([
      ['A06-five-years', '2027-09-19', 'ahead'],
    ])
    const changed = permitDuties(
      here.catalogue,
      { ...eia, changedOn: day('2023-05-04') },
      day('2023-05-05'),
      here.calendar,
    )
    expect(spentBy(changed)?.zh).toContain('重大变动')
    const energy = permitDuties(here.catalogue, { ...permit, matter: 'A05' }, day('2022-10-01'), here.calendar)
    expect(told(energy)).toEqual([['A05-validity', '2024-09-19', 'ahead']])
  })

  it('cites the code for an EIA accepted under it', () => {
    const late = { ...permit, matter: 'A06', acceptedOn: day('2026-09-01'), issuedOn: day('2026-09-30') }
    const [duty] = permitDuties(here.catalogue, late, day('2026-10-01'), here.calendar)
    expect(duty?.rule).toBe('A06-five-years-code')
    expect(duty?.basis.text.zh).toContain('生态环境法典')
  })

  it('is owed by the enterprise until it is met', () => {
    expect(dutyObligations(duties({}), 'company').map((o) => o.party)).toEqual(['company', 'company'])
    expect(dutyObligations(duties({ startedOn: day('2022-10-08') }), 'company')).toEqual([])
  })
})

describe('what a case leaves to be done', () => {
  const works = (termsOn: ReturnType<typeof received>['termsOn']) => ({
    calendar: here.calendar,
    hours: here.hours,
    termsOn,
  })
  const owed = (drive: ReturnType<typeof received>) =>
    caseObligations(drive.state, day('2023-05-10'), works(drive.termsOn)).map((o) => [
      o.kind,
      o.owner,
      o.dueOn && isoDate(o.dueOn),
    ])

  it('is the deferred materials of the company, the inspection and the delivery of the agency, each by its day', () => {
    const tolerated = received(here, '2023-05-04', { without: ['B02-daylight'] }).do(
      '2023-05-04',
      'acceptWithTolerance',
      {
        dueOn: day('2023-05-05'),
      },
    )
    expect(owed(tolerated)).toEqual([['deferredMaterials', 'enterprise', '2023-05-05']])
    const [first] = caseObligations(tolerated.state, day('2023-05-04'), works(tolerated.termsOn))
    const name = here.matter('B02').materials.find(({ id }) => id === 'B02-daylight')?.name
    expect(first?.says.zh).toBe(`补齐容缺材料：${name?.zh}。`)
    expect(owed(tolerated.do('2023-05-05', 'supplyDeferred', { items: ['B02-daylight'] }))).toEqual([])
    const promised = received(here, '2023-05-04', { matter: 'A07', variant: 'table' }).do(
      '2023-05-04',
      'acceptOnCommitment',
    )
    expect(owed(promised)).toEqual([
      ['inspection', 'government', '2023-07-03'],
      ['delivery', 'government', '2023-05-17'],
    ])
    promised.do('2023-05-05', 'deliver', { number: null }).do('2023-06-01', 'inspect', { true: true })
    expect(owed(promised)).toEqual([])
  })

  it('is what joint handling asked to be put right and the conditions under which it passed', () => {
    const on = day('2022-09-09')
    const asked = [{ agency: 'water', matter: 'A09', dueOn: on }]
    const opened = evolveJoint(NO_JOINT, {
      type: 'jointOpened',
      on,
      kind: 'review',
      lead: 'x',
      asked,
      drawingsSha256: null,
      limitOn: on,
    })
    const given = evolveJoint(opened, {
      type: 'opinionGiven',
      on,
      agency: 'water',
      verdict: 'agreesWithConditions',
      conditions: ['keep the embankment'],
      drawingsSha256: null,
    })
    expect(jointObligations(given, 'company')).toEqual([])
    const passed = evolveJoint(given, {
      type: 'summedUp',
      on,
      conclusion: 'passed',
      conditions: ['keep the embankment'],
      lateWorkdays: 0,
      overrunReason: null,
    })
    expect(jointObligations(passed, 'company')).toMatchObject([
      { kind: 'condition', says: { zh: 'keep the embankment' } },
    ])
  })
})

describe('whose time it was', () => {
  it('is the company’s from a notice to its answer, the reviewer’s in an intermediary’s procedure, else the government’s', () => {
    const drive = received(here, '2022-10-10')
      .do('2022-10-11', 'askCorrection', { items: ['x'] })
      .do('2022-10-13', 'correct', { items: ['x'] })
      .do('2022-10-14', 'accept')
      .do('2022-10-14', 'startDepartment')
      .do('2022-10-17', 'askSupplement', { id: 's1', items: [] })
      .do('2022-10-20', 'supplement', { id: 's1', items: [] })
      .do('2022-10-21', 'pass')
    const split = splitTime(drive.events, day('2022-12-01'), here.calendar, drive.termsOn)
    expect(split).toEqual({ enterprise: 5, utility: 0, intermediary: 0, government: 4 })
  })

  it('is the company’s where it holds the case up beside a procedure', () => {
    const drive = inHand(here, '2022-10-10')
      .do('2022-10-10', 'startProcedure', { id: 'p', procedure: 'hearing', workdays: 5, approvedBy: 'chief' })
      .do('2022-10-11', 'askSupplement', { id: 's', items: [] })
      .do('2022-10-12', 'supplement', { id: 's', items: [] })
    const split = splitTime(drive.events, day('2022-10-13'), here.calendar, drive.termsOn)
    expect(split).toEqual({ enterprise: 1, utility: 0, intermediary: 0, government: 2 })
  })

  it('adds up to all working days from receipt, whatever overlaps', () => {
    const span = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 15 }),
      fc.constantFrom('hearing', 'B02-experts', 's'),
    )
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const drive = inHand(here, '2022-10-10')
        const start = day('2022-10-10')
        const by = drive.events[0]!.by
        const events = spans.flatMap(([from, length, what], i): CaseEvent[] => {
          const on = (start + from) as Day
          const end = (on + length) as Day
          return what === 's'
            ? [
                { type: 'supplementAsked', on, by, id: `${i}`, items: [] },
                { type: 'supplemented', on: end, by, id: `${i}`, items: [] },
              ]
            : [
                {
                  type: 'procedureStarted',
                  on,
                  by,
                  id: `${i}`,
                  procedure: what,
                  clockEffect: 'pause',
                  workdays: 1,
                  approvedBy: '',
                },
                { type: 'procedureEnded', on: end, by, id: `${i}`, result: '' },
              ]
        })
        const history = [...drive.events, ...events.toSorted((a, b) => a.on - b.on)]
        const split = splitTime(history, day('2022-12-30'), here.calendar, drive.termsOn)
        // 10-11 to 12-30 of 2022 are 59 working days on the wall calendar.
        expect(Object.values(split).reduce((a, b) => a + b)).toBe(59)
      }),
    )
  })
})
