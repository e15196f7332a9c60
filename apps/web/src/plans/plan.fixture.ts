import type { PlanDocument } from '@kaigong/contract'

type Activity = PlanDocument['activities'][number]
type Matter = PlanDocument['matters'][number]

const both = (zh: string) => ({ zh, en: zh })
const basis = { text: both('城乡规划法 40'), confidence: 'A' as const }

/** A step of a matter from one moment to another (`09-09T08:00` of 2022). */
export const activityFrom = (id: string, start: string, finish: string, more: Partial<Activity> = {}): Activity => ({
  id,
  occurrence: id.split(':', 1)[0] ?? id,
  matter: id.slice(0, 3),
  scope: { kind: 'project', id: '' },
  kind: 'review',
  step: 'review',
  name: both(`事项 ${id.slice(0, 3)} · 审查`),
  track: 'standard',
  owner: 'government',
  agency: 'planning',
  reviewers: 1,
  start: `2022-${start}+08:00`,
  finish: `2022-${finish}+08:00`,
  length: {
    value: 5,
    unitAsWritten: '工作日',
    unitApplied: 'workday',
    count: 'duty',
    countStartDay: false,
    week: 'office',
    from: 'promised',
    basis,
  },
  latestStart: `2022-${start}+08:00`,
  slack: 0,
  critical: false,
  binding: [],
  done: false,
  provisional: false,
  assumed: false,
  ...more,
})

export const matterOf = (id: string, stage: number, more: Partial<Matter> = {}): Matter => ({
  id,
  matter: id.slice(0, 3),
  scope: { kind: 'project', id: '' },
  name: both(`事项 ${id.slice(0, 3)}`),
  stage,
  nature: 'permit',
  verdict: 'applies',
  rule: { id: 'always', says: both('都要办'), basis },
  missing: [],
  variant: null,
  track: 'standard',
  trackReason: both('一般程序'),
  lawfulTracks: ['standard'],
  exemption: null,
  authority: both('规划部门'),
  agency: 'planning',
  agencyName: both('规划局'),
  citations: [basis],
  limit: { planned: null, statutory: { text: both('20 个工作日'), basis, lastDay: null } },
  materials: [],
  begun: null,
  submitted: null,
  decided: null,
  issued: null,
  result: both('许可证'),
  visits: 0,
  done: false,
  ...more,
})

export type Drawn = Pick<PlanDocument, 'activities' | 'matters' | 'gates' | 'certificates' | 'land' | 'asOf'>

/** A plan of which only what a chart draws is given. */
export const planOf = (drawn: Partial<Drawn>): PlanDocument =>
  ({
    asOf: '2022-06-01',
    land: { basis: 'transaction', basisName: both('成交日'), day: '2022-09-09', given: true },
    activities: [],
    matters: [],
    gates: [],
    certificates: [],
    ...drawn,
  }) as Partial<PlanDocument> as PlanDocument
