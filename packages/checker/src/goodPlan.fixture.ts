import type { Activity, Length, PlannedMatter, Scope, Subject, Track } from './subject.ts'

/** A plan of the small law that breaks nothing, its dates reckoned on the wall calendar of 2022 (1 July is a Friday). */

const whole: Scope = { kind: 'project', id: '' }
const parcel: Scope = { kind: 'parcel', id: 'K1' }
const phase: Scope = { kind: 'phase', id: '4.1' }

const length = (value: number, from: Length['from'], own: Partial<Length> = {}): Length => ({
  value,
  unitApplied: 'workday',
  count: 'effort',
  countStartDay: false,
  week: 'office',
  from,
  ...own,
})
const effort = (value: number, from: Length['from'] = 'catalogue') => length(value, from)
const duty = (value: number, from: Length['from']) => length(value, from, { count: 'duty' })
const period = (value: number) => length(value, 'catalogue', { count: 'minimum', unitApplied: 'day', week: 'everyday' })

type Row = readonly [
  step: string,
  kind: string,
  owner: Activity['owner'],
  start: string,
  finish: string,
  length: Length,
]
type Occurrence = {
  readonly matter: string
  readonly scope: Scope
  readonly track?: Track
  readonly agency?: string
  readonly own?: Partial<PlannedMatter>
  readonly rows: readonly Row[]
}

const at = (moment: string) => `${moment.replace(' ', 'T')}+08:00`
const reviewed = ['review', 'preReview', 'conversion']

