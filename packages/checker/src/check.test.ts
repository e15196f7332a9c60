import type { Catalogue, Project } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import { goodPlan } from './goodPlan.fixture.ts'
import { catalogue, project } from './smallLaw.fixture.ts'
import type { Activity, Length, PlannedMatter, Subject } from './subject.ts'
import { type Code, codes } from './violation.ts'

type Spoilt = { readonly plan: Subject; readonly catalogue: Catalogue; readonly project: Project }
type Spoil = (good: Spoilt) => Spoilt
/** One way to be wrong: what the plan does, the code that says so, and the activity or matter that it names. */
type Break = readonly [code: Code, says: string, names: string, spoil: Spoil]

const plan =
  (change: (plan: Subject) => Partial<Subject>): Spoil =>
  (s) => ({ ...s, plan: { ...s.plan, ...change(s.plan) } })
const law =
  (change: (catalogue: Catalogue) => Partial<Catalogue>): Spoil =>
  (s) => ({ ...s, catalogue: { ...s.catalogue, ...change(s.catalogue) } })
const ofProject =
  (change: Partial<Project>): Spoil =>
  (s) => ({ ...s, project: { ...s.project, ...change } })
const all =
  (...spoils: readonly Spoil[]): Spoil =>
  (s) =>
    spoils.reduce((spoilt, spoil) => spoil(spoilt), s)

const activity = (id: string, change: Partial<Activity>): Spoil =>
  plan(({ activities }) => ({ activities: activities.map((a) => (a.id === id ? { ...a, ...change } : a)) }))
const lasting = (id: string, change: Partial<Length>): Spoil =>
  plan(({ activities }) => ({
    activities: activities.map((a) => (a.id === id ? { ...a, length: { ...a.length, ...change } } : a)),
  }))
const at = (id: string, start: string, finish: string) =>
  activity(id, { start: `${start.replace(' ', 'T')}+08:00`, finish: `${finish.replace(' ', 'T')}+08:00` })
const matter = (id: string, change: Partial<PlannedMatter>): Spoil =>
  plan(({ matters, activities }) => ({
    matters: matters.map((m) => (m.id === id ? { ...m, ...change } : m)),
    activities: activities.map((a) => (a.occurrence === id && change.track ? { ...a, track: change.track } : a)),
  }))
const district = (change: Partial<Catalogue['districts'][number]>): Spoil =>
  law(({ districts }) => ({ districts: districts.map((d) => ({ ...d, ...change })) }))
const matterOfLaw = (id: string, change: Partial<Catalogue['matters'][number]>): Spoil =>
  law(({ matters }) => ({ matters: matters.map((m) => (m.id === id ? { ...m, ...change } : m)) }))
const without = (id: string): Spoil =>
  plan(({ matters, activities }) => ({
    matters: matters.filter((m) => m.id !== id),
    activities: activities.filter((a) => a.occurrence !== id),
  }))
const answers = (facts: Project['facts']): Spoil => ofProject({ facts: { ...project.facts, ...facts } })
const stated = { source: { title: '示例' }, confidence: 'GK' } as const

