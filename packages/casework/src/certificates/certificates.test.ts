import * as fs from 'node:fs'
import { type Day, day } from '@kaigong/calendar'
import type { District } from '@kaigong/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jintan } from '../casework.fixture.ts'
import type { Formal, PreReview } from '../tracks/preReview.ts'
import { decideLandDay, type LandDayInput, type WantedCertificate } from './landDay.ts'
import { formatNumber, numberFault, seriesKey, seriesOn } from './number.ts'

const here = await jintan(fs)

describe('certificate numbers (domain 3.6)', () => {
  const fault = (matter: string, number: string, issuedOn: string, areas = ['320413']) =>
    numberFault(here.district, number, { matter, issuedOn: day(issuedOn), areas })

  it.each([
    ['A03', '地字第4403062023YG0053374号', '2023-12-20', '440306'],
    ['A03', '地字第3301092025YG0075544号', '2025-03-01', '330109'],
    ['B02', '建字第3205002025GG0012539号', '2025-01-21', '320500'],
    ['C07', '340102202506090101', '2025-06-09', '340102'],
    ['C07', '320623202004020101', '2020-04-02', '320623'],
    ['C07p', '360121202512100101', '2025-12-10', '360121'],
    ['A03', '地字第320413202200032号', '2022-09-13', '320413'],
    ['B02', '建字第320623202000006号', '2020-04-02', '320623'],
  ])('takes the published %s %s of %s', (matter, number, on, area) => {
    expect(fault(matter, number, on, [area])).toBeNull()
  })

  it('takes a title of Jintan with brackets of either width', () => {
    expect(fault('A04', '苏(2022)金坛区不动产权第0001234号', '2022-09-14')).toBeNull()
    expect(fault('A04', '苏（2022）金坛区不动产权第0001234号', '2022-09-14')).toBeNull()
    expect(fault('A04', '苏(2022)武进区不动产权第0001234号', '2022-09-14')).not.toBeNull()
  })

  it('refuses the new form before 2023-12 and the old one after it', () => {
    expect(fault('A03', '地字第3204132022YG0000032号', '2022-09-13')?.zh).toContain('格式')
    expect(fault('A03', '地字第320413202400032号', '2024-01-05')?.zh).toContain('格式')
  })

  it('refuses a number of another office, another year, another day, and says which', () => {
    expect(fault('C07', '340102202209190101', '2022-09-19')?.zh).toContain('340102')
    expect(fault('A03', '地字第320413202100032号', '2022-09-13')?.zh).toContain('2021')
    expect(fault('C07', '320413202209200101', '2022-09-19')?.en).toContain('20220920')
  })

  it('says nothing of documents for which the district has no series', () => {
    expect(fault('A12', 'whatever', '2022-09-19')).toBeNull()
  })

  it('are written in the form of their day', () => {
    const give = (matter: string, on: string, sequence: number) =>
      formatNumber(seriesOn(here.district, matter, day(on))[0]!, { area: '320413', issuedOn: day(on), sequence })
    expect(give('A03', '2022-09-13', 32)).toBe('地字第320413202200032号')
    expect(give('A03', '2024-01-05', 32)).toBe('地字第3204132024YG0000032号')
    expect(give('C07', '2022-09-19', 1)).toBe('320413202209190101')
    expect(give('A04', '2022-09-14', 1234)).toBe('苏(2022)金坛区不动产权第0001234号')
    expect(give('C07', '2022-09-19', 100)).toBeNull()
  })

  it('count by area and year, a construction permit by area and day', () => {
    const key = (matter: string, on: string) =>
      seriesKey(seriesOn(here.district, matter, day(on))[0]!, '320413', day(on))
    expect(key('B02', '2024-01-05')).toBe('B02 320413 2024')
    expect(key('C07p', '2022-09-19')).toBe('C07 320413 20220919')
  })

  it('pass their own check, whatever the matter, day and place in the series', () => {
    const days = fc.integer({ min: day('2020-01-01'), max: day('2027-12-31') }).map((d) => d as Day)
    fc.assert(
      fc.property(
        fc.constantFrom('A03', 'A04', 'B02', 'C07'),
        days,
        fc.integer({ min: 1, max: 99 }),
        (matter, on, sequence) => {
          const number = formatNumber(seriesOn(here.district, matter, on)[0]!, {
            area: '320413',
            issuedOn: on,
            sequence,
          })
          expect(numberFault(here.district, number!, { matter, issuedOn: on, areas: ['320413'] })).toBeNull()
        },
      ),
    )
  })
})

