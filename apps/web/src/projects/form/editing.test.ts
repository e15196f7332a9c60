import { newIdentity } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { type Editing, merge } from './editing.ts'

const editing = (name: string, facts: Record<string, number>, startBy?: string): Editing => ({
  identity: { ...newIdentity, name },
  facts: { facts, ...(startBy === undefined ? {} : { startBy }) },
  parcels: [],
})
const base = editing('电池基地', { energyTce: 100, vocT: 1 })

describe('two people at one project', () => {
  it('lose nothing when they change different fields', () => {
    const { merged, conflicts } = merge(
      base,
      editing('电池基地', { energyTce: 200, vocT: 1 }),
      editing('电池基地二期', { energyTce: 100, vocT: 1 }, '2023-06-30'),
      [],
    )
    expect(conflicts).toEqual([])
    expect(merged).toEqual(editing('电池基地二期', { energyTce: 200, vocT: 1 }, '2023-06-30'))
  })
  it('are asked to choose where both changed one field differently', () => {
    const changes = [{ field: 'facts.energyTce', before: 100, after: 300, by: '沈思齐', at: '2023-03-01T01:00:00Z' }]
    const { merged, conflicts } = merge(
      base,
      editing('电池基地', { energyTce: 200, vocT: 1 }),
      editing('电池基地', { energyTce: 300, vocT: 1 }),
      changes,
    )
    expect(conflicts).toEqual([{ field: 'facts.energyTce', mine: 200, theirs: 300, by: '沈思齐' }])
    expect(merged.facts.facts.energyTce).toBe(200)
  })
  it('agree silently when both wrote the same', () => {
    expect(
      merge(base, editing('甲', { energyTce: 100, vocT: 1 }), editing('甲', { energyTce: 100, vocT: 1 }), []).conflicts,
    ).toEqual([])
  })
  it('see a fact that one of them removed stay removed', () => {
    expect(merge(base, editing('电池基地', { energyTce: 100 }), base, []).merged.facts.facts).toEqual({
      energyTce: 100,
    })
  })

  it('may each write about another phase, and both stand', () => {
    const phased = (first: string, second: string): Editing => ({
      ...base,
      facts: {
        ...base.facts,
        phases: [
          { id: '1', name: { zh: first, en: first } },
          { id: '2', name: { zh: second, en: second } },
        ],
      },
    })
    const before = phased('一期', '二期')
    expect(merge(before, phased('一期厂房', '二期'), phased('一期', '二期扩产'), [])).toEqual({
      merged: phased('一期厂房', '二期扩产'),
      conflicts: [],
    })
    const changes = [{ field: 'phases', before: null, after: null, by: '沈思齐', at: '2023-03-01T01:00:00Z' }]
    const { conflicts } = merge(before, phased('一期厂房', '二期'), phased('一期扩产', '二期'), changes)
    expect(conflicts.map((c) => [c.field, c.by])).toEqual([['phases/1', '沈思齐']])
  })
  it('may one divide the project while the other names a day and a third parcel of the plan', () => {
    const phase = { id: '1', name: { zh: '一期', en: '一期' } }
    const ready = { matter: 'C02', material: 'C02-form', on: '2026-11-02' }
    const { merged, conflicts } = merge(
      base,
      { ...base, facts: { ...base.facts, phases: [phase] } },
      { ...base, facts: { ...base.facts, ready: [ready], parcels: [{ id: 'P3' }] } },
      [],
    )
    expect(conflicts).toEqual([])
    expect(merged.facts).toEqual({ ...base.facts, phases: [phase], ready: [ready], parcels: [{ id: 'P3' }] })
  })
  it('see an entry that one of them removed stay removed, and an emptied list gone', () => {
    const ready = { matter: 'C02', material: 'C02-form', on: '2026-11-02' }
    const dated: Editing = { ...base, facts: { ...base.facts, ready: [ready] } }
    expect(merge(dated, base, dated, []).merged).toEqual(base)
  })
})