const occurrences: readonly Occurrence[] = [
  {
    matter: 'A01',
    scope: whole,
    own: { done: true },
    rows: [['done', 'decision', 'government', '2022-06-20 18:00', '2022-06-20 18:00', effort(0, 'fact')]],
  },
  {
    matter: 'P02',
    scope: parcel,
    agency: 'planning',
    rows: [['check', 'check', 'government', '2022-07-01 08:00', '2022-07-01 12:00', effort(0.5, 'usual')]],
  },
  {
    matter: 'P09',
    scope: parcel,
    agency: 'planning',
    rows: [
      ['notice', 'transaction', 'land', '2022-07-01 12:00', '2022-07-21 18:00', period(20)],
      ['listing', 'transaction', 'land', '2022-07-21 18:00', '2022-07-31 18:00', period(10)],
    ],
  },
  {
    matter: 'P10',
    scope: parcel,
    agency: 'planning',
    rows: [
      ['deal', 'transaction', 'land', '2022-08-01 08:00', '2022-08-01 08:48', effort(0.1)],
      ['contract', 'transaction', 'land', '2022-08-01 08:48', '2022-08-01 12:00', effort(0.4)],
    ],
  },
  {
    matter: 'A03',
    scope: parcel,
    track: 'preReview',
    agency: 'planning',
    rows: [
      ['prepare1', 'preparation', 'enterprise', '2022-07-01 08:00', '2022-07-01 12:00', effort(0.5)],
      ['request', 'request', 'enterprise', '2022-07-01 14:00', '2022-07-01 14:48', effort(0.1, 'usual')],
      ['preReview', 'preReview', 'government', '2022-07-01 14:48', '2022-07-04 18:00', duty(1, 'catalogue')],
      ['conversion', 'conversion', 'government', '2022-08-01 14:00', '2022-08-01 15:36', effort(0.2)],
    ],
  },
  {
    matter: 'B02',
    scope: phase,
    track: 'preReview',
    agency: 'planning',
    rows: [
      ['prepare1', 'preparation', 'enterprise', '2022-07-01 08:00', '2022-07-01 12:00', effort(0.5)],
      ['request', 'request', 'enterprise', '2022-07-05 08:00', '2022-07-05 08:48', effort(0.1, 'usual')],
      ['preReview', 'preReview', 'government', '2022-07-05 08:48', '2022-07-06 18:00', duty(1, 'catalogue')],
      ['conversion', 'conversion', 'government', '2022-08-01 15:36', '2022-08-01 17:12', effort(0.2)],
    ],
  },
  {
    matter: 'A05',
    scope: whole,
    agency: 'reform',
    own: { variant: { id: 'district' } },
    rows: [
      ['prepare1', 'preparation', 'intermediary', '2022-07-01 08:00', '2022-07-04 18:00', effort(2)],
      ['check', 'check', 'government', '2022-07-05 08:00', '2022-07-05 12:00', effort(0.5, 'usual')],
      ['assessment', 'special', 'intermediary', '2022-07-05 12:00', '2022-07-19 18:00', duty(10, 'usual')],
      ['review', 'review', 'government', '2022-07-19 18:00', '2022-08-16 18:00', duty(20, 'statutory')],
      ['delivery', 'delivery', 'government', '2022-08-17 08:00', '2022-08-17 08:48', effort(0.1, 'usual')],
    ],
  },
  {
    matter: 'A06',
    scope: whole,
    track: 'tolerance',
    agency: 'ecology',
    own: {
      materials: [
        { id: 'A06-conditions', neededBy: '2022-07-26' },
        { id: 'A06-mandate', neededBy: '2022-07-04' },
        { id: 'A06-filing', neededBy: '2022-07-04' },
        { id: 'A06-report', neededBy: '2022-07-04' },
      ],
    },
    rows: [
      ['prepare1', 'preparation', 'enterprise', '2022-07-01 08:00', '2022-07-01 18:00', effort(1)],
      ['check', 'check', 'government', '2022-07-04 08:00', '2022-07-04 12:00', effort(0.5, 'usual')],
      [
        'publicity',
        'special',
        'government',
        '2022-07-04 12:00',
        '2022-07-08 18:00',
        length(5, 'statutory', { count: 'minimum', countStartDay: true }),
      ],
      ['review', 'review', 'government', '2022-07-04 12:00', '2022-07-25 18:00', duty(15, 'promised')],
      ['delivery', 'delivery', 'government', '2022-07-26 08:00', '2022-07-26 08:48', effort(0.1, 'usual')],
    ],
  },
  {
    matter: 'A07',
    scope: whole,
    track: 'commitment',
    agency: 'ecology',
    rows: [
      ['prepare1', 'preparation', 'enterprise', '2022-07-01 08:00', '2022-07-01 18:00', effort(1)],
      ['decision', 'decision', 'government', '2022-07-04 08:00', '2022-07-04 12:00', effort(0.5, 'usual')],
      [
        'inspection',
        'inspection',
        'government',
        '2022-07-04 12:00',
        '2022-09-02 18:00',
        length(60, 'catalogue', { count: 'duty', unitApplied: 'day' }),
      ],
    ],
  },
  {
    matter: 'A10',
    scope: parcel,
    track: 'exempt',
    own: { exemption: { assessment: 'park-geo', validTo: '2026-12-31', synthetic: true } },
    rows: [],
  },
  {
    matter: 'A12',
    scope: whole,
    agency: 'culture',
    own: { verdict: 'assumed' },
    rows: [
      ['check', 'check', 'government', '2022-07-01 08:00', '2022-07-01 12:00', effort(0.5, 'usual')],
      ['review', 'review', 'government', '2022-07-01 12:00', '2022-07-29 18:00', duty(20, 'statutory')],
      ['delivery', 'delivery', 'government', '2022-08-01 08:00', '2022-08-01 08:48', effort(0.1, 'usual')],
    ],
  },
  {
    matter: 'C07',
    scope: phase,
    agency: 'housing',
    rows: [
      ['prepare1', 'preparation', 'enterprise', '2022-07-01 08:00', '2022-07-01 12:00', effort(0.5)],
      ['check', 'check', 'government', '2022-08-01 17:12', '2022-08-02 11:12', effort(0.5, 'usual')],
      ['review', 'review', 'government', '2022-08-02 11:12', '2022-08-05 18:00', duty(3, 'promised')],
      ['delivery', 'delivery', 'government', '2022-08-08 08:00', '2022-08-08 08:48', effort(0.1, 'usual')],
    ],
  },
  {
    matter: 'W04',
    scope: phase,
    rows: [
      ['build', 'work', 'enterprise', '2022-08-17 08:48', '2023-01-14 08:48', length(150, 'fact', { week: 'site' })],
    ],
  },
]

