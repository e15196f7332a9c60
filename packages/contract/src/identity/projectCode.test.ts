import { describe, expect, it } from 'vitest'
import { normalProjectCode, projectCodeParts } from './projectCode.ts'

describe('project code 项目代码', () => {
  it('is read with or without dashes, full-width, and with the old suffix', () => {
    expect([
      normalProjectCode('20203204133803500001'),
      normalProjectCode(' ２０２０-320413-38-03-500001'),
      normalProjectCode('2017-330104-70-03-004583-000'),
      normalProjectCode('2020-3204'),
    ]).toEqual(['2020-320413-38-03-500001', '2020-320413-38-03-500001', '2017-330104-70-03-004583', null])
  })
  it('tells old from new: 2020 is a year, 2011 is November 2020, 2108 is August 2021', () => {
    expect(projectCodeParts('2020-320413-38-03-500001')).toMatchObject({ form: 'old', year: 2020, region: '320413' })
    expect(projectCodeParts('2011-320413-89-01-123456')).toMatchObject({ form: 'new', year: 2020, month: 11 })
    expect(projectCodeParts('2108-411251-04-05-749929')).toMatchObject({ form: 'new', year: 2021, month: 8 })
    expect(projectCodeParts('2018-330104-82-01-005639')).toMatchObject({ form: 'old', year: 2018 })
  })
})
