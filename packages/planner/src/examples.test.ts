import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { given } from './catalogue.fixture.ts'
import { activity, answering, dayOf, earliest, gateDay, has, matter, planned, startingBy } from './plan.fixture.ts'

const { jintan, examples } = await given(fs)

describe('leased workshop, seen from Monday 2026-03-02', () => {
  const seen = planned(jintan, examples['leased-workshop'], startingBy('2026-03-02', '2026-06-30'))

  it('has neither land transaction nor planning, drawing, construction permits and works of a new building', () => {
    const never = 'P02 P09 P10 P11 P13 A03 A04 A07 B01 B02 B07 C01 C02 C03 C07 D01 D02 D08 W01 W02 W03 W04 W07'
    for (const id of never.split(' ')) expect(has(seen, id), id).toBe(false)
    expect(seen.certificates).toEqual([])
    expect(seen.land).toMatchObject({ day: null, given: false })
  })

  it('begins with the installation, once the EIA is approved', () => {
    expect(gateDay(seen, 'G1')).toBe(dayOf(activity(seen, 'W05:install').start))
    expect(activity(seen, 'W05:install').start >= matter(seen, 'A06').issued!).toBe(true)
    expect(gateDay(seen, 'G1') <= '2026-06-30').toBe(true)
  })

  it('still goes through EIA, discharge, safety and occupational acceptance and the fire filing', () => {
    for (const id of ['A06', 'D04', 'D09', 'D12', 'D13', 'D14']) expect(has(seen, id), id).toBe(true)
    expect(matter(seen, 'D14').variant?.id).toBe('registration')
  })

  it('gives for each matter left out the rule that is not met', () => {
    const permit = seen.notApplicable.find((n) => n.matter === 'C07')
    expect(permit?.because.map((b) => b.zh).join()).toContain('不满足')
    expect(seen.notApplicable.map((n) => n.matter)).toContain('P10')
  })
})

describe('technical upgrade on own land', () => {
  const seen = planned(jintan, examples['technical-upgrade'], earliest('2025-10-13'))

  it('has no auction, no contract, no land-use permit and nothing to review ahead of the land', () => {
    for (const id of ['P02', 'P09', 'P10', 'P11', 'P12', 'P13', 'A03', 'A04']) expect(has(seen, id), id).toBe(false)
    expect(seen.activities.filter((a) => a.kind === 'preReview' || a.kind === 'conversion')).toEqual([])
    expect(seen.certificates.map((c) => c.matter)).toEqual(['B02', 'C07', 'C01'])
    expect(seen.certificates.every((c) => c.workdaysFromLand === null)).toBe(true)
  })

  it('is filed with the industry authority', () => {
    expect(matter(seen, 'A01').variant?.id).toBe('technicalUpgrade')
  })

  it('builds only with permit, EIA and energy review', () => {
    const start = activity(seen, 'W04:build').start
    for (const id of ['C07', 'A05', 'A06']) expect(start >= matter(seen, id).issued!, id).toBe(true)
  })

  it('needs no soil and water plan outside the zones of easy soil loss', () => {
    expect(has(seen, 'A07')).toBe(false)
  })
})

describe('line that makes hazardous chemicals', () => {
  const seen = planned(jintan, examples['hazardous-chemical-line'], earliest('2026-04-01'))

  it('passes safety conditions, then the safety-facility design, then acceptance with the licence', () => {
    expect(matter(seen, 'A13').issued! <= matter(seen, 'C08').submitted!).toBe(true)
    expect(matter(seen, 'C08').issued! <= activity(seen, 'D12:acceptance').start).toBe(true)
    expect(activity(seen, 'D12:acceptance').finish <= activity(seen, 'D12:licence').start).toBe(true)
    expect(matter(seen, 'D12').variant?.id).toBe('hazchem')
  })

  it('builds only when the safety-facility design has passed', () => {
    expect(activity(seen, 'W04:build').start >= matter(seen, 'C08').issued!).toBe(true)
    expect(seen.gates.find((g) => g.gate === 'G1')?.requires.map((r) => r.matter)).toContain('C08')
  })

  it('takes the EIA as a full report and the energy review to the province', () => {
    expect(matter(seen, 'A06').variant?.id).toBe('book')
    expect(matter(seen, 'A05').variant?.id).toBe('province')
    expect(matter(seen, 'A05').agency).toBe('jiangsu-development-reform')
  })
})