const breaks: readonly Break[] = [
  [
    'plan.unreadable',
    'a moment off the grid of 12 minutes',
    'P02@K1:check',
    activity('P02@K1:check', { start: '2022-07-01T08:05+08:00' }),
  ],
  [
    'plan.unreadable',
    'a day that no month has',
    'P02@K1:check',
    activity('P02@K1:check', { start: '2022-06-31T08:00+08:00' }),
  ],
  [
    'plan.unreadable',
    'an end before the beginning',
    'P02@K1:check',
    at('P02@K1:check', '2022-07-01 12:00', '2022-07-01 08:00'),
  ],
  [
    'plan.unreadable',
    'a day that the calendar does not reach',
    'W04@4.1:build',
    activity('W04@4.1:build', { finish: '2099-01-01T08:00+08:00' }),
  ],
  [
    'plan.unreadable',
    'an activity of no matter of the plan',
    'P02@K1:check',
    activity('P02@K1:check', { occurrence: 'P03' }),
  ],
  ['plan.district', 'the law of another district', '', plan(() => ({ district: { code: '320481' } }))],
  [
    'completeness.unknown',
    'a matter that the catalogue does not have',
    'Z99',
    plan((p) => ({ matters: [...p.matters, { ...p.matters[0]!, id: 'Z99', matter: 'Z99' }] })),
  ],
  [
    'completeness.unknown',
    'a phase that the project does not have',
    'C07@4.2',
    plan((p) => ({
      matters: p.matters.map((m) =>
        m.id === 'C07@4.1' ? { ...m, id: 'C07@4.2', scope: { kind: 'phase', id: '4.2' } } : m,
      ),
    })),
  ],
  [
    'completeness.twice',
    'a matter twice',
    'A05',
    plan((p) => ({ matters: [...p.matters, p.matters.find((m) => m.id === 'A05')!] })),
  ],
  ['completeness.missing', 'a matter left out', 'A07', without('A07')],
  [
    'completeness.missing',
    'a matter left out of the second phase',
    'C07@4.2',
    ofProject({ phases: [...project.phases, { ...project.phases[0]!, id: '4.2' }] }),
  ],
  ['completeness.missing', 'a matter left out that only an unknown fact keeps in the plan', 'A12', without('A12')],
  ['completeness.notApplicable', 'a matter that the facts exclude', 'A12', answers({ relicsZone: { value: false } })],
  [
    'completeness.variant',
    'the form for small projects on a large one',
    'A05',
    answers({ energyTce: { value: 20000 } }),
  ],
  [
    'steps.missing',
    'no completeness check',
    'A05',
    plan((p) => ({ activities: p.activities.filter((a) => a.id !== 'A05:check') })),
  ],
  [
    'steps.missing',
    'commitment without its later inspection',
    'A07',
    plan((p) => ({ activities: p.activities.filter((a) => a.id !== 'A07:inspection') })),
  ],
  [
    'steps.extra',
    'a review that the track does not have',
    'A07:review',
    plan((p) => ({
      activities: [
        ...p.activities,
        { ...p.activities.find((a) => a.id === 'A07:decision')!, id: 'A07:review', step: 'review' },
      ],
    })),
  ],
  [
    'steps.extra',
    'work on what is exempt',
    'A10@K1:check',
    plan((p) => ({
      activities: [
        ...p.activities,
        {
          ...p.activities.find((a) => a.id === 'P02@K1:check')!,
          id: 'A10@K1:check',
          occurrence: 'A10@K1',
          matter: 'A10',
          track: 'exempt',
        },
      ],
    })),
  ],
  [
    'steps.twice',
    'an activity twice',
    'A05:check',
    plan((p) => ({ activities: [...p.activities, p.activities.find((a) => a.id === 'A05:check')!] })),
  ],
  [
    'steps.order',
    'the review before the assessment that stops its clock',
    'A05:review',
    at('A05:review', '2022-07-05 12:00', '2022-08-02 18:00'),
  ],
  [
    'steps.kind',
    'the agency’s time booked on the company',
    'A05:review',
    activity('A05:review', { owner: 'enterprise' }),
  ],
  ['steps.reviewers', 'a review that takes nobody', 'A05:review', activity('A05:review', { reviewers: 0 })],
  [
    'steps.reviewers',
    'a review by an agency that is not in charge',
    'A05:review',
    activity('A05:review', { agency: 'ecology' }),
  ],
  ['length.claim', 'a promise that nobody made', 'A05:review', lasting('A05:review', { from: 'promised' })],
  [
    'length.counted',
    'a publicity that leaves its first day out',
    'A06:publicity',
    lasting('A06:publicity', { countStartDay: false }),
  ],
  [
    'length.figure',
    'a preparation shorter than the catalogue’s',
    'A05:prepare1',
    lasting('A05:prepare1', { value: 1 }),
  ],
  [
    'length.figure',
    'a construction longer than the project’s own figure',
    'W04@4.1:build',
    lasting('W04@4.1:build', { value: 200 }),
  ],
  [
    'length.limit',
    'a review faster than the promise that it claims',
    'A06:review',
    lasting('A06:review', { value: 10 }),
  ],
  [
    'length.minimum',
    'an auction notice of 19 days',
    'P09@K1:notice',
    all(lasting('P09@K1:notice', { value: 19 }), at('P09@K1:notice', '2022-07-01 12:00', '2022-07-20 18:00')),
  ],
  [
    'length.short',
    'a review that ends a day before its last',
    'A05:review',
    at('A05:review', '2022-07-19 18:00', '2022-08-15 18:00'),
  ],
  [
    'length.long',
    'a review that ends the day after its last',
    'A05:review',
    at('A05:review', '2022-07-19 18:00', '2022-08-17 18:00'),
  ],
  [
    'edge.broken',
    'the deal before the listing is over',
    'P10@K1:deal',
    at('P10@K1:deal', '2022-07-29 08:00', '2022-07-29 08:48'),
  ],
  [
    'edge.broken',
    'a permit handed in before the document that it needs is issued',
    'C07@4.1:check',
    at('C07@4.1:check', '2022-08-01 15:36', '2022-08-02 09:36'),
  ],
  [
    'edge.broken',
    'a practice of the district alone',
    'C07@4.1:check',
    district({
      edges: [
        { id: 'own', from: 'A05', to: 'C07', kind: 'practice', says: { zh: '先节能', en: 'energy first' }, ...stated },
      ],
    }),
  ],
  [
    'edge.broken',
    'an approval that stands before the permit here, not before the start',
    'C07@4.1:check',
    district({ gateAt: [{ matter: 'A05', gate: 'C07', ...stated }] }),
  ],
  [
    'edge.broken',
    'a material that may follow, but came after the decision',
    'A06:delivery',
    at('P02@K1:check', '2022-07-28 08:00', '2022-07-28 12:00'),
  ],
  [
    'edge.opinion',
    'an opinion before the opinion that it rests on',
    'B02@4.1:request',
    at('B02@4.1:request', '2022-07-04 08:00', '2022-07-04 08:48'),
  ],
  [
    'edge.tooLate',
    'a start of construction more than three months after the permit',
    'W04@4.1:build',
    at('W04@4.1:build', '2022-11-09 08:00', '2023-04-08 08:00'),
  ],
  [
    'gate.closed',
    'construction before the energy review',
    'W04@4.1:build',
    at('W04@4.1:build', '2022-08-09 08:00', '2023-01-06 08:00'),
  ],
  [
    'invariant.broken',
    'the land-use permit before the contract',
    'A03@K1:conversion',
    at('A03@K1:conversion', '2022-08-01 08:48', '2022-08-01 10:24'),
  ],
  [
    'invariant.broken',
    'the construction permit before the land-use permit, first of the alternatives that applies',
    'A03@K1:conversion',
    at('A03@K1:conversion', '2022-08-09 08:00', '2022-08-09 09:36'),
  ],
  [
    'land.conversion',
    'an opinion turned into a permit before the land is won',
    'B02@4.1:conversion',
    at('B02@4.1:conversion', '2022-07-29 08:00', '2022-07-29 09:36'),
  ],
  [
    'land.formal',
    'a document that hangs on the land before the deal',
    'A03@K1:conversion',
    at('A03@K1:conversion', '2022-07-29 08:00', '2022-07-29 09:36'),
  ],
  [
    'preReview.tooEarly',
    'a request for pre-review before the planning conditions',
    'A03@K1:request',
    at('A03@K1:request', '2022-07-01 09:00', '2022-07-01 09:48'),
  ],
  [
    'preReview.lapsed',
    'an opinion used after it lapsed',
    'A03@K1:conversion',
    matterOfLaw('A03', {
      tracks: {
        preReview: {
          ...catalogue.matters.find((m) => m.id === 'A03')!.tracks.preReview!,
          validity: { value: 20, unitAsWritten: '日', unitApplied: 'day' },
        },
      },
    }),
  ],
  [
    'track.tolerance',
    'tolerance for an applicant whose credit is bad',
    'A06',
    answers({ goodCredit: { value: false } }),
  ],
  ['track.tolerance', 'tolerance where the catalogue names none', 'A05', matter('A05', { track: 'tolerance' })],
  [
    'track.commitment',
    'commitment for an applicant whose credit is bad',
    'A07',
    answers({ goodCredit: { value: false } }),
  ],
  ['track.commitment', 'commitment where no law allows it', 'A05', matter('A05', { track: 'commitment' })],
  ['track.preReview', 'pre-review of what is formal from the start', 'A05', matter('A05', { track: 'preReview' })],
  [
    'track.preReview',
    'pre-review of land that is won',
    'B02@4.1',
    all(ofProject({ done: [...project.done, { matter: 'P10', on: '2022-06-24' }] })),
  ],
  [
    'track.exempt',
    'an exemption by an assessment that does not cover the site',
    'A10@K1',
    ofProject({ assessments: [] }),
  ],
  [
    'track.exempt',
    'an exemption by an assessment that has run out',
    'A10@K1',
    district({
      regionalAssessments: catalogue.districts[0]!.regionalAssessments.map((a) => ({ ...a, validTo: '2022-06-30' })),
    }),
  ],
  [
    'track.exempt',
    'an exemption of a case that is barred',
    'A10@K1',
    law((c) => ({
      assessments: c.assessments.map((a) => ({
        ...a,
        notFor: [
          {
            when: { fact: 'landAreaHm2', atLeast: 10 },
            says: { zh: '大型项目不豁免', en: 'large projects are not exempt' },
            ...stated,
          },
        ],
      })),
    })),
  ],
  [
    'track.exempt',
    'an exemption by an assessment whose data may merely be used',
    'A10@K1',
    district({
      regionalAssessments: catalogue.districts[0]!.regionalAssessments.map((a) => ({ ...a, useMode: 'dataOnly' })),
    }),
  ],
  [
    'tolerance.notDeferrable',
    'an essential material left for later',
    'A06',
    matter('A06', { materials: [{ id: 'A06-report', neededBy: '2022-07-26' }] }),
  ],
  [
    'tolerance.notDeferrable',
    'a material left for later that the district took off the list',
    'A06',
    matter('A06', { materials: [{ id: 'A06-mandate', neededBy: '2022-07-26' }] }),
  ],
  [
    'tolerance.never',
    'a condition of issue left for later',
    'A06',
    matter('A06', { materials: [{ id: 'A06-filing', neededBy: '2022-07-26' }] }),
  ],
  [
    'capacity.exceeded',
    'two reviews at once where one reviewer works',
    'B02@4.1:conversion',
    at('B02@4.1:conversion', '2022-08-01 14:48', '2022-08-01 16:24'),
  ],
  [
    'time.beforeAsOf',
    'work on a day that is over',
    'A07:prepare1',
    at('A07:prepare1', '2022-06-30 08:00', '2022-06-30 18:00'),
  ],
  [
    'time.notReady',
    'an application before its materials are there',
    'C07@4.1:check',
    ofProject({ ready: [{ matter: 'C07', on: '2022-08-02' }] }),
  ],
  [
    'time.notReady',
    'a decision before the material that may follow is there',
    'A06:delivery',
    ofProject({ ready: [{ matter: 'A06', material: 'A06-conditions', on: '2022-07-28' }] }),
  ],
  [
    'time.phase',
    'a phase before its day',
    'C07@4.1:prepare1',
    ofProject({ phases: [{ ...project.phases[0]!, notBefore: '2022-07-04' }] }),
  ],
  [
    'time.hours',
    'a check that begins in the lunch break',
    'P02@K1:check',
    at('P02@K1:check', '2022-07-01 12:36', '2022-07-01 18:00'),
  ],
  ['time.hours', 'a check on a Sunday', 'A05:check', at('A05:check', '2022-07-10 08:00', '2022-07-10 12:00')],
  ['time.done', 'a past that was otherwise', 'A01:done', at('A01:done', '2022-06-21 18:00', '2022-06-21 18:00')],
  [
    'statutory.longer',
    'eight days where the law gives seven',
    'C07@4.1:review',
    lasting('C07@4.1:review', { value: 8 }),
  ],
  [
    'statutory.late',
    'a decision on the 21st working day of 20',
    'A05:review',
    at('A05:delivery', '2022-08-18 08:00', '2022-08-18 08:48'),
  ],
  [
    'statutory.late',
    'tolerance used to wait for nothing',
    'A06:review',
    at('A06:delivery', '2022-08-17 08:00', '2022-08-17 08:48'),
  ],
  [
    'statutory.joint',
    'a decision on the 61st working day where only local rules set a limit',
    'A12:review',
    at('A12:delivery', '2022-09-28 08:00', '2022-09-28 08:48'),
  ],
  [
    'marks.provisional',
    'a day past the published calendar that looks certain',
    'W04@4.1:build',
    activity('W04@4.1:build', { provisional: false }),
  ],
  [
    'marks.provisional',
    'a certain day that is called provisional',
    'A05:check',
    activity('A05:check', { provisional: true }),
  ],
  ['marks.assumed', 'an assumption that looks like knowledge', 'A12', matter('A12', { verdict: 'applies' })],
  ['marks.assumed', 'an activity that hides the assumption', 'A12:review', activity('A12:review', { assumed: false })],
  ['marks.done', 'a past that is planned', 'A01:done', activity('A01:done', { done: false })],
  ['marks.done', 'a plan that calls itself done', 'A05', matter('A05', { done: true })],
  [
    'marks.synthetic',
    'an invented assessment that does not say so',
    'A10@K1',
    matter('A10@K1', { exemption: { assessment: 'park-geo', validTo: '2026-12-31', synthetic: false } }),
  ],
  [
    'marks.moment',
    'a matter issued on another day than its document',
    'A05:delivery',
    matter('A05', { issued: '2022-08-16T18:00+08:00' }),
  ],
  [
    'marks.binding',
    'a reason that points nowhere',
    'A05:check',
    activity('A05:check', { binding: [{ activity: 'A99:check' }] }),
  ],
  [
    'certificate.missing',
    'four certificates of which one is forgotten',
    'B02@4.1',
    plan((p) => ({ certificates: p.certificates.filter((c) => c.matter !== 'B02') })),
  ],
  [
    'certificate.date',
    'two certificates whose dates are swapped',
    'C07@4.1:delivery',
    plan((p) => ({
      certificates: p.certificates.map((c) => ({ ...c, date: c.matter === 'C07' ? '2022-08-01' : '2022-08-08' })),
    })),
  ],
  [
    'certificate.workdays',
    'working days counted over a weekend',
    'C07@4.1:delivery',
    plan((p) => ({
      certificates: p.certificates.map((c) => (c.matter === 'C07' ? { ...c, workdaysFromLand: 7 } : c)),
    })),
  ],
  [
    'gate.date',
    'a gate passed on another day than construction starts',
    'G1',
    plan((p) => ({ gates: p.gates.map((g) => ({ ...g, date: '2022-08-16' })) })),
  ],
  [
    'gate.date',
    'a requirement of a gate dated before its document',
    'A05',
    plan((p) => ({
      gates: p.gates.map((g) => ({ ...g, requires: [{ occurrence: 'A05', matter: 'A05', date: '2022-08-01' }] })),
    })),
  ],
  [
    'land.day',
    'a land day that is not that of the deal',
    '',
    plan(() => ({ land: { basis: 'transaction', day: '2022-08-02' } })),
  ],
  [
    'chain.dates',
    'a critical chain with dates of its own',
    'W04@4.1:build',
    plan((p) => ({
      criticalChain: p.criticalChain.map((l) => (l.activity === 'W04@4.1:build' ? { ...l, start: '2022-08-16' } : l)),
    })),
  ],
  [
    'split.total',
    'the agencies’ days understated',
    'A05:review',
    plan((p) => ({ split: p.split.map((s) => (s.owner === 'government' ? { ...s, workdays: 60 } : s)) })),
  ],
]

