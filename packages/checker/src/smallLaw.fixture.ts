import type { Catalogue, District, Duration, Matter, Project, Source, Text } from '@kaigong/catalogue'

const text = (zh: string): Text => ({ zh, en: zh })

const source: Source = { title: '示例' }
const stated = { source, confidence: 'GK' } as const
const workdays = (value: number): Duration => ({ value, unitAsWritten: '工作日', unitApplied: 'workday' })
const days = (value: number): Duration => ({ value, unitAsWritten: '日', unitApplied: 'day' })
const months = (value: number): Duration => ({ value, unitAsWritten: '月', unitApplied: 'month' })

type Own = Partial<Matter> & Pick<Matter, 'id' | 'per'>

const matter = ({ id, ...own }: Own): Matter => ({
  id,
  name: text(`事项 ${id}`),
  stage: 1,
  nature: 'permit',
  authority: 'natural-resources',
  citations: [stated],
  applies: [{ id: `${id}-always`, when: { always: true }, says: text('一律适用'), ...stated }],
  limits: [{ kind: 'general', ...stated }],
  materials: [],
  tracks: {},
  result: text('决定'),
  ...own,
})

const half = { value: 0.5, owner: 'enterprise', week: 'office', says: text('填表'), ...stated } as const
const preReview = { review: workdays(1), conversion: workdays(0.2), validity: months(6), ...stated }
const step = { owner: 'land', kind: 'transaction', says: text('环节'), ...stated } as const

const matters: readonly Matter[] = [
  matter({ id: 'A01', per: 'project', limits: [{ kind: 'atOnce', ...stated }] }),
  matter({ id: 'P02', per: 'parcel', limits: [{ kind: 'none', ...stated }] }),
  matter({
    id: 'P09',
    per: 'parcel',
    steps: [
      { id: 'notice', name: text('公告'), week: 'everyday', count: 'minimum', duration: days(20), ...without(step) },
      { id: 'listing', name: text('挂牌'), week: 'everyday', count: 'minimum', duration: days(10), ...without(step) },
    ],
  }),
  matter({
    id: 'P10',
    per: 'parcel',
    steps: [
      { id: 'deal', name: text('成交'), week: 'office', count: 'effort', duration: workdays(0.1), ...without(step) },
      {
        id: 'contract',
        name: text('合同'),
        week: 'office',
        count: 'effort',
        duration: workdays(0.4),
        ...without(step),
      },
    ],
  }),
  matter({ id: 'A03', per: 'parcel', preparation: [half], tracks: { preReview } }),
  matter({ id: 'B02', per: 'phase', preparation: [half], tracks: { preReview } }),
  matter({
    id: 'A05',
    per: 'project',
    authority: 'development-reform',
    variants: [
      { id: 'province', name: text('省'), when: { fact: 'energyTce', atLeast: 10000 }, ...stated },
      { id: 'district', name: text('区'), when: { always: true }, ...stated },
    ],
    limits: [{ kind: 'days', ...workdays(20), startEvent: 'accepted', ...stated }],
    preparation: [{ ...half, value: 2, owner: 'intermediary' }],
    specialProcedures: [
      {
        id: 'assessment',
        kind: 'commissionedAssessment',
        name: text('委托评审'),
        clockEffect: 'pause',
        owner: 'intermediary',
        duration: workdays(10),
        bound: 'estimate',
        ...stated,
      },
    ],
  }),
  matter({
    id: 'A06',
    per: 'project',
    authority: 'ecology',
    limits: [{ kind: 'days', ...workdays(30), startEvent: 'accepted', ...stated }],
    preparation: [{ ...half, value: 1 }],
    specialProcedures: [
      {
        id: 'publicity',
        kind: 'publicity',
        name: text('受理公示'),
        clockEffect: 'none',
        owner: 'government',
        duration: workdays(5),
        bound: 'minimum',
        countStartDay: true,
        ...stated,
      },
    ],
    materials: [
      material('A06-conditions', 'deferrable', 'P02'),
      material('A06-mandate', 'deferrable'),
      material('A06-filing', 'essential', 'A01'),
      material('A06-report', 'essential'),
    ],
    tracks: { tolerance: stated },
  }),
  matter({
    id: 'A07',
    per: 'project',
    authority: 'ecology',
    applies: [
      { id: 'A07-size', when: { fact: 'landAreaHm2', atLeast: 0.5 }, says: text('占地 0.5 公顷以上'), ...stated },
    ],
    preparation: [{ ...half, value: 1 }],
    tracks: { commitment: { decision: workdays(0), inspection: days(60), ...stated } },
  }),
  matter({
    id: 'A10',
    per: 'parcel',
    nature: 'selfAssessment',
    tracks: { exempt: { assessment: 'geoHazard', useMode: 'exempt', ...stated } },
  }),
  matter({
    id: 'A12',
    per: 'project',
    authority: 'relics',
    applies: [{ id: 'A12-zone', when: { fact: 'relicsZone', is: true }, says: text('涉及文物'), ...stated }],
    limits: [{ kind: 'local', ...stated }],
  }),
  matter({
    id: 'C07',
    per: 'phase',
    authority: 'housing',
    limits: [{ kind: 'days', ...workdays(7), startEvent: 'accepted', ...stated }],
    preparation: [half],
  }),
  matter({
    id: 'W04',
    per: 'phase',
    nature: 'work',
    authority: 'enterprise',
    steps: [
      {
        id: 'build',
        name: text('施工'),
        kind: 'work',
        owner: 'enterprise',
        week: 'site',
        count: 'effort',
        duration: workdays(300),
        durationFact: 'constructionDays',
        ...stated,
      },
    ],
  }),
  matter({
    id: 'B03',
    per: 'phase',
    applies: [{ id: 'B03-civil', when: { fact: 'hasCivilBuilding', is: true }, says: text('有民用建筑'), ...stated }],
  }),
]

