import type { ProjectFacts } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import {
  freshId,
  goesAlong,
  idsOf,
  ownEn,
  placesOf,
  renamed,
  statedInParts,
  withEn,
  withNewPhase,
  withOwnFact,
  without,
  withPart,
  withZh,
} from './parts.ts'

const both = (zh: string) => ({ zh, en: zh })
const divided: ProjectFacts = {
  facts: { floorAreaM2: 76000 },
  parcels: [{ id: 'P1' }, { id: 'P2', facts: { relicsZone: true } }],
  phases: [
    { id: '1', name: both('一期'), parcels: ['P1'] },
    { id: '2', name: both('二期'), parcels: ['P1', 'P2'], facts: { floorAreaM2: 30000, earlyPiling: true } },
  ],
  unitWorks: [{ id: 'U1', name: both('宿舍'), phase: '2' }],
  ready: [{ matter: 'C02', scope: '2', material: 'C02-design', on: '2027-01-04' }],
  done: [{ matter: 'B01', scope: '2', on: '2026-08-31' }],
}

describe('a project in phases', () => {
  it('gets its first phase numbered 1 and called 一期, the next one 二期', () => {
    const once = withNewPhase({ facts: {} }, [])
    expect(once.phases).toEqual([{ id: '1', name: { zh: '一期', en: 'Phase 1' } }])
    expect(withNewPhase(once, idsOf(once)).phases?.map((p) => p.name.zh)).toEqual(['一期', '二期'])
    // A parcel that only the map knows may bear a phase's number already.
    expect(withNewPhase({ facts: {} }, ['1']).phases?.map((p) => p.id)).toEqual(['2'])
  })

  it('gives no number twice, not even to parts of different kinds', () => {
    expect(freshId('phases', ['1', '3'])).toBe('2')
    expect(freshId('parcels', ['P1', 'P2'])).toBe('P3')
  })

  it('keeps together what belongs to a phase whose number changes', () => {
    const moved = renamed(divided, '2', '4.2')
    expect(moved.phases?.map((p) => p.id)).toEqual(['1', '4.2'])
    expect([moved.unitWorks?.[0]?.phase, moved.ready?.[0]?.scope, moved.done?.[0]?.scope]).toEqual([
      '4.2',
      '4.2',
      '4.2',
    ])
  })

  it('keeps its phases on a parcel whose number changes', () => {
    const moved = renamed(divided, 'P1', '河西')
    expect(moved.phases?.map((p) => p.parcels)).toEqual([['河西'], ['河西', 'P2']])
  })

  it('loses with a phase what was written for it alone, and says beforehand how much that is', () => {
    const second = divided.phases?.[1]
    expect(second && goesAlong(divided, second)).toBe(4)
    const left = without(divided, '2')
    expect(left.phases?.map((p) => p.id)).toEqual(['1'])
    expect([left.ready, left.done, left.unitWorks?.[0]?.phase]).toEqual([undefined, undefined, undefined])
  })

  it('stands on all the land again when the only parcel of a phase goes', () => {
    const left = without(divided, 'P1')
    expect(left.phases).toEqual([
      { id: '1', name: both('一期') },
      { ...divided.phases?.[1], parcels: ['P2'] },
    ])
  })

  it('is undivided again, without an empty list, when its last phase goes', () => {
    expect(without(withNewPhase({ facts: {} }, []), '1')).toEqual({ facts: {} })
  })

  it('answers a fact for a phase alone, and takes the project’s answer again when that is taken back', () => {
    const first = divided.phases?.[0]
    if (!first) throw new Error('no phase')
    const asked = withPart(divided, 'phases', withOwnFact(first, 'cranes', false))
    expect(statedInParts(asked, 'cranes').map(({ part, stated }) => [part.id, stated])).toEqual([['1', false]])
    expect(withPart(asked, 'phases', withOwnFact({ ...first, facts: { cranes: false } }, 'cranes', undefined))).toEqual(
      divided,
    )
  })

  it('has a matter in each phase, each parcel, or once', () => {
    const places = (per: Parameters<typeof placesOf>[1]) => placesOf(divided, per).map((p) => p.id)
    expect([places('phase'), places('parcel'), places('unitWorks'), places('project')]).toEqual([
      ['1', '2'],
      ['P1', 'P2'],
      ['U1'],
      [],
    ])
    expect(placesOf({ ...divided, unitWorks: undefined }, 'unitWorks').map((p) => p.id)).toEqual(['1', '2'])
  })
})

describe('the name of a part', () => {
  it('is the Chinese in English too until somebody writes an English one', () => {
    expect(withZh(both('一期'), '一期厂房')).toEqual(both('一期厂房'))
    expect(withZh({ zh: '一期', en: 'Phase 1' }, '一期厂房')).toEqual({ zh: '一期厂房', en: 'Phase 1' })
    expect(ownEn(both('一期'))).toBe('')
    expect(withEn({ zh: '一期', en: 'Phase 1' }, '')).toEqual(both('一期'))
  })
})
