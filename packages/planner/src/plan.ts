import { z } from 'zod'

/**
 * The plan as data: what `kaigong plan --format json` prints and every export reads. Its JSON Schema is published as
 * `catalogue/schema/plan.schema.json`. Days are ISO dates, moments ISO date-times of Beijing (+08:00); lengths say their unit.
 */
const Text = z.strictObject({ zh: z.string(), en: z.string() })
const Confidence = z.enum(['A', 'B', 'C', 'GK', 'synthetic'])
const Day = z.iso.date()
const Moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\+08:00$/)

const Owner = z.enum(['government', 'intermediary', 'utility', 'enterprise', 'land'])
const Track = z.enum(['standard', 'tolerance', 'commitment', 'preReview', 'exempt'])

/** A source as text for a reader: law with version and article, or the title of a page. */
const Basis = z.strictObject({ text: Text, confidence: Confidence })

/** How long something takes, in whose words, and why this figure. */
const Length = z.strictObject({
  value: z.number().nonnegative(),
  unitAsWritten: z.string(),
  unitApplied: z.enum(['hour', 'workday', 'day', 'month', 'year']),
  /** minimum: neither shortens nor rolls; duty: to the close of the n-th counted day; effort: working time from now. */
  count: z.enum(['minimum', 'duty', 'effort']),
  countStartDay: z.boolean(),
  week: z.enum(['office', 'design', 'site', 'everyday']),
  /** Where the figure comes from: promised here, sample from elsewhere, the law itself, what is usual, a fact of the project, an assumption. */
  from: z.enum(['promised', 'sample', 'statutory', 'usual', 'fact', 'assumed', 'catalogue']),
  basis: Basis,
})

/** Why an activity does not start earlier, or is put late. */
const Binding = z.strictObject({
  kind: z.enum([
    'edge',
    'step',
    'gate',
    'calendar',
    'capacity',
    'material',
    'asOf',
    'landDay',
    'deadline',
    'late',
    'validity',
    'done',
  ]),
  text: Text,
  /** The activity that holds this one. */
  activity: z.string().optional(),
  edge: z.string().optional(),
  edgeKind: z.enum(['hard', 'practice', 'soft']).optional(),
  basis: Basis.optional(),
})

const Scope = z.strictObject({ kind: z.enum(['project', 'phase', 'parcel', 'unitWorks']), id: z.string() })

const PlanActivity = z.strictObject({
  id: z.string(),
  /** The occurrence of a matter that this is a step of. */
  occurrence: z.string(),
  matter: z.string(),
  scope: Scope,
  kind: z.enum([
    'preparation',
    'check',
    'special',
    'review',
    'decision',
    'delivery',
    'request',
    'preReview',
    'conversion',
    'inspection',
    'transaction',
    'work',
  ]),
  /** Id of the step in the catalogue (a special procedure, a preparation's number, a step) or of the usual chain. */
  step: z.string(),
  name: Text,
  track: Track,
  owner: Owner,
  agency: z.string().nullable(),
  /** Reviewers of the agency that it takes while it runs. */
  reviewers: z.int().nonnegative(),
  start: Moment,
  finish: Moment,
  length: Length,
  latestStart: Moment,
  /** Working days by which it can slip without moving a goal. */
  slack: z.number().nonnegative(),
  critical: z.boolean(),
  binding: z.array(Binding),
  /** It happened already, or is dated by the project file. */
  done: z.boolean(),
  /** Rests on days past the last published calendar. */
  provisional: z.boolean(),
  /** Only planned because a fact is unknown. */
  assumed: z.boolean(),
})

const PlanMaterial = z.strictObject({
  id: z.string(),
  name: Text,
  necessity: z.enum(['essential', 'deferrable']),
  shared: z.boolean(),
  from: z.string(),
  issuedBy: z.string().nullable(),
  /** The last day on which it may be handed in under this plan. */
  neededBy: Day,
  basis: Basis,
})

const PlanMatter = z.strictObject({
  /** `C07@4.1`, or `A06` for the whole project. */
  id: z.string(),
  matter: z.string(),
  scope: Scope,
  name: Text,
  stage: z.int(),
  nature: z.string(),
  verdict: z.enum(['applies', 'assumed']),
  /** The rule that makes it applicable, and what is missing where it is only assumed. */
  rule: z.strictObject({ id: z.string(), says: Text, basis: Basis }),
  missing: z.array(z.string()),
  variant: z.strictObject({ id: z.string(), name: Text }).nullable(),
  track: Track,
  trackReason: Text,
  lawfulTracks: z.array(Track),
  exemption: z
    .strictObject({ assessment: z.string(), approvalNo: z.string(), validTo: Day, synthetic: z.boolean() })
    .nullable(),
  authority: Text,
  agency: z.string().nullable(),
  agencyName: Text,
  citations: z.array(Basis),
  /** The limit planned with, and the law's own beside it with the last day it would allow. */
  limit: z.strictObject({
    planned: Length.nullable(),
    statutory: z.strictObject({ text: Text, basis: Basis, lastDay: Day.nullable() }),
  }),
  materials: z.array(PlanMaterial),
  /** null where the matter is exempt. */
  begun: Moment.nullable(),
  submitted: Moment.nullable(),
  decided: Moment.nullable(),
  issued: Moment.nullable(),
  result: Text,
  visits: z.int().nonnegative(),
  done: z.boolean(),
})

