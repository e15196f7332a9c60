import { describe, expect, it } from 'vitest'
import { richPlan } from './fixture.ts'
import { stepAlone, stepInFull } from './stepName.ts'
import { viewOf } from './view.ts'

const view = viewOf(richPlan, 'zh')
const step = (zh: string) => ({ occurrence: 'C07@4.1', name: { zh, en: '' } })

describe('the name of a step', () => {
  it('stands alone beside its matter', () => {
    expect(stepAlone(view, step('建筑工程施工许可证（4.1） · 审查、决定'))).toBe('审查、决定')
    expect(stepAlone(view, step('审查、决定'))).toBe('审查、决定')
  })

  it('names its matter once where it stands for itself', () => {
    const whole = 'C07 建筑工程施工许可证（4.1 期） · 审查、决定'
    expect(stepInFull(view, step('建筑工程施工许可证（4.1） · 审查、决定'))).toBe(whole)
    expect(stepInFull(view, step('审查、决定'))).toBe(whole)
  })

  it('is the name of the matter where the matter is one step', () => {
    expect(stepInFull(view, step('建筑工程施工许可证（4.1）'))).toBe('C07 建筑工程施工许可证（4.1 期）')
  })
})