const idOf = ({ matter, scope }: Occurrence) => (scope.id === '' ? matter : `${matter}@${scope.id}`)

const activities: readonly Activity[] = occurrences.flatMap((o) =>
  o.rows.map(
    ([step, kind, owner, start, finish, lasts]): Activity => ({
      id: `${idOf(o)}:${step}`,
      occurrence: idOf(o),
      matter: o.matter,
      scope: o.scope,
      kind,
      step,
      track: o.track ?? 'standard',
      owner,
      agency: owner === 'government' || owner === 'land' ? (o.agency ?? null) : null,
      reviewers: reviewed.includes(kind) ? 1 : 0,
      start: at(start),
      finish: at(finish),
      length: lasts,
      binding: [],
      done: o.own?.done ?? false,
      provisional: finish > '2023',
      assumed: o.own?.verdict === 'assumed',
    }),
  ),
)

/** Points of the usual chains; what is handed in and decided otherwise says so by its steps. */
function moments({ rows }: Occurrence): Pick<PlannedMatter, 'begun' | 'submitted' | 'decided' | 'issued'> {
  const formal = rows.filter(([, kind]) => kind !== 'inspection')
  const starts = rows.map(([, , , start]) => start).sort()[0]
  const start = (...steps: readonly string[]) => rows.find(([step]) => steps.includes(step))?.[3]
  const last = formal.at(-1)?.[4]
  const written = (moment: string | undefined) => (moment === undefined ? null : at(moment))
  return {
    begun: written(starts),
    submitted: written(start('check', 'conversion', 'decision', 'done', 'notice', 'deal', 'build')),
    decided: written(start('delivery') ?? last),
    issued: written(last),
  }
}

export const goodPlan: Subject = {
  asOf: '2022-07-01',
  district: { code: '320413' },
  land: { basis: 'transaction', day: '2022-08-01' },
  activities,
  matters: occurrences.map(
    (o): PlannedMatter => ({
      id: idOf(o),
      matter: o.matter,
      scope: o.scope,
      verdict: 'applies',
      variant: null,
      track: o.track ?? 'standard',
      exemption: null,
      materials: [],
      done: false,
      ...moments(o),
      ...o.own,
    }),
  ),
  certificates: [
    { matter: 'A03', scope: parcel, date: '2022-08-01', workdaysFromLand: 0, activity: 'A03@K1:conversion' },
    { matter: 'B02', scope: phase, date: '2022-08-01', workdaysFromLand: 0, activity: 'B02@4.1:conversion' },
    { matter: 'C07', scope: phase, date: '2022-08-08', workdaysFromLand: 5, activity: 'C07@4.1:delivery' },
  ],
  gates: [
    {
      gate: 'G1',
      scope: phase,
      date: '2022-08-17',
      requires: [
        { occurrence: 'C07@4.1', matter: 'C07', date: '2022-08-08' },
        { occurrence: 'A05', matter: 'A05', date: '2022-08-17' },
      ],
    },
  ],
  criticalChain: [
    { activity: 'A05:delivery', start: '2022-08-17', finish: '2022-08-17' },
    { activity: 'W04@4.1:build', start: '2022-08-17', finish: '2023-01-14' },
  ],
  split: [
    { owner: 'government', activities: 20, workdays: 115.7, onCriticalChain: 0.1 },
    { owner: 'intermediary', activities: 2, workdays: 12.5, onCriticalChain: 0 },
    { owner: 'land', activities: 4, workdays: 21, onCriticalChain: 0 },
    { owner: 'enterprise', activities: 8, workdays: 107.6, onCriticalChain: 103.9 },
  ],
}