function without({ says: _, ...rest }: typeof step) {
  return rest
}

function material(id: string, necessity: 'essential' | 'deferrable', issuedBy?: string): Matter['materials'][number] {
  return {
    id,
    name: text(id),
    necessity,
    from: 'enterprise',
    ...(issuedBy === undefined ? {} : { issuedBy }),
    ...stated,
  }
}

const edge = (
  from: string,
  to: string,
  kind: 'hard' | 'practice' = 'hard',
  own: Partial<Catalogue['edges'][number]> = {},
) => ({
  id: `${from}-${to}`,
  from,
  to,
  kind,
  says: text(`先有 ${from}，再有 ${to}`),
  ...stated,
  ...own,
})

const edges: Catalogue['edges'] = [
  edge('P02', 'P09', 'hard', { toPoint: 'begun' }),
  edge('P09', 'P10', 'hard', { toPoint: 'step:deal' }),
  edge('P10', 'A03'),
  edge('A03', 'B02', 'practice'),
  edge('B02', 'C07'),
  edge('A01', 'A05', 'practice'),
  edge('P02', 'A06', 'hard', { material: 'A06-conditions' }),
  // Construction begins within three months of the permit (建筑法 9).
  edge('C07', 'W04', 'hard', { toPoint: 'begun', maxLag: months(3) }),
]

const gates: Catalogue['gates'] = [
  {
    id: 'G1',
    name: text('开工'),
    opens: [{ matter: 'W04', point: 'begun' }],
    requires: ['C07', 'A05', 'A06', 'A07', 'A12'].map((id) => ({
      matter: id,
      kind: 'hard',
      says: text('未批不得开工'),
      ...stated,
    })),
  },
]

const agency = (id: string) => ({ id, name: text(id), short: text(id), confidence: 'synthetic' as const })

const district: District = {
  code: '320413',
  name: text('金坛区'),
  city: text('常州市'),
  province: text('江苏省'),
  hours: {
    open: [
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ],
    confidence: 'synthetic',
  },
  weeks: {
    design: { weekdays: [1, 2, 3, 4, 5, 6], holidaysOff: true, confidence: 'GK' },
    site: { weekdays: [1, 2, 3, 4, 5, 6, 7], holidaysOff: false, confidence: 'GK' },
  },
  agencies: ['planning', 'reform', 'ecology', 'culture', 'housing'].map(agency),
  authorities: {
    'natural-resources': 'planning',
    'development-reform': 'reform',
    ecology: 'ecology',
    relics: 'culture',
    housing: 'housing',
    enterprise: 'housing',
  },
  handlers: [],
  promises: [
    { matter: 'A06', ...workdays(15), ...stated },
    { matter: 'C07', ...workdays(3), ...stated },
  ],
  capacities: [{ agency: 'planning', reviewers: 1, confidence: 'synthetic' }],
  studios: [],
  tolerance: { deferrable: [], notDeferrable: [{ matter: 'A06', material: 'A06-mandate', ...stated }] },
  usual: { check: workdays(0.5), delivery: workdays(0.1), confidence: 'GK' },
  gateAt: [],
  preReviewMargin: { ...workdays(5), confidence: 'GK' },
  regionalAssessments: [
    {
      id: 'park-geo',
      park: text('园区'),
      type: 'geoHazard',
      approvalNo: '〔2022〕1 号',
      validFrom: '2022-01-01',
      validTo: '2026-12-31',
      useMode: 'exempt',
      source,
      confidence: 'synthetic',
    },
  ],
}

