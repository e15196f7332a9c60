import { inventedCompanies, inventedCreditCode } from './companies.ts'
import { withJointHandling } from './jointHandling.ts'
import { withLandDayAhead } from './landDays.ts'
import { jintanLists, liyangLists } from './lists.ts'
import type { DemoCompany, DemoDistrict, DemoProject } from './model.ts'
import { peopleOf } from './people.ts'
import { flagship, listedProjects, type Place } from './projects.ts'
import { withRunningCases } from './runningCases.ts'

export { jintanLists } from './lists.ts'
export type {
  DemoAct,
  DemoCase,
  DemoCompany,
  DemoCourse,
  DemoDistrict,
  DemoJoint,
  DemoLand,
  DemoPerson,
  DemoProject,
} from './model.ts'

/** The moment in Beijing at which the demo's clock begins: early in 2023, a year of history behind it and a list of the year ahead. */
export const DEMO_BEGINS = '2023-03-01T09:00:00+08:00'

const jintan: Place = {
  code: '320413',
  townships: ['金坛经济开发区', '华罗庚高新区', '薛埠镇', '儒林镇', '直溪镇', '朱林镇', '指前镇', '金城镇'],
  helpers: [
    { person: 'zone', agency: 'development-zone' },
    { person: 'zone-2', agency: 'development-zone' },
    { person: 'high-tech', agency: 'high-tech-zone' },
    { person: 'towns', agency: 'towns' },
  ],
  leaders: ['leader', 'leader-2'],
  contacts: [
    { person: 'approval', agency: 'approval' },
    { person: 'resources', agency: 'natural-resources' },
    { person: 'ecology', agency: 'ecology' },
    { person: 'housing', agency: 'housing' },
    { person: 'power', agency: 'utilities' },
    { person: 'designer', agency: 'drawing-review' },
  ],
  around: [119.6, 31.72],
}

const liyang: Place = {
  code: '320481',
  townships: ['溧城街道', '天目湖镇', '上兴镇', '竹箦镇'],
  helpers: [{ person: 'ly-helper', agency: 'zone' }],
  leaders: [],
  contacts: [{ person: 'ly-approval', agency: 'approval' }],
  around: [119.48, 31.42],
}

/** Two districts, so that it shows that neither sees the other. All of it is invented but for the public facts that say so. */
export function demoDistricts(): readonly DemoDistrict[] {
  const battery: DemoCompany = {
    key: 'battery',
    name: '动力电池基地建设单位（演示）',
    creditCode: inventedCreditCode('320413', 900),
  }
  const companies = inventedCompanies('c', 40, '320413')
  const others = inventedCompanies('ly', 6, '320481')
  const [first = battery, ...rest] = companies
  const listed = withFlagship(listedProjects(jintan, jintanLists, [first, ...rest], 2022))
  const projects = withJointHandling(withRunningCases(withLandDayAhead(listed)))
  const [lyFirst = battery, ...lyRest] = others
  return [
    {
      code: '320413',
      name: { zh: '金坛区', en: 'Jintan' },
      people: peopleOf['320413'],
      companies: [battery, ...companies],
      projects,
    },
    {
      code: '320481',
      name: { zh: '溧阳市', en: 'Liyang' },
      people: peopleOf['320481'],
      companies: others,
      projects: listedProjects(liyang, liyangLists, [lyFirst, ...lyRest], 481),
    },
  ]
}

/** The first provincial project of 2023 gives its place, and its share of the year's plan, to the flagship. */
function withFlagship(projects: readonly DemoProject[]): readonly DemoProject[] {
  const at = projects.findIndex(({ identity }) => identity.listYear === 2023 && identity.level === 'province')
  return projects.map((project, i) => (i === at ? flagship(project) : project))
}