const NotApplicable = z.strictObject({
  matter: z.string(),
  scope: Scope,
  name: Text,
  /** Why not: each rule that fails with the facts it failed on. */
  because: z.array(Text),
})

const Unknown = z.strictObject({
  fact: z.string(),
  scope: z.string(),
  name: Text,
  question: Text,
  /** What was taken instead, if anything. */
  assumed: z.strictObject({ value: Text, says: Text }).nullable(),
  matters: z.array(z.string()),
  /** For each answer that was tried: what would change. Days are working days by which the construction start moves. */
  answers: z.array(
    z.strictObject({
      answer: Text,
      startMovesBy: z.number().nullable(),
      added: z.array(z.string()),
      removed: z.array(z.string()),
    }),
  ),
})

const Certificate = z.strictObject({
  matter: z.string(),
  scope: Scope,
  name: Text,
  core: z.boolean(),
  date: Day,
  /** Working days from the land event. */
  workdaysFromLand: z.int().nullable(),
  activity: z.string(),
})

const GateDates = z.strictObject({
  gate: z.enum(['G0', 'G1', 'G2', 'G3', 'G4']),
  scope: Scope,
  name: Text,
  date: Day.nullable(),
  requires: z.array(
    z.strictObject({ occurrence: z.string(), matter: z.string(), date: Day.nullable(), text: Text, basis: Basis }),
  ),
})

const Split = z.strictObject({ owner: Owner, activities: z.int(), workdays: z.number(), onCriticalChain: z.number() })

const Comparison = z.strictObject({
  standard: z.strictObject({
    constructionStart: Day.nullable(),
    production: Day.nullable(),
    workdaysToStart: z.number().nullable(),
    workdaysFromLandToPermit: z.number().nullable(),
    matters: z.int(),
    materials: z.int(),
    visits: z.int(),
  }),
  accelerated: z.strictObject({
    constructionStart: Day.nullable(),
    production: Day.nullable(),
    workdaysToStart: z.number().nullable(),
    workdaysFromLandToPermit: z.number().nullable(),
    matters: z.int(),
    materials: z.int(),
    visits: z.int(),
  }),
})

const ChainLink = z.strictObject({
  activity: z.string(),
  name: Text,
  start: Day,
  finish: Day,
  because: Text,
  basis: Basis.optional(),
})

const Remedy = z.strictObject({
  kind: z.enum(['startEarlier', 'laterDate', 'track', 'capacity', 'piling', 'answer']),
  text: Text,
  /** What the planner found when it tried this. */
  meets: z.boolean(),
  constructionStart: Day.nullable(),
  workdaysGained: z.number().nullable(),
})

export const Verdict = z.strictObject({
  /** Whether what was asked can be had. */
  met: z.boolean(),
  headline: Text,
  details: z.array(Text),
  /** What was asked: a land day, a start of construction, or simply the earliest. */
  asked: z.strictObject({ kind: z.enum(['earliest', 'landDay', 'startBy']), date: Day.nullable() }),
  /** The nearest date that can be had, when it cannot. */
  nearest: Day.nullable(),
  /** The shortest chain of reasons that fixes the date, first cause first. */
  chain: z.array(ChainLink),
  remedies: z.array(Remedy),
})

export const Plan = z.strictObject({
  format: z.literal('kaigong-plan/1'),
  project: z.strictObject({
    name: Text,
    code: z.string().nullable(),
    enterprise: Text.nullable(),
    about: Text.nullable(),
  }),
  district: z.strictObject({ code: z.string(), name: Text }),
  asOf: Day,
  rests: z.strictObject({
    catalogue: z.string(),
    edition: z.string(),
    lawCheckedThrough: Day,
    calendarThrough: Day,
    /** Ticks are 12 minutes; office hours as the district states them. */
    officeHours: z.array(z.tuple([z.string(), z.string()])),
  }),
  land: z.strictObject({ basis: z.string(), basisName: Text, day: Day.nullable(), given: z.boolean() }),
  verdict: Verdict,
  certificates: z.array(Certificate),
  gates: z.array(GateDates),
  activities: z.array(PlanActivity),
  matters: z.array(PlanMatter),
  notApplicable: z.array(NotApplicable),
  unknown: z.array(Unknown),
  facts: z.array(
    z.strictObject({
      fact: z.string(),
      scope: z.string(),
      name: Text,
      value: Text,
      confidence: Confidence.nullable(),
      assumed: z.boolean(),
    }),
  ),
  criticalChain: z.array(ChainLink),
  split: z.array(Split),
  /** Which owners a usual provincial "days" count contains, and the total by that count. */
  countedDays: z.strictObject({ text: Text, workdays: z.number() }),
  comparison: Comparison.nullable(),
  /** First day from which dates are provisional, or null. */
  provisional: z.strictObject({ from: Day, text: Text }).nullable(),
})

export type Plan = z.infer<typeof Plan>
export type PlanActivity = z.infer<typeof PlanActivity>
export type PlanMatter = z.infer<typeof PlanMatter>
export type PlanBinding = z.infer<typeof Binding>
export type PlanLength = z.infer<typeof Length>
export type PlanScope = z.infer<typeof Scope>
export type ChainLink = z.infer<typeof ChainLink>
export type Remedy = z.infer<typeof Remedy>
export type Verdict = z.infer<typeof Verdict>
