import { describe, expect, it } from 'vitest'
import { asked } from '../asked.fixture.ts'

const calendar = (...words: readonly string[]) => asked(['calendar', ...words])

describe('adding working days', () => {
  it('goes over National Day 2022: the third working day after 30 September is 10 October', async () => {
    expect(await calendar('add', '2022-09-30', '3')).toEqual({
      exit: 0,
      out: '2022-09-30（周五）之后第 3 个工作日：2022-10-10（周一）（起算日不计）\n放假：国庆节 2022-10-01 至 2022-10-07；调休上班：2022-10-08、2022-10-09\n',
      err: '',
    })
  })

  it('goes back as well, and takes 0 for the day itself or the next one that is worked', async () => {
    expect((await calendar('add', '2022-10-10', '-3', '--lang', 'en')).out).toContain(
      'Working day 3 before 2022-10-10 (Mon): 2022-09-30 (Fri)',
    )
    expect((await calendar('add', '2022-09-10', '0', '--lang', 'en')).out).toContain('2022-09-13 (Tue)')
  })

  it('is provisional past the last notice, in text and for a program', async () => {
    expect((await calendar('add', '2026-12-30', '5')).out).toContain('暂定：放假安排只公布到 2026-12-31')
    expect(JSON.parse((await calendar('add', '2026-12-30', '5', '--format', 'json')).out)).toEqual({
      from: '2026-12-30',
      workdays: 5,
      date: '2027-01-06',
      provisional: true,
      publishedThrough: '2026-12-31',
    })
  })

  it.each([
    { words: ['add', '2022-02-30', '3'], says: '"2022-02-30" is not a date' },
    { words: ['add', '2022-02-28', '3.5'], says: 'N must be a whole number of working days' },
    { words: ['add', '2022-02-28', 'three'], says: 'N must be a whole number of working days' },
    { words: ['add', '2019-12-31', '3'], says: 'lies before 2020-01-01' },
    { words: ['add', '2020-01-02', '-3'], says: 'lies before 2020-01-01' },
    { words: ['add', '2041-12-30', '3'], says: 'lies after 2041-12-31' },
  ])('$words is refused', async ({ words, says }) => {
    const { exit, out, err } = await calendar(...words, '--lang', 'en')
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(says)
  })
})

describe('counting working days', () => {
  it('leaves out the first day and Mid-Autumn, and counts the last: six from 9 to 20 September 2022', async () => {
    expect((await calendar('count', '2022-09-09', '2022-09-20')).out).toBe(
      '2022-09-09（周五）至 2022-09-20（周二）：6 个工作日（首日不计，末日计入）\n放假：中秋节 2022-09-10 至 2022-09-12\n',
    )
  })

  it('is negative backwards', async () => {
    expect(JSON.parse((await calendar('count', '2022-09-20', '2022-09-09', '--format', 'json')).out)).toMatchObject({
      workdays: -6,
    })
  })
})

describe('a year', () => {
  it('shows its months, what is off and what is worked, how many working days, and the notice', async () => {
    const { exit, out } = await calendar('show', '2022')
    expect(exit).toBe(0)
    expect(out).toContain('2022 年：249 个工作日')
    expect(out).toContain('2022-10（18 个工作日）')
    expect(out).toMatch(/ 8班/)
    expect(out).toMatch(/ 7休/)
    expect(out).toContain('国办发明电〔2021〕11号')
  })

  it('has as many months side by side as the screen is wide', async () => {
    const heads = async (columns: number) =>
      (await asked(['calendar', 'show', '2022'], { columns })).out.split('\n').filter((line) => /^2022-\d\d/.test(line))
        .length
    expect(await heads(60)).toBe(12)
    expect(await heads(80)).toBe(6)
    expect(await heads(120)).toBe(4)
  })

  it('agrees with the count from New Year to New Year', async () => {
    const { workdays, months } = JSON.parse((await calendar('show', '2025', '--format', 'json')).out)
    const counted = JSON.parse((await calendar('count', '2024-12-31', '2025-12-31', '--format', 'json')).out)
    expect(workdays).toBe(counted.workdays)
    expect(months).toHaveLength(12)
  })

  it('is provisional after the last notice and refused before the first', async () => {
    expect((await calendar('show', '2028')).out).toContain('暂定')
    for (const year of ['2019', '2042'])
      expect(await calendar('show', year, '--lang', 'en')).toMatchObject({
        exit: 2,
        err: `There is no calendar of ${year}: the first is 2020, the last that can be foreseen 2041.\n`,
      })
    expect((await calendar('show', '22', '--lang', 'en')).err).toContain('YEAR must have four digits')
  })
})
