import { CaseAct, CaseActType } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { fieldsOf, firstValues } from './actFields.ts'

const late = { clock: { statutory: { late: 2 } } } as Parameters<typeof fieldsOf>[1]
const inTime = { clock: { statutory: { late: 0 } } } as Parameters<typeof fieldsOf>[1]
const shapes = new Map(CaseAct.options.map(({ shape }) => [shape.type.value, Object.keys(shape)]))

describe('the form of an act', () => {
  it.each(CaseActType.options)('%s asks for everything that the act takes, and nothing else', (type) => {
    const asked = fieldsOf(type, late).map(({ name }) => name)
    expect(['type', ...asked].sort()).toEqual([...(shapes.get(type) ?? [])].sort())
  })

  it('asks why a limit was overrun only where it was', () => {
    expect(fieldsOf('pass', inTime)).toEqual([])
    expect(fieldsOf('pass', late).map(({ name }) => name)).toEqual(['overrunReason'])
  })

  it('knows which supplement is meant where only one is open', () => {
    const span = (id: string) => ({ id, kind: 'supplement' as const, items: [] })
    expect(firstValues('supplement', { open: [span('s1')] })).toEqual({ id: 's1' })
    expect(firstValues('supplement', { open: [span('s1'), span('s2')] })).toEqual({})
    expect(firstValues('endProcedure', { open: [span('s1')] })).toEqual({})
  })
})
