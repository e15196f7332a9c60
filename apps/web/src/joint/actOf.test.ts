import { describe, expect, it } from 'vitest'
import { actOf } from './actOf.ts'

const sha256 = 'a'.repeat(64)
const drawings = { drawings: { materialId: '6f1c1d3e-0000-4000-8000-000000000001', no: 2, name: '竣工图.pdf', sha256 } }

describe('a filled form', () => {
  it('speaks of the drawings that are shown, and takes one line for one condition', () => {
    const filled = { verdict: 'agreesWithConditions', lines: ' 补种绿化 \n\n移交档案' }
    expect(actOf('opine', filled, drawings).data).toEqual({
      type: 'opine',
      verdict: 'agreesWithConditions',
      conditions: ['补种绿化', '移交档案'],
      drawingsSha256: sha256,
    })
  })
  it('drops what was written beside a plain agreement', () => {
    const act = actOf('opine', { verdict: 'agrees', lines: '原先写的条件' }, { drawings: null })
    expect(act.data).toMatchObject({ conditions: [], drawingsSha256: null })
  })
  it('is no act while something is missing', () => {
    const missing = [
      actOf('opine', {}, drawings),
      actOf('askRectification', { lines: '排水口接入管网' }, drawings),
      actOf('handInSurvey', {}, drawings),
      actOf('extend', { workdays: 5 }, drawings),
    ]
    expect(missing.map(({ success }) => success)).toEqual([false, false, false, false])
  })
})
