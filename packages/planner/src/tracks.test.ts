import * as fs from 'node:fs'
import type { Project } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { given, groundOf } from './catalogue.fixture.ts'
import { activity, answering, dayOf, earliest, matter, onLandDay, planned, withDistrict } from './plan.fixture.ts'

const { catalogue, jintan, examples } = await given(fs)
const battery = examples['battery-plant-4.1']
const pilot = examples['synthetic-biology-pilot']
const upgrade = examples['technical-upgrade']
const taking = (project: Project, tracks: Project['tracks']): Project => ({ ...project, tracks })

describe('the best track', () => {
  const seen = planned(jintan, battery, onLandDay('2022-06-01', '2022-09-09'))

  it('is pre-review for what hangs on the land while the land is to be won', () => {
    expect(matter(seen, 'C07')).toMatchObject({
      track: 'preReview',
      lawfulTracks: ['preReview', 'tolerance', 'standard'],
    })
    expect(matter(seen, 'C07').trackReason.zh).toContain('拿地后核对转正式')
  })

  it('is no longer pre-review once the land is won', () => {
    const won: Project = {
      ...battery,
      done: [...battery.done, ...['P09', 'P10', 'P11', 'P13'].map((id) => ({ matter: id, on: '2022-05-31' }))],
    }
    const after = planned(jintan, won, earliest('2022-06-01'))
    expect(after.activities.filter((a) => a.kind === 'preReview')).toEqual([])
    expect(matter(after, 'C07').lawfulTracks).toEqual(['tolerance', 'standard'])
  })

  it('is tolerance only where something would wait for a material that may follow', () => {
    expect(matter(seen, 'A06').track).toBe('tolerance')
    expect(matter(seen, 'A05')).toMatchObject({ track: 'standard', lawfulTracks: ['tolerance', 'standard'] })
  })
})

describe('a track that the project chooses', () => {
  it('is taken where it is lawful, and the plan says whose choice it was', () => {
    const chosen = planned(jintan, taking(pilot, { C07: 'standard', A07: 'tolerance' }), earliest('2025-03-03'))
    expect(matter(chosen, 'C07')).toMatchObject({ track: 'standard' })
    expect(matter(chosen, 'C07').trackReason.zh).toContain('项目选定')
    expect(matter(chosen, 'A07')).toMatchObject({ track: 'tolerance' })
    expect(chosen.activities.filter((a) => a.matter === 'C07').map((a) => a.step)).toEqual([
      'prepare1',
      'check',
      'C07-site',
      'review',
      'delivery',
    ])
  })

  it('gives way to the best lawful one where it is not open, and the plan says so', () => {
    const refused = planned(jintan, taking(pilot, { A06: 'commitment' }), earliest('2025-03-03'))
    expect(matter(refused, 'A06').track).toBe('tolerance')
    expect(matter(refused, 'A06').trackReason.zh).toContain('此处不合条件')
  })
})

describe('tolerance 容缺受理', () => {
  const waiting = (material: string, tracks: Project['tracks']) =>
    planned(
      jintan,
      { ...upgrade, tracks, ready: [{ matter: 'A06', material, on: '2026-01-05' }] },
      earliest('2025-10-13'),
    )

  it('accepts without a deferrable material, which then comes by the decision', () => {
    const seen = waiting('A06-filing', { A06: 'tolerance' })
    expect(dayOf(matter(seen, 'A06').submitted)).toBe('2025-11-10')
    expect(matter(seen, 'A06').decided! >= '2026-01-05').toBe(true)
    expect(matter(seen, 'A06').materials.find((m) => m.id === 'A06-filing')).toMatchObject({
      necessity: 'deferrable',
      neededBy: dayOf(matter(seen, 'A06').decided),
    })
  })

  it('waits for the same material before acceptance on the standard track', () => {
    const seen = waiting('A06-filing', { A06: 'standard' })
    expect(dayOf(matter(seen, 'A06').submitted)).toBe('2026-01-05')
    expect(activity(seen, 'A06:check').binding[0]).toMatchObject({ kind: 'material' })
  })

  it('never accepts without an essential material', () => {
    const seen = waiting('A06-form', { A06: 'tolerance' })
    expect(dayOf(matter(seen, 'A06').submitted)).toBe('2026-01-05')
  })

  it('lets a matter that issues a deferrable material end after the acceptance, yet before the decision', () => {
    const late: Project = { ...upgrade, tracks: { A06: 'tolerance' }, ready: [{ matter: 'A01', on: '2025-12-01' }] }
    const seen = planned(jintan, late, earliest('2025-10-13'))
    expect(matter(seen, 'A06').submitted! < matter(seen, 'A01').issued!).toBe(true)
    expect(matter(seen, 'A06').decided! >= matter(seen, 'A01').issued!).toBe(true)
  })

  it('asks with the district whether a material may follow: one that strikes it out makes it wait', () => {
    const strict = withDistrict(catalogue, '320413', (d) => ({
      ...d,
      tolerance: {
        ...d.tolerance,
        notDeferrable: [
          { matter: 'A06', material: 'A06-filing', source: { title: '演示' }, confidence: 'synthetic' as const },
        ],
      },
    }))
    const late: Project = { ...upgrade, tracks: { A06: 'tolerance' }, ready: [{ matter: 'A01', on: '2025-12-01' }] }
    const seen = planned(groundOf(strict, '320413'), late, earliest('2025-10-13'))
    expect(matter(seen, 'A06').submitted! >= matter(seen, 'A01').issued!).toBe(true)
  })
})