describe('river plant with a dormitory, two phases on one parcel', () => {
  const seen = planned(jintan, examples['river-plant-dormitory'], earliest('2026-09-01'))

  it('needs abstraction and flood-impact approvals, both before the first pile', () => {
    for (const id of ['A08', 'A09'])
      expect(activity(seen, 'W04p@1:piling').start >= matter(seen, id).issued!, id).toBe(true)
  })

  it('asks for civil defence in the phase with the dormitory only', () => {
    expect(has(seen, 'B03@1')).toBe(true)
    expect(has(seen, 'B03@2')).toBe(false)
  })

  it('believes what a phase says of itself over what the project says of all', () => {
    const everywhere = answering(examples['river-plant-dormitory'], { hasCivilBuilding: true })
    const found = planned(jintan, everywhere, earliest('2026-09-01'))
    expect([has(found, 'B03@1'), has(found, 'B03@2')]).toEqual([true, false])
  })

  it('files the soil and water plan as a report from 5 hm² on, below it as a form', () => {
    const variant = (landAreaHm2: number) => {
      const sized = answering(examples['river-plant-dormitory'], { landAreaHm2, earthworkM3: 20000 })
      return matter(planned(jintan, sized, earliest('2026-09-01')), 'A07').variant?.id
    }
    expect([4.9, 5, 6].map(variant)).toEqual(['table', 'book', 'book'])
  })

  it('wins the shared parcel once, while each phase has its own permits', () => {
    const of = (id: string) => seen.matters.filter((m) => m.matter === id).map((m) => m.id)
    for (const id of ['P09', 'P10', 'A03', 'A04']) expect(of(id)).toEqual([`${id}@P1`])
    for (const id of ['B01', 'B02', 'C07', 'W04']) expect(of(id)).toEqual([`${id}@1`, `${id}@2`])
    expect(of('A06')).toEqual(['A06'])
  })

  it('opens with piling under the phased permit, which takes the place of the construction permit among the four', () => {
    expect(seen.certificates.filter((c) => c.core).map((c) => c.matter)).toEqual(['A03', 'A04', 'B02', 'C07p'])
    expect(activity(seen, 'W04p@1:piling').start >= matter(seen, 'C07p@1').issued!).toBe(true)
    expect(activity(seen, 'W04@1:build').start >= activity(seen, 'W04p@1:piling').finish).toBe(true)
    expect(activity(seen, 'W04@1:build').start >= matter(seen, 'C07@1').issued!).toBe(true)
  })

  it('begins nothing of the second phase before its own day, and reviews nothing of it ahead of land that is there', () => {
    const second = seen.activities.filter((a) => a.scope.id === '2')
    expect(second.length).toBeGreaterThan(50)
    for (const a of second) expect(dayOf(a.start) >= '2027-09-01', a.id).toBe(true)
    expect(second.filter((a) => a.kind === 'preReview')).toEqual([])
    expect(matter(seen, 'C07@1').track).toBe('preReview')
    expect(activity(seen, 'C04@2:prepare1').binding[0]).toMatchObject({ kind: 'material' })
  })

  it('counts the land from the contract, as its file says', () => {
    expect(seen.land.basis).toBe('contract')
    expect(seen.land.day).toBe(dayOf(activity(seen, 'P10@P1:contract').finish))
  })
})

describe('synthetic-biology pilot plant', () => {
  const seen = planned(jintan, examples['synthetic-biology-pilot'], earliest('2025-03-03'))

  it('gets its small soil and water plan (3 hm², 8,000 m³) on commitment', () => {
    expect(matter(seen, 'A07')).toMatchObject({ variant: { id: 'table' }, track: 'commitment' })
  })

  it('is planned with the fire design review that nobody has ruled out, and says which fact is missing', () => {
    expect(matter(seen, 'C02')).toMatchObject({ verdict: 'assumed' })
    expect(matter(seen, 'C02').missing).toContain('specialWorks')
    expect(activity(seen, 'C02:preReview').assumed).toBe(true)
  })

  it('needs no civil defence without a civil building', () => {
    expect(has(seen, 'B03')).toBe(false)
  })
})
