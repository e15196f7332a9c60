import type { DemoLand, DemoProject } from './model.ts'

/** Agencies of the land day's certificates, each by whoever signs for it. */
const signers = {
  A03: 'resources-head',
  A04: 'registry-head',
  B02: 'resources-head',
  C01: 'designer',
  C07: 'approval-head',
} as const

const reviewed = (
  occurrence: keyof typeof signers,
  requested: string,
  agreed: string | null,
): DemoLand['preReviews'][number] => ({ occurrence, requested, agreed, by: signers[occurrence] })

/**
 * The flagship's land day as it happened: the land on 2022-09-09 and the first construction permit on 2022-09-19 are public (domain 0.1), the
 * rest is invented. What was handled case by case stands in its cases; drawings and permit were pre-reviewed, and issued by one press.
 */
export const flagshipLand: DemoLand = {
  preReviews: [
    reviewed('C01', '2022-08-10 10:00', '2022-08-30 16:00'),
    reviewed('C07', '2022-08-25 10:00', '2022-09-05 16:00'),
  ],
  events: [
    { at: '2022-09-09 10:00', kind: 'deal', reference: '成交确认书（演示，虚构）' },
    { at: '2022-09-09 14:00', kind: 'contract', reference: '国有建设用地使用权出让合同（演示，虚构）' },
    { at: '2022-09-13 09:00', kind: 'payment', reference: '价款与契税缴款凭证（演示，虚构）' },
    { at: '2022-09-13 11:00', kind: 'handover', reference: '交地确认书（演示，虚构）' },
  ],
  rehearsed: null,
  issued: '2022-09-19 09:30',
}

/** A land day that lies ahead: everything was agreed to, so that it can be rehearsed, and pressed once the land is recorded. */
const aheadLand: DemoLand = {
  preReviews: [
    reviewed('A03', '2023-02-13 09:00', '2023-02-20 10:00'),
    reviewed('A04', '2023-02-13 09:10', '2023-02-20 11:00'),
    reviewed('B02', '2023-02-13 09:20', '2023-02-22 15:00'),
    reviewed('C01', '2023-02-13 09:30', '2023-02-24 15:00'),
    reviewed('C07', '2023-02-13 09:40', '2023-02-27 10:00'),
  ],
  events: [],
  rehearsed: '2023-02-28 15:00',
  issued: null,
}

/** What lies behind such a project, so that nothing but the land is missing. */
const DONE = [
  ['P01', '2022-11-21'],
  ['A01', '2022-11-28'],
  ['P02', '2022-12-12'],
  ['W01', '2022-12-20'],
  ['W02', '2022-12-27'],
  ['B01', '2023-01-10'],
  ['W03', '2023-01-31'],
  ['C03', '2023-02-02'],
] as const

/** The first project that waits for its land with its plan signed by all gets a land day that is ready to be rehearsed. */
export function withLandDayAhead(projects: readonly DemoProject[]): readonly DemoProject[] {
  const isFit = ({ course, facts, key }: DemoProject) =>
    key !== 'flagship' &&
    course.landDay !== null &&
    course.landDay > '2023-03-01' &&
    course.countersigned === 'all' &&
    isFalse(facts.facts.specialWorks)
  const at = projects.findIndex(isFit)
  return projects.map((project, i) => (i === at ? ready(project) : project))
}

const isFalse = (fact: unknown): boolean =>
  typeof fact === 'object' && fact !== null && 'value' in fact && fact.value === false

const ready = (project: DemoProject): DemoProject => ({
  ...project,
  facts: {
    ...project.facts,
    facts: { ...project.facts.facts, goodCredit: { value: true, confidence: 'synthetic' } },
    done: DONE.map(([matter, on]) => ({ matter, on, synthetic: true })),
  },
  team: project.team.some(({ person }) => person === 'designer')
    ? project.team
    : [...project.team, { person: 'designer', duty: 'contact', agency: 'drawing-review' }],
  land: aheadLand,
})
