import { newIdentity, type ProjectFacts } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import type { Editing } from './editing.ts'
import { isSplit, landParcels, renamedParcel, split, unsplit, withoutParcel, withParcel } from './landParcels.ts'

const shape = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [119.5, 31.7],
      [119.6, 31.7],
      [119.6, 31.8],
      [119.5, 31.7],
    ],
  ] as [number, number][][],
}
const onMap = { id: 'P1', name: '河西一号地块', shape }
const editing = (facts: Partial<ProjectFacts> = {}, parcels: Editing['parcels'] = [onMap]): Editing => ({
  identity: newIdentity,
  facts: { facts: {}, ...facts },
  parcels,
})

describe('the parcels of a project', () => {
  it('leave the plan as it is while land matters are handled once for all of them', () => {
    const more = withParcel(editing(), { id: 'P2', name: null, shape: null })
    expect([isSplit(more), more.facts]).toEqual([false, { facts: {} }])
  })

  it('are all in the plan once land matters are handled for each, and so is every further one', () => {
    const each = split(editing())
    expect(each.facts.parcels).toEqual([{ id: 'P1', name: { zh: '河西一号地块', en: '河西一号地块' } }])
    expect(withParcel(each, { id: 'P2', name: null, shape: null }).facts.parcels?.map((p) => p.id)).toEqual([
      'P1',
      'P2',
    ])
  })

  it('stay in the list with their outlines when land matters are handled once again, without what was said of single ones', () => {
    const each = editing({
      parcels: [{ id: 'P1', facts: { relicsZone: true } }, { id: 'P2' }],
      phases: [{ id: '1', name: { zh: '一期', en: '一期' }, parcels: ['P1'] }],
      done: [{ matter: 'P10', scope: 'P1', on: '2026-08-31' }],
    })
    expect(unsplit(each)).toEqual(
      editing({ phases: [{ id: '1', name: { zh: '一期', en: '一期' } }] }, [
        onMap,
        { id: 'P2', name: null, shape: null },
      ]),
    )
  })

  it('are shown when only the plan knows them', () => {
    const found = landParcels(editing({ parcels: [{ id: 'P9' }] }))
    expect(found.map((p) => [p.id, p.planned?.id])).toEqual([
      ['P1', undefined],
      ['P9', 'P9'],
    ])
  })

  it('are the same parcel on the map and in the plan: renamed and removed in both', () => {
    const each = split(editing())
    const moved = renamedParcel(each, 'P1', 'A-12')
    expect([moved.parcels[0]?.id, moved.facts.parcels?.[0]?.id]).toEqual(['A-12', 'A-12'])
    expect(withoutParcel(each, 'P1')).toEqual(editing({}, []))
  })

  it('that only the map knows are not the phase that bears the same number: it stays with all that it says', () => {
    const land = editing(
      {
        phases: [{ id: '1', name: { zh: '一期', en: 'Phase 1' } }],
        ready: [{ matter: 'C02', scope: '1', on: '2022-08-01' }],
      },
      [{ ...onMap, id: '1' }],
    )
    expect(withoutParcel(land, '1').facts).toEqual(land.facts)
    expect(renamedParcel(land, '1', 'P9').facts).toEqual(land.facts)
    expect(unsplit(land).facts).toEqual(land.facts)
  })
})
