import { describe, expect, it } from 'vitest'
import { dayWritten, figure, finishWritten, lastDayOf, runWritten, startWritten } from './days.ts'

const office = { opens: '09:00', closes: '17:30' }

describe('dates as the page writes them', () => {
  it('name the day of the week: 拿地日 2022-09-09 is a Friday', () => {
    expect(dayWritten('2022-09-09', 'zh')).toBe('2022-09-09（周五）')
    expect(dayWritten('2022-09-18', 'en')).toBe('2022-09-18 (Sun)')
  })

  it('leave out the hour at the opening and at the close of the office', () => {
    expect(startWritten('2022-09-09T09:00+08:00', '09:00', 'zh')).toBe('2022-09-09（周五）')
    expect(startWritten('2022-09-09T10:12+08:00', '09:00', 'zh')).toBe('2022-09-09（周五） 10:12')
    expect(finishWritten('2022-09-09T17:30+08:00', '17:30', 'zh')).toBe('2022-09-09（周五）')
    expect(finishWritten('2022-09-09T11:12+08:00', '17:30', 'en')).toBe('2022-09-09 (Fri) 11:12')
  })

  it('end a listing that runs to midnight with the day before', () => {
    expect(lastDayOf('2022-09-09T00:00+08:00')).toBe('2022-09-08')
    expect(finishWritten('2022-09-09T00:00+08:00', '17:30', 'zh')).toBe('2022-09-08（周四）')
  })

  it('write a day once when a step begins and ends on it', () => {
    expect(runWritten('2022-09-09T10:00+08:00', '2022-09-09T11:12+08:00', office, 'zh')).toBe(
      '2022-09-09（周五） 10:00–11:12',
    )
    expect(runWritten('2022-09-09T09:00+08:00', '2022-09-09T17:30+08:00', office, 'zh')).toBe('2022-09-09（周五）')
    expect(runWritten('2022-09-09T15:12+08:00', '2022-09-13T17:30+08:00', office, 'en')).toBe(
      '2022-09-09 (Fri) 15:12 – 2022-09-13 (Tue)',
    )
  })

  it('write figures without a tail of noughts', () => {
    expect([figure(5), figure(0.2), figure(148.25)]).toEqual(['5', '0.2', '148.3'])
  })
})
