import type { DemoJoint, DemoProject } from './model.ts'

/** Under way on the morning on which the demonstration begins: one has agreed with a condition, one is silent past its day, one has time. */
const underWay: DemoJoint = {
  kind: 'review',
  application: '厂区外线与管网接入联审申请表（虚构）',
  opened: { at: '2023-02-16 09:30', by: 'housing' },
  asked: [
    { agency: 'natural-resources', matter: 'B01', dueOn: '2023-02-24' },
    { agency: 'ecology', matter: 'C12', dueOn: '2023-02-27' },
    { agency: 'utilities', matter: 'C13', dueOn: '2023-03-06' },
  ],
  acts: [
    {
      at: '2023-02-23 15:00',
      by: 'resources',
      act: { type: 'opine', verdict: 'agreesWithConditions', conditions: ['外线走廊退让规划道路红线（演示）'] },
    },
  ],
}

/** Done: one survey, one visit, something put right, passed after rectification. */
const accepted: DemoJoint = {
  kind: 'acceptance',
  application: '竣工联合验收申请表（虚构）',
  papers: { drawings: '竣工图（虚构）.pdf', survey: '联合测绘成果（虚构）.pdf' },
  opened: { at: '2022-11-07 09:30', by: 'housing' },
  asked: [
    { agency: 'natural-resources', matter: 'D02', dueOn: '2022-11-18' },
    { agency: 'housing', matter: 'D04', dueOn: '2022-11-18' },
    { agency: 'ecology', matter: 'D09', dueOn: '2022-11-18' },
  ],
  acts: [
    { at: '2022-11-08 10:00', by: 'housing', act: { type: 'handInSurvey' } },
    {
      at: '2022-11-09 14:00',
      by: 'housing',
      act: { type: 'visit', agencies: ['natural-resources', 'housing', 'ecology'] },
    },
    { at: '2022-11-10 10:00', by: 'resources', act: { type: 'opine', verdict: 'agrees', conditions: [] } },
    { at: '2022-11-10 11:00', by: 'ecology', act: { type: 'opine', verdict: 'agrees', conditions: [] } },
    {
      at: '2022-11-10 15:00',
      by: 'housing',
      act: { type: 'opine', verdict: 'objects', conditions: ['消防车道转弯半径不足（演示）'] },
    },
    {
      at: '2022-11-11 09:00',
      by: 'housing',
      act: { type: 'askRectification', items: ['拓宽消防车道转弯处（演示）'], dueOn: '2022-11-25' },
    },
    { at: '2022-11-21 10:00', by: 'housing', act: { type: 'rectify', items: ['拓宽消防车道转弯处（演示）'] } },
    { at: '2022-11-22 09:30', by: 'housing', act: { type: 'opine', verdict: 'agrees', conditions: [] } },
    {
      at: '2022-11-23 16:00',
      by: 'housing',
      act: { type: 'sumUp', conclusion: 'passedAfterRectification' },
    },
  ],
}

/** The flagship with its review under way, and the first project that was completed with its acceptance. */
export function withJointHandling(projects: readonly DemoProject[]): readonly DemoProject[] {
  const completed = projects.find(({ identity }) => identity.stage === 'completed')
  return projects.map((project) =>
    project.key === 'flagship'
      ? { ...project, joint: [underWay] }
      : project === completed
        ? { ...project, joint: [accepted] }
        : project,
  )
}