const good: Spoilt = { plan: goodPlan, catalogue, project }
const judged = ({ plan: spoilt, ...grounds }: Spoilt) => check(spoilt, grounds)

describe('an approval plan', () => {
  it('is accepted when it breaks nothing', () => {
    expect(judged(good)).toEqual([])
  })

  it.each(breaks)('is refused for %s: %s', (code, _, names, spoil) => {
    const found = judged(spoil(good)).filter((v) => v.code === code)
    expect(found).not.toEqual([])
    expect(found.flatMap((v) => v.activities)).toEqual(names === '' ? [] : expect.arrayContaining([names]))
  })

  it('can be refused for every code that there is', () => {
    const shown = new Set(breaks.map(([code]) => code))
    expect(codes.filter((code) => !shown.has(code))).toEqual([])
  })

  it('is told what is wrong in both languages, with the dates', () => {
    const late = judged(at('A05:delivery', '2022-08-18 08:00', '2022-08-18 08:48')(good)).find(
      (v) => v.code === 'statutory.late',
    )
    expect(late?.message).toEqual({
      zh: '事项 A05（A05） 2022-08-17 才决定，法定最迟 2022-08-16（受理 2022-07-05，特别程序不计）',
      en: '事项 A05 (A05) is decided on 2022-08-17, the law’s last day is 2022-08-16 (accepted 2022-07-05, special procedures not counted)',
    })
    expect(late?.basis?.text.zh).toBe('示例')
  })
})