const level = (id: string, of: Catalogue['authorities'][number]['level'] = 'district') => ({
  id,
  name: text(id),
  level: of,
})
const certificate = (id: string) => ({ matter: id, name: text(id), core: true })

/**
 * A dozen matters of a district with the calendar of 2022: one on each track, one done, one exempt, one that only an unknown fact keeps
 * in the plan. What the real catalogue says of them is simplified; the numbers are chosen so that their sums can be done on a wall calendar.
 */
export const catalogue: Catalogue = {
  hash: 'small',
  edition: { id: 'small', edition: '1', name: text('示例目录'), checkedThrough: '2022-12-31' },
  laws: [],
  authorities: ['natural-resources', 'development-reform', 'ecology', 'relics', 'housing']
    .map((id) => level(id))
    .concat(level('enterprise', 'enterprise')),
  facts: [],
  specialProcedures: [],
  assessments: [{ id: 'geoHazard', name: text('地质灾害'), statutory: true, ...stated }],
  simultaneities: [],
  tolerance: {
    rules: [],
    mode: 'acceptThenIssueAfterComplete',
    pause: { ...workdays(15), ...stated },
    neverDeferrable: [{ issuedBy: 'A01', for: ['A06'], says: text('备案是发证条件'), ...stated }],
  },
  conversion: {
    conditions: [],
    invariants: [
      {
        id: 'land-use-after-contract',
        later: { matter: 'A03', point: 'issued' },
        earlier: [{ matter: 'P10', point: 'step:contract' }],
        combine: 'all',
        says: text('用地规划许可证不早于出让合同'),
        ...stated,
      },
      {
        id: 'permit-after-land',
        later: { matter: 'C07', point: 'issued' },
        earlier: [
          { matter: 'A04', point: 'issued' },
          { matter: 'A03', point: 'issued' },
        ],
        combine: 'firstApplicable',
        says: text('施工许可证不早于用地手续'),
        ...stated,
      },
    ],
  },
  landDay: {
    bases: [
      { id: 'transaction', name: text('成交日'), matter: 'P10', point: 'step:deal', ...stated },
      { id: 'contract', name: text('签约日'), matter: 'P10', point: 'issued', ...stated },
    ],
    certificates: ['A03', 'B02', 'C07'].map(certificate),
    usualWindow: { ...workdays(5), ...stated },
    steps: [],
    dayTable: [],
  },
  rules: [
    {
      id: 'joint',
      name: text('联合办理'),
      rules: [
        {
          id: 'statutory-limit',
          says: text('45 日，可延 15 日'),
          limit: {
            kind: 'days',
            ...workdays(45),
            startEvent: 'accepted',
            extension: { value: 15, ...stated },
            ...stated,
          },
          ...stated,
        },
      ],
    },
  ],
  matters,
  edges,
  gates,
  districts: [district],
  calendars: [
    {
      year: 2022,
      notice: { title: '2022 年放假安排', issuedBy: '国务院办公厅', confidence: 'C' },
      source: { title: 'holiday-cn' },
      confidence: 'C',
      off: [
        { days: '2022-09-10..2022-09-12', name: text('中秋') },
        { days: '2022-10-01..2022-10-07', name: text('国庆') },
      ],
      on: ['2022-10-08', '2022-10-09'],
    },
  ],
}

export const project: Project = {
  name: text('示例项目'),
  district: '320413',
  facts: { landAreaHm2: { value: 20 }, energyTce: { value: 3000 }, hasCivilBuilding: { value: false } },
  parcels: [{ id: 'K1', facts: {} }],
  phases: [{ id: '4.1', name: text('4.1 期'), notBefore: '2022-07-01', facts: { constructionDays: { value: 150 } } }],
  unitWorks: [],
  tracks: {},
  ready: [
    { matter: 'C07', on: '2022-08-01' },
    { matter: 'A06', material: 'A06-conditions', on: '2022-07-20' },
  ],
  done: [{ matter: 'A01', on: '2022-06-20' }],
  assessments: ['park-geo'],
}
