import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richPlan } from '../fixture.ts'
import { jintanWeeks } from './fixture.ts'
import {
  type Element,
  elementsOf,
  type ReadCalendar,
  type ReadDay,
  type ReadProject,
  type ReadTask,
  readProject,
} from './projectFile.fixture.ts'
import { schemaOrder } from './schemaOrder.fixture.ts'
import { toMspdi } from './toMspdi.ts'

const file = toMspdi(richPlan, 'zh', jintanWeeks)
const project = readProject(file)
const tasks = project.Tasks.Task
const byUid = new Map(tasks.map((task) => [task.UID ?? '', task]))
const isSummary = (task: ReadTask) => task.Summary === '1'
const lines = tasks.filter((task) => !isSummary(task))

const named = (name: string, from: ReadProject = project): ReadTask => {
  const task = from.Tasks.Task.find((each) => each.Name === name)
  if (task === undefined) throw new Error(`No task ${name}`)
  return task
}

/** Minutes since the epoch of a time without zone. */
const minute = (written: string | undefined) => Date.parse(`${written}Z`) / 60_000
const minutesLong = (written: string | undefined) => {
  const [, hours, minutes] = /^PT(\d+)H(\d+)M0S$/.exec(written ?? '') ?? []
  return Number(hours) * 60 + Number(minutes)
}

const clock = (written: string) => Number(written.slice(0, 2)) * 60 + Number(written.slice(3, 5))

/** Whether work goes on in a minute, looked up in the file itself. */
function isOpen(calendar: ReadCalendar, at: number): boolean {
  const date = new Date(at * 60_000).toISOString()
  const exception = calendar.Exceptions?.Exception.find(
    ({ TimePeriod }) => TimePeriod.FromDate <= date && date <= TimePeriod.ToDate.replace('T23:59:00', 'T24'),
  )
  const day: ReadDay | undefined =
    exception ??
    calendar.WeekDays.WeekDay.find(({ DayType }) => Number(DayType) === new Date(at * 60_000).getUTCDay() + 1)
  const ofDay = at % 1440
  return (
    day?.DayWorking === '1' &&
    (day.WorkingTimes?.WorkingTime ?? []).some(
      ({ FromTime, ToTime }) => clock(FromTime) <= ofDay && ofDay < (clock(ToTime) || 1440),
    )
  )
}

const calendarOf = ({ CalendarUID }: ReadTask): ReadCalendar => {
  const calendar = project.Calendars.Calendar.find(({ UID }) => UID === CalendarUID)
  if (calendar === undefined) throw new Error(`No calendar ${CalendarUID}`)
  return calendar
}

/** The slow way: minute by minute, two at a time, since no hour in the plan is odd. */
function finishOf(calendar: ReadCalendar, start: number, minutes: number): number {
  let at = start
  for (let left = minutes; left > 0; at += 2) if (isOpen(calendar, at)) left -= 2
  return at
}

function opening(calendar: ReadCalendar, from: number): number {
  let at = from
  while (!isOpen(calendar, at)) at += 2
  return at
}