describe('the conversion on the land day 核对转正式', () => {
  const formal: Formal = {
    on: day('2022-09-14'),
    winner: 'company',
    projectCompany: null,
    parcelSha256: 'parcel',
    conditionsSha256: 'conditions',
    drawingsSha256: 'v1',
    insubstantialBy: null,
    essential: ['form'],
    handedIn: ['form'],
    hasBrokenPromise: false,
  }
  const agreed = (matter: string): PreReview => ({
    stage: 'agreed',
    id: `pre-${matter}`,
    matter,
    applicant: 'company',
    parcelSha256: 'parcel',
    conditionsSha256: 'conditions',
    versions: ['v1'],
    opinions: [],
    validUntilOn: day('2023-02-15'),
    formalNumber: null,
  })
  const wanted = (matter: string, change: Partial<Formal> = {}): WantedCertificate => ({
    matter,
    preReview: matter === 'A04' ? null : agreed(matter),
    formal: { ...formal, ...change },
  })
  const reached: Readonly<Record<string, string>> = {
    'P10 step:deal': '2022-09-09',
    'P10 step:contract': '2022-09-09',
    'P11 issued': '2022-09-13',
    'C02 issued': '2022-09-01',
  }
  const ask = (
    change: Partial<LandDayInput> = {},
    known = reached,
    district: Pick<District, 'gateAt'> = here.district,
  ) =>
    decideLandDay(
      {
        on: day('2022-09-14'),
        landBasis: 'transaction',
        // In no order at all.
        certificates: ['C07', 'C01', 'B02', 'A04', 'A03'].map((m) => wanted(m)),
        reachedOn: (matter, point) =>
          known[`${matter} ${point}`] === undefined ? null : day(known[`${matter} ${point}`]!),
        applies: () => true,
        ...change,
      },
      here.catalogue,
      district,
    )
  const rules = (decision: ReturnType<typeof ask>) =>
    decision.ready ? [] : decision.missing.map((m) => `${m.matter} ${m.rule}`)

  it('issues all of them, each after what it rests on: A03, A04, B02, C01, C07', () => {
    const decision = ask()
    expect(decision.ready && decision.issue.map((i) => i.matter)).toEqual(['A03', 'A04', 'B02', 'C01', 'C07'])
    expect(decision.ready && decision.issue.map((i) => i.preReviewId)).toEqual([
      'pre-A03',
      null,
      'pre-B02',
      'pre-C01',
      'pre-C07',
    ])
  })

  it('issues nothing when anything is missing, and names all of it at once', () => {
    const certificates = [
      wanted('A03', { winner: 'stranger' }),
      wanted('A04', { handedIn: [] }),
      wanted('B02', { drawingsSha256: 'v2' }),
      wanted('C01'),
      wanted('C07'),
    ]
    const decision = ask({ certificates })
    expect(rules(decision)).toEqual(['A03 same-applicant', 'A04 essentials-complete', 'B02 same-drawings'])
  })

  it('gives no title before the deed tax is paid, and none of the others with it', () => {
    const { 'P11 issued': paid, ...rest } = reached
    expect(paid).toBe('2022-09-13')
    expect(rules(ask({}, rest as typeof reached))).toEqual(['A04 title-after-payment'])
  })

  it('gives special works no construction permit before the fire design has passed', () => {
    const { 'C02 issued': fire, ...rest } = reached
    expect(fire).toBe('2022-09-01')
    expect(rules(ask({}, rest as typeof reached))).toEqual(['C07 permit-after-planning-and-drawings'])
    expect(ask({ applies: (m) => m !== 'C02' }, rest as typeof reached).ready).toBe(true)
  })

  it('waits for the land, on the basis by which the district counts', () => {
    const { 'P10 step:deal': deal, ...rest } = reached
    expect(deal).toBe('2022-09-09')
    expect(rules(ask({}, rest as typeof reached))).toEqual(['P10 land-event'])
    expect(rules(ask({ landBasis: 'handover' }))).toEqual(['P10 land-event'])
    expect(ask({ landBasis: 'handover' }, { ...reached, 'P12 issued': '2022-09-13' })).toMatchObject({
      landOn: day('2022-09-13'),
    })
    // The title is among what is issued today, and then today is the land day.
    expect(ask({ landBasis: 'title' })).toMatchObject({ ready: true, landOn: day('2022-09-14') })
  })

  it('waits for the EIA too where the district wants it before the permit, not where it gates the start alone', () => {
    const gateAt = here.district.gateAt.map((g) => ({ ...g, gate: 'C07' as const }))
    const strict = (known: Readonly<Record<string, string>>) => rules(ask({}, known, { gateAt }))
    expect(strict(reached)).toEqual(['C07 gateAt', 'C07 gateAt', 'C07 gateAt'])
    const done = { 'A05 issued': '2022-09-01', 'A06 issued': '2022-09-01', 'A07 issued': '2022-09-01' }
    expect(strict({ ...reached, ...done })).toEqual([])
  })

  it('forgets none of the four, but takes a phased permit for the construction permit', () => {
    const without = ['A03', 'A04', 'B02', 'C01'].map((m) => wanted(m))
    expect(rules(ask({ certificates: without }))).toEqual(['C07 four-certificates'])
    expect(ask({ certificates: [...without, wanted('C07p')] }).ready).toBe(true)
  })

  it('issues nothing twice', () => {
    expect(rules(ask({}, { ...reached, 'A03 issued': '2022-09-13' }))).toEqual(['A03 issued'])
  })

  it('never lets a certificate go before one on which it rests, whatever set is asked for', () => {
    const sets = fc.shuffledSubarray(['A03', 'A04', 'B02', 'C01', 'C07', 'C07p'])
    fc.assert(
      fc.property(sets, (set) => {
        const known = Object.fromEntries(
          ['A03', 'A04', 'B02', 'C01', 'C07'].filter((m) => !set.includes(m)).map((m) => [`${m} issued`, '2022-09-13']),
        )
        const decision = ask({ certificates: set.map((m) => wanted(m)) }, { ...reached, ...known })
        expect(rules(decision)).toEqual([])
        const order = decision.ready ? decision.issue.map((i) => i.matter) : []
        for (const { later, earlier } of here.catalogue.conversion.invariants) {
          for (const e of earlier) {
            if (order.includes(later.matter) && order.includes(e.matter))
              expect(order.indexOf(e.matter)).toBeLessThan(order.indexOf(later.matter))
          }
        }
        expect([...order].sort()).toEqual([...set].sort())
      }),
    )
  })
})
