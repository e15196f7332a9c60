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
})