describe('the plan as a Microsoft Project file', () => {
  it('has its elements in the order that the schema demands', () => {
    const misplaced = (element: Element): readonly string[] => {
      const order = schemaOrder[element.name] ?? []
      const places = element.children.map(({ name }) => order.indexOf(name))
      const wrong = element.children.filter((_, i) => (places[i] ?? -1) < Math.max(0, ...places.slice(0, i)))
      return [...wrong.map(({ name }) => `${element.name}/${name}`), ...element.children.flatMap(misplaced)]
    }
    expect(elementsOf(file).map(({ name }) => name)).toEqual(['Project'])
    expect(elementsOf(file).flatMap(misplaced)).toEqual([])
    expect(file).toContain('<Project xmlns="http://schemas.microsoft.com/project">')
  })

  it('numbers tasks, resources and assignments once each, small enough for Microsoft Project', () => {
    for (const list of [tasks, project.Resources.Resource, project.Assignments.Assignment]) {
      const numbers = list.map(({ UID }) => Number(UID))
      expect(new Set(numbers).size).toBe(list.length)
      expect(Math.min(...numbers)).toBeGreaterThan(0)
      expect(Math.max(...numbers)).toBeLessThanOrEqual(2_097_151)
    }
    expect(tasks.map(({ ID }) => Number(ID))).toEqual(tasks.map((_, i) => i + 1))
  })

  it('has a line for every step, gate with a date and certificate', () => {
    const milestones = richPlan.gates.filter(({ date }) => date !== null).length + richPlan.certificates.length
    expect(lines).toHaveLength(richPlan.activities.length + milestones)
    expect(lines.filter(({ Milestone }) => Milestone === '1')).toHaveLength(milestones)
  })

  it('gives days and hours of Beijing without a zone', () => {
    const dates = [...file.matchAll(/<(?!ScheduleFrom)\w*(?:Start|Finish|Date)>([^<]*)</g)].map(
      ([, date]) => date ?? '',
    )
    expect(dates.length).toBeGreaterThan(tasks.length * 2)
    for (const date of dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
    expect(named('核对转正式、发证')).toMatchObject({ Start: '2022-09-09T11:12:00', Finish: '2022-09-09T14:42:00' })
  })

  it('ends every line when its working time, counted in its own week, is over', () => {
    for (const task of lines) {
      const start = minute(task.Start)
      const finish = finishOf(calendarOf(task), start, minutesLong(task.Duration))
      expect([task.Name, finish]).toEqual([task.Name, minute(task.Finish)])
    }
  })

  it('begins no line outside the hours of its own week', () => {
    for (const task of lines.filter(({ Milestone }) => Milestone === '0')) {
      expect([task.Name, isOpen(calendarOf(task), minute(task.Start))]).toEqual([task.Name, true])
    }
  })

  it('leads a program that schedules anew to the same dates', () => {
    const found = new Map<string, { readonly start: number; readonly finish: number }>()
    const schedule = (task: ReadTask): { readonly start: number; readonly finish: number } => {
      const known = found.get(task.UID ?? '')
      if (known !== undefined) return known
      const bounds = (task.PredecessorLink ?? []).map(({ PredecessorUID, Type }) => {
        const before = schedule(byUid.get(PredecessorUID) ?? task)
        return Type === '1' ? before.finish : before.start
      })
      const earliest = Math.max(minute(project.StartDate), minute(task.ConstraintDate), ...bounds)
      const start = task.Milestone === '1' ? earliest : opening(calendarOf(task), earliest)
      const run = { start, finish: finishOf(calendarOf(task), start, minutesLong(task.Duration)) }
      found.set(task.UID ?? '', run)
      return run
    }
    for (const task of lines) {
      expect(task.ConstraintType).toBe('4')
      expect({ name: task.Name, ...schedule(task) }).toEqual({
        name: task.Name,
        start: minute(task.Start),
        finish: minute(task.Finish),
      })
    }
  })

  it('links only what exists, in no circle, and says why a step waits', () => {
    const links = tasks.flatMap((task) => (task.PredecessorLink ?? []).map((link) => [link.PredecessorUID, task.UID]))
    for (const [before] of links) expect(byUid.has(before ?? '')).toBe(true)
    const sorted: string[] = []
    for (let left = [...byUid.keys()]; left.length > 0; ) {
      const free = left.filter(
        (uid) => !links.some(([before, after]) => after === uid && left.some((other) => other === before)),
      )
      expect(free).not.toEqual([])
      sorted.push(...free)
      left = left.filter((uid) => !free.includes(uid))
    }
    expect(sorted).toHaveLength(tasks.length)

    const check = tasks.filter(({ Name, WBS }) => Name === '收件审查' && WBS?.startsWith('5.') === true)[0]
    const before = (check?.PredecessorLink ?? []).map(({ PredecessorUID }) => byUid.get(PredecessorUID)?.Finish)
    expect(before).toEqual(['2022-09-14T11:00:00', '2022-09-14T17:30:00', '2022-09-02T17:30:00'])
    expect(check?.Notes).toContain('建筑法（2019）第八条 [A]')
  })

  it('holds each gate behind everything that it asks for', () => {
    const gate = named('G1 实际开工（4.1 期）')
    const before = (gate.PredecessorLink ?? []).map(({ PredecessorUID }) => byUid.get(PredecessorUID)?.Finish)
    expect(before).toEqual(['2022-09-19T17:30:00', '2022-08-31T17:30:00', '2022-07-25T17:30:00'])
    expect(gate.Start).toBe('2022-09-20T09:00:00')
    expect(named('G2 竣工验收（4.1 期）').Start).toBe('2023-12-14T17:30:00')
  })

  it('leaves out a link that would close a circle', () => {
    const at = '2022-09-09T09:00+08:00'
    const holds: Readonly<Record<string, string>> = { 'A05/report': 'A06/report', 'A06/report': 'A05/report' }
    const activities = richPlan.activities.map((each) => {
      const activity = holds[each.id]
      if (activity === undefined) return each
      const binding: typeof each.binding = [{ kind: 'edge', text: { zh: '互相等待', en: 'each waits' }, activity }]
      return { ...each, start: at, finish: at, binding }
    })
    const both = readProject(toMspdi({ ...richPlan, activities }, 'zh', jintanWeeks))
    const energy = named('编制节能报告', both)
    const eia = named('编制环境影响报告表', both)
    expect([energy, eia].flatMap(({ PredecessorLink = [] }) => PredecessorLink)).toHaveLength(1)
  })

  it('has an outline without gaps whose summaries span what is below them', () => {
    const level = ({ OutlineLevel }: ReadTask) => Number(OutlineLevel)
    tasks.forEach((task, i) => {
      const next = tasks[i + 1]
      expect(level(task)).toBe(task.OutlineNumber?.split('.').length)
      expect(level(task)).toBeLessThanOrEqual(i === 0 ? 1 : level(tasks[i - 1] ?? task) + 1)
      expect(isSummary(task)).toBe(next !== undefined && level(next) > level(task))
      if (!isSummary(task)) return
      const below = tasks.filter(({ OutlineNumber }) => OutlineNumber?.startsWith(`${task.OutlineNumber}.`) === true)
      expect(minute(task.Start)).toBe(Math.min(...below.map(({ Start }) => minute(Start))))
      expect(minute(task.Finish)).toBe(Math.max(...below.map(({ Finish }) => minute(Finish))))
    })
    expect(tasks.filter((task) => level(task) === 1).map(({ Name }) => Name)).toEqual([
      '闸门与发证',
      '拿地前',
      '阶段一 立项用地规划许可',
      '阶段二 工程建设许可',
      '阶段三 施工许可',
      '建设施工',
      '阶段四 竣工验收与投产',
    ])
  })

  it('names what is exempt in the notes of its stage, since it has no steps', () => {
    expect(named('阶段一 立项用地规划许可').Notes).toContain('A07 生产建设项目水土保持方案审批')
  })

  it('carries the holidays and the weekends worked in exchange, in the old way and the new', () => {
    const office = project.Calendars.Calendar.find(({ Name }) => Name === '机关工作日')
    const exceptions = office?.Exceptions?.Exception.map(({ TimePeriod, DayWorking }) => [
      TimePeriod.FromDate.slice(0, 10),
      TimePeriod.ToDate.slice(0, 10),
      DayWorking,
    ])
    expect(exceptions).toEqual([
      ['2022-06-03', '2022-06-03', '0'],
      ['2022-09-12', '2022-09-12', '0'],
      ['2022-10-03', '2022-10-07', '0'],
      ['2022-10-08', '2022-10-09', '1'],
    ])
    expect(office?.WeekDays.WeekDay.filter(({ DayType }) => DayType === '0')).toHaveLength(4)
    const sunday = Date.parse('2022-10-09T10:00:00Z') / 60_000
    expect(office !== undefined && isOpen(office, sunday)).toBe(true)
  })

  it('counts a minimum period in calendar days and a permit in working days', () => {
    expect(calendarOf(named('招拍挂出让公告')).Name).toBe('自然日')
    expect(calendarOf(named('设计方案联合审查')).Name).toBe('机关工作日')
    expect(calendarOf(named('施工图设计')).Name).toBe('设计单位工作日')
    expect(calendarOf(named('4.1 期土建与设备安装')).Name).toBe('工地工作日')
  })

  it('moves a run from midnight to midnight into the hours of its week, and says what the plan has', () => {
    const notice = named('招拍挂出让公告')
    expect(notice).toMatchObject({
      Start: '2022-08-10T09:00:00',
      Finish: '2022-08-29T17:30:00',
      Duration: 'PT140H0M0S',
    })
    expect(notice.Notes).toContain('2022-08-10 00:00 – 2022-08-30 00:00')
    expect(named('编制节能报告').Notes).not.toContain('方案所载起止')
  })

  it('shows a minimum period in days of 24 hours where the district lets calendar days run around the clock', () => {
    const everyday = { ...jintanWeeks.everyday, hours: [['00:00', '24:00'] as const] }
    const notice = named('招拍挂出让公告', readProject(toMspdi(richPlan, 'zh', { ...jintanWeeks, everyday })))
    expect(notice).toMatchObject({
      Start: '2022-08-10T00:00:00',
      Finish: '2022-08-30T00:00:00',
      Duration: 'PT480H0M0S',
    })
    expect(notice.DurationFormat).toBe('8')
    expect(named('招拍挂出让公告').DurationFormat).toBe('7')
  })

  it('keeps a fact that fell on a day off as a milestone of that day', () => {
    const sunday = { start: '2022-05-15T10:00+08:00', finish: '2022-05-15T11:00+08:00' }
    const activities = richPlan.activities.map((each) => (each.id === 'A01/filing' ? { ...each, ...sunday } : each))
    const filing = named('企业投资项目备案', readProject(toMspdi({ ...richPlan, activities }, 'zh', jintanWeeks)))
    expect(filing).toMatchObject({
      Start: '2022-05-15T11:00:00',
      Finish: '2022-05-15T11:00:00',
      Milestone: '1',
      ActualFinish: '2022-05-15T11:00:00',
    })
  })

  it('reports what is done as done, with its dates, and nothing else', () => {
    expect(lines.filter(({ PercentComplete }) => PercentComplete === '100').map(({ Name }) => Name)).toEqual([
      '土壤污染状况调查',
      '企业投资项目备案',
    ])
    expect(named('土壤污染状况调查')).toMatchObject({
      ActualFinish: '2022-06-10T17:30:00',
      RemainingDuration: 'PT0H0M0S',
    })
  })

  it('assigns each step to its agency with the reviewers that it takes', () => {
    const agency = project.Resources.Resource.find(({ Code }) => Code === 'ecology')
    expect(agency).toMatchObject({ Name: '常州市金坛生态环境局', MaxUnits: '2' })
    const review = named('技术评估')
    const assignment = project.Assignments.Assignment.find(({ TaskUID }) => TaskUID === review.UID)
    expect(assignment).toMatchObject({ ResourceUID: agency?.UID, Units: '2', Work: 'PT210H0M0S' })
    expect(review).toMatchObject({ Contact: '常州市金坛生态环境局', Duration: 'PT105H0M0S', Work: 'PT210H0M0S' })
    expect(named('编制节能报告').Contact).toBe('中介')
  })

  it('gives the same thing the same number in both languages and when another matter falls away', () => {
    const english = readProject(toMspdi(richPlan, 'en', jintanWeeks))
    expect(english.Tasks.Task.map(({ UID }) => UID)).toEqual(tasks.map(({ UID }) => UID))
    const fewer = readProject(
      toMspdi({ ...richPlan, matters: richPlan.matters.filter(({ id }) => id !== 'A08') }, 'zh', jintanWeeks),
    )
    expect(fewer.Tasks.Task.length).toBeLessThan(tasks.length)
    for (const { UID, Name } of fewer.Tasks.Task) expect(byUid.get(UID ?? '')?.Name).toBe(Name)
  })

  it('carries any name through, less what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (written) => {
        const name = `甲${written}乙`
        const project = { ...richPlan.project, name: { zh: name, en: name } }
        const plan = { ...richPlan, project, activities: [], matters: [] }
        const { Title } = readProject(toMspdi(plan, 'zh', jintanWeeks))
        const kept = [...name.replaceAll(/\r\n?/g, '\n')].filter((c) => /[\t\n]|[^\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(c))
        expect(Title).toBe(kept.join(''))
      }),
      { numRuns: 60 },
    )
    expect(project.Title).toBe(richPlan.project.name.zh)
    expect(project.Company).toBe(richPlan.project.enterprise?.zh)
  })
})
