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

  const span = (id: string) => ({ id, kind: 'supplement' as const, items: [] })
  const first = (type: CaseActType, open: ReturnType<typeof span>[]) =>
    firstValues(type, { open, materials }, (text) => text.zh)
  const material = { id: 'm', name: { zh: '风险评估报告', en: 'Risk report' }, necessity: 'essential' } as const
  const materials = [
    { ...material, status: 'handedIn' as const },
    { ...material, name: { zh: '资源调查报告', en: 'Survey' }, status: 'missing' as const },
  ]

  it('knows which supplement is meant where only one is open', () => {
    expect(first('supplement', [span('s1')])).toEqual({ id: 's1' })
    expect(first('supplement', [span('s1'), span('s2')])).toEqual({})
    expect(first('endProcedure', [span('s1')])).toEqual({})
  })

  it('of the one notice of corrections names what is missing, so that nothing is forgotten (行政许可法 32)', () => {
    expect(first('askCorrection', [])).toEqual({ items: ['资源调查报告'] })
  })
})