describe('a plan under tolerance', () => {
  const awaited = all(
    ofProject({ ready: [{ matter: 'A06', material: 'A06-conditions', on: '2022-08-17' }] }),
    at('A06:delivery', '2022-08-17 08:00', '2022-08-17 08:48'),
  )

  it('may wait for a late material for 15 working days past the law’s last one, here 15 August', () => {
    expect(judged(awaited(good)).map((v) => v.code)).not.toContain('statutory.late')
  })

  it('is returned when the material comes later still, on the 16th working day', () => {
    const tooLong = all(
      ofProject({ ready: [{ matter: 'A06', material: 'A06-conditions', on: '2022-09-06' }] }),
      at('A06:delivery', '2022-09-07 08:00', '2022-09-07 08:48'),
    )
    expect(judged(tooLong(good)).map((v) => v.code)).toContain('statutory.late')
  })
})

describe('the law that a plan is held against', () => {
  it('does not hold a plan to what is mere advice', () => {
    const advised = law(({ edges }) => ({
      edges: [...edges, { ...edges[0]!, id: 'advice', from: 'W04', to: 'A12', toPoint: 'submitted', kind: 'soft' }],
    }))
    expect(judged(advised(good))).toEqual([])
  })

  it('is that of each matter’s own day of acceptance', () => {
    const changed = matterOfLaw('A07', {
      applies: [
        {
          id: 'A07-until',
          when: { accepted: { until: '2022-07-01' } },
          says: { zh: '7 月 1 日前受理', en: 'accepted until 1 July' },
          ...stated,
        },
      ],
    })
    // Accepted on 4 July, when the rule is gone; left out of the plan it is not missed either.
    expect(judged(changed(good)).map((v) => v.code)).toEqual(['completeness.notApplicable'])
    expect(judged(all(changed, without('A07'))(good)).map((v) => v.code)).not.toContain('completeness.missing')
  })
})
