import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { asked, folder } from '../asked.fixture.ts'

const instance = (name: string) => fileURLToPath(new URL(`../../../../bench/instances/${name}`, import.meta.url))
const files = folder()
afterAll(files.remove)

const schedule = (file: string, ...more: readonly string[]) => asked(['schedule', file, '--lang', 'en', ...more])
const small = '5 1\n2\n0 0 2 2 3\n4 2 1 4\n3 1 1 4\n2 1 1 5\n0 0 0\n'

describe('kaigong schedule', () => {
  it('proves the best known makespan of a PSPLIB project of 30 activities and says so', async () => {
    const { exit, out } = await schedule(instance('j30/j301_1.sm'), '--schedules', '40000')
    expect(exit).toBe(0)
    expect(out).toContain('Makespan 43 (proved optimal)')
  })

  it('chooses modes within the budgets of an MMLIB project', async () => {
    const { out } = await schedule(instance('mmlib50/J50101_1.mm'), '--schedules', '40000', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ makespan: 41, lowerBound: 41, optimal: true })
  })

  it('refuses maximum lags that the capacities contradict with exit 1', async () => {
    const { exit, err } = await schedule(instance('max-j10/psp93.sch'))
    expect({ exit, err }).toEqual({
      exit: 1,
      err: 'Proved: there is no schedule; lags and capacities contradict each other.\n',
    })
  })

  it('gives the same schedule again for the same seed and number of steps', async () => {
    const once = async () => {
      const { out } = await schedule(instance('j60/j605_1.sm'), '--schedules', '8000', '--seed', '7', '--format', 'csv')
      return out
    }
    expect(await once()).toBe(await once())
  })

  it('writes a schedule that its own check accepts, and notices when somebody moves an activity', async () => {
    const file = files.file('small.rcp', small)
    const solution = files.at('small.json')
    expect((await schedule(file, '--schedules', '500', '--format', 'json', '-o', solution)).exit).toBe(0)
    expect(await schedule(file, '--check', solution)).toMatchObject({
      exit: 0,
      out: 'The schedule keeps everything.\n',
    })
    const moved = files.file('moved.json', JSON.stringify({ start: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 6 } }))
    const { exit, out } = await schedule(file, '--check', moved)
    expect(exit).toBe(1)
    expect(out).toContain('the lag 2 → 4 (min) is missed by 4')
  })

  it('holds a makespan against calendars and days of the next morning too', async () => {
    const office = { id: 'office', period: 10, open: [[0, 4]] }
    const weeks = files.file(
      'weeks.json',
      JSON.stringify({
        horizon: 100,
        day: 10,
        calendars: [office],
        activities: [{ id: 'energy', duration: { amount: 6, in: 'office' } }],
      }),
    )
    const morning = files.file(
      'morning.json',
      JSON.stringify({
        horizon: 100,
        day: 10,
        activities: [{ id: 'energy', duration: { amount: 6, countFrom: 'nextDay' } }],
      }),
    )
    const said = async (file: string, makespan: number) => {
      const solution = files.file('said.json', JSON.stringify({ start: { energy: 1 }, makespan }))
      const { exit, out } = await schedule(file, '--check', solution)
      return { exit, out }
    }
    const kept = { exit: 0, out: 'The schedule keeps everything.\n' }
    expect([await said(weeks, 13), await said(morning, 16)]).toEqual([kept, kept])
    expect(await said(weeks, 7)).toEqual({ exit: 1, out: 'the makespan is said to be 7, but is 13\n' })
    expect(await said(morning, 7)).toEqual({ exit: 1, out: 'the makespan is said to be 7, but is 16\n' })
  })

  it('reads the whole model as JSON: calendars, due dates and goals in order', async () => {
    const file = files.file(
      'office.json',
      JSON.stringify({
        horizon: 100,
        day: 10,
        calendars: [{ id: 'office', period: 10, open: [[0, 4]] }],
        resources: [{ id: 'reviewer', capacity: 1 }],
        activities: [
          { id: 'energy', duration: { amount: 6, in: 'office' }, startIn: 'office', demands: { reviewer: 1 } },
          {
            id: 'water',
            duration: { amount: 3, in: 'office' },
            startIn: 'office',
            demands: { reviewer: 1 },
            due: { at: 3 },
          },
        ],
        goals: ['tardiness', 'makespan'],
      }),
    )
    const { out } = await schedule(file, '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ start: { water: 0, energy: 3 }, makespan: 21 })
  })

  it.each([
    ['cut.rcp', small.slice(0, 20), 'cut.rcp:4: the file ends here, but the number of successors is missing.'],
    [
      'word.rcp',
      small.replace('4 2', 'four 2'),
      'word.rcp:4: the duration of activity 2 must be a whole number, not “four”.',
    ],
    [
      'minus.rcp',
      small.replace('4 2', '-4 2'),
      'minus.rcp:4: the duration of activity 2 is -4, but must lie between 0',
    ],
    [
      'huge.rcp',
      small.replace('4 2', '4000000000 2'),
      'huge.rcp:4: the duration of activity 2 is 4000000000, but must',
    ],
    ['far.rcp', small.replace('2 1 1 5', '2 1 1 9'), 'far.rcp:6: a successor is 9, but must lie between 1 and 5.'],
    ['greedy.rcp', small.replace('4 2', '4 3'), 'greedy.rcp: activity 2 demands more than there ever is.'],
    ['circle.rcp', small.replace('2 1 1 5', '2 1 1 2'), 'wait for each other in a circle'],
    ['some.txt', small, 'some.txt: its extension must be one of .sm, .mm, .rcp, .sch, .rcmp, .json.'],
    ['half.json', '{ "activities": [', 'half.json:1: this is no valid JSON'],
    ['lag.json', '{ "activities": [{ "id": "a" }] }', 'lag.json: $.activities[0].duration must be an object.'],
    ['empty.sm', '', 'empty.sm:1: the number of jobs is nowhere in the file.'],
    [
      'gbk.rcp',
      new Uint8Array([0x35, 0x20, 0x31, 0x0a, 0xd6, 0xd0]),
      'gbk.rcp:2:1: this is no UTF-8 text: name a text file, and save what is in GBK as UTF-8',
    ],
  ])('says of %s what is wrong and where, with exit 2', async (name, content, says) => {
    const { exit, err } = await schedule(files.file(name, content))
    expect(exit).toBe(2)
    expect(err).toContain(says)
  })

  it('says that a folder is a folder and that a limit is a number', async () => {
    expect((await schedule(files.path)).exit).toBe(2)
    const { exit, err } = await schedule(files.file('ok.rcp', small), '--check', files.path)
    expect({ exit, err }).toEqual({
      exit: 2,
      err: `${files.path}:1:1: this is a folder; name the JSON file of a schedule in it\n`,
    })
    expect((await schedule(files.file('s.rcp', small), '--seconds', 'soon')).err).toContain(
      '--seconds must be a number',
    )
  })
})