describe('commitment 告知承诺', () => {
  const seen = planned(jintan, pilot, earliest('2025-03-03'))

  it('decides at once and inspects within 60 days afterwards', () => {
    expect(seen.activities.filter((a) => a.matter === 'A07').map((a) => a.kind)).toEqual([
      'preparation',
      'decision',
      'inspection',
    ])
    expect(activity(seen, 'A07:decision').length.value).toBeLessThanOrEqual(1)
    expect(activity(seen, 'A07:inspection')).toMatchObject({
      length: { value: 60, unitApplied: 'day', count: 'duty' },
      start: activity(seen, 'A07:decision').finish,
    })
    // Friday 2025-03-21 + 60 days = Tuesday 05-20.
    expect(dayOf(activity(seen, 'A07:inspection').start)).toBe('2025-03-21')
    expect(dayOf(activity(seen, 'A07:inspection').finish)).toBe('2025-05-20')
  })

  it('counts as issued with the decision, not with the inspection', () => {
    expect(matter(seen, 'A07').issued).toBe(activity(seen, 'A07:decision').finish)
  })

  it('takes the soil and water form only, not the report', () => {
    expect(matter(seen, 'A07').lawfulTracks).toContain('commitment')
    const large = planned(jintan, answering(pilot, { landAreaHm2: 5 }), earliest('2025-03-03'))
    expect(matter(large, 'A07').lawfulTracks).toEqual(['tolerance', 'standard'])
  })
})

describe('exemption by a regional assessment 区域评估', () => {
  const inZone = answering(upgrade, { inGeoHazardZone: true })
  const covered: Project = { ...inZone, assessments: ['JT-geo-hazard'] }

  it('spares a covered project the matter, with the approval number as the reason', () => {
    const seen = planned(jintan, covered, earliest('2025-10-13'))
    expect(matter(seen, 'A10')).toMatchObject({
      track: 'exempt',
      exemption: {
        assessment: 'JT-geo-hazard',
        approvalNo: '演示〔2022〕1号 (demo)',
        validTo: '2026-12-31',
        synthetic: true,
      },
      begun: null,
      issued: null,
    })
    expect(seen.activities.filter((a) => a.matter === 'A10')).toEqual([])
  })

  it('does not reach a project whose file does not name it', () => {
    expect(matter(planned(jintan, inZone, earliest('2025-10-13')), 'A10')).toMatchObject({
      track: 'standard',
      exemption: null,
    })
  })

  it('holds no longer after its last day, 2026-12-31', () => {
    expect(matter(planned(jintan, covered, earliest('2026-12-31')), 'A10').track).toBe('exempt')
    expect(matter(planned(jintan, covered, earliest('2027-01-01')), 'A10').track).toBe('standard')
  })

  it('covers only its own kind of assessment', () => {
    const mineral: Project = { ...inZone, assessments: ['JT-overlay-mineral'] }
    expect(matter(planned(jintan, mineral, earliest('2025-10-13')), 'A10').track).toBe('standard')
  })
})

describe('an applicant with bad credit', () => {
  it('gets no tolerance, no commitment and no pre-review', () => {
    for (const project of [battery, pilot]) {
      const seen = planned(jintan, answering(project, { goodCredit: false }), earliest(project.asOf!))
      expect(seen.activities.filter((a) => ['tolerance', 'commitment', 'preReview'].includes(a.track))).toEqual([])
      for (const m of seen.matters) expect(m.lawfulTracks.filter((t) => t !== 'exempt')).toEqual(['standard'])
    }
  })

  it('cannot have four certificates within five working days of the land, and the verdict says when it can have its land', () => {
    const seen = planned(jintan, answering(battery, { goodCredit: false }), onLandDay('2022-06-01', '2022-09-09'))
    expect(seen.verdict.met).toBe(false)
    expect(seen.verdict.headline.zh).toContain('办不到')
  })
})
