import { accepted, begun, procedure, received } from './acts.ts'
import type { DemoCase, DemoProject } from './model.ts'

/** How cases stand on the morning on which the demonstration begins: each kind of day that an officer meets. All invented. */
const running: readonly (readonly DemoCase[])[] = [
  [
    {
      // The clock stands for the technical assessment.
      occurrence: 'A06',
      acts: [
        received('2023-02-08 09:30', 'ecology'),
        accepted('2023-02-09 10:00', 'ecology'),
        begun('2023-02-10 09:00', 'ecology'),
        procedure('2023-02-20 10:00', 'ecology', 'ecology-head', 'A06-technical-assessment', 10),
      ],
    },
  ],
  [
    {
      // The promised limit is over, the law's own is not.
      occurrence: 'A06',
      acts: [
        received('2023-02-06 14:00', 'ecology'),
        accepted('2023-02-07 09:30', 'ecology'),
        begun('2023-02-07 14:00', 'ecology'),
        { at: '2023-02-28 09:00', by: 'ecology-head', act: { type: 'urge' } },
      ],
    },
    {
      occurrence: 'C07',
      acts: [
        received('2023-02-24 09:00', 'approval'),
        accepted('2023-02-24 16:00', 'approval'),
        begun('2023-02-27 09:00', 'approval'),
      ],
    },
  ],
  [
    {
      // A supplement is awaited.
      occurrence: 'B02',
      acts: [
        received('2023-02-09 10:00', 'resources'),
        accepted('2023-02-09 15:00', 'resources'),
        begun('2023-02-10 09:00', 'resources'),
        {
          at: '2023-02-16 10:00',
          by: 'resources',
          act: { type: 'askSupplement', items: ['B02-scheme'] },
          attached: ['writtenNotice'],
        },
      ],
    },
    { occurrence: 'C07', without: ['C07-funds'], acts: [received('2023-02-28 10:00', 'approval')] },
  ],
  [
    {
      // Nobody asked for corrections in time: it counts as accepted, and nobody has recorded that yet.
      occurrence: 'A06',
      acts: [received('2023-02-20 11:00', 'ecology')],
    },
    {
      occurrence: 'C12',
      acts: [
        received('2023-02-22 10:00', 'housing'),
        accepted('2023-02-23 09:00', 'housing'),
        begun('2023-02-23 10:00', 'housing'),
      ],
    },
  ],
]

/** Projects with cases that run: those whose plan all have signed, in turns. */
export function withRunningCases(projects: readonly DemoProject[]): readonly DemoProject[] {
  let turn = 0
  return projects.map((project) => {
    if (project.course.countersigned !== 'all' || project.cases.length > 0 || project.land) return project
    const cases = running[turn % running.length] ?? []
    turn += 1
    return { ...project, cases }
  })
}
