import { z } from 'zod'
import { Condition } from './condition.ts'
import { Duration, Limit } from './limit.ts'
import { dated, sourced, Text } from './source.ts'

export const MatterId = z
  .string()
  .regex(/^([PABCDW]\d{2}[a-z]?)$/, { error: '事项编号形如 A05、C07p · a matter id looks like A05 or C07p' })

/** Whose time a step takes. */
export const Owner = z.enum(['government', 'intermediary', 'utility', 'enterprise', 'land'])
export type Owner = z.infer<typeof Owner>

/** The week in which a step's days are counted. */
export const Week = z.enum(['office', 'design', 'site', 'everyday'])
export type Week = z.infer<typeof Week>

/** A citation: the article and, in our own words, what it says. */
const Citation = z.strictObject({ ...sourced, says: Text.optional(), inForce: z.strictObject(dated).optional() })

/** One way in which a matter becomes applicable; any one is enough. */
const ApplicabilityRule = z.strictObject({
  id: z.string(),
  when: Condition,
  says: Text,
  ...sourced,
})
export type ApplicabilityRule = z.infer<typeof ApplicabilityRule>

/** A form of the matter with its own limits: 报告书, 报告表, 登记表; the first whose condition holds is taken. */
const Variant = z.strictObject({
  id: z.string(),
  name: Text,
  when: Condition,
  /** Who decides this variant, where it is not the matter's authority (省级审查). */
  authority: z.string().optional(),
  ...sourced,
})

export const Material = z.strictObject({
  id: z.string(),
  name: Text,
  /** essential ★ must be there at acceptance; deferrable △ may follow under tolerance. */
  necessity: z.enum(['essential', 'deferrable']),
  /** Fetched by the agency from shared data: the company does not bring it. */
  shared: z.boolean().optional(),
  /** Who makes it. */
  from: z.enum(['enterprise', 'designer', 'intermediary', 'contractor', 'government', 'utility']),
  /** The matter whose result it is. */
  issuedBy: MatterId.optional(),
  when: Condition.optional(),
  variant: z.string().optional(),
  ...sourced,
})
export type Material = z.infer<typeof Material>

/** A special procedure (特别程序) and what it does to the clock, on the authority that it cites. */
const SpecialProcedure = z.strictObject({
  id: z.string(),
  /** One of `national/special-procedures.yaml`. */
  kind: z.string(),
  name: Text,
  clockEffect: z.enum(['pause', 'extend', 'none']),
  owner: Owner,
  duration: Duration,
  /** minimum: may not be shorter; maximum: the law's ceiling; estimate: what it usually takes. */
  bound: z.enum(['minimum', 'maximum', 'estimate']),
  /** 公示: the first day counts (domain 3.9). */
  countStartDay: z.boolean().optional(),
  /** It happens only when this holds; always when absent. Only possible ones are listed for information. */
  when: Condition.optional(),
  possible: z.boolean().optional(),
  /** Procedures of the matter that it follows, where they would otherwise run side by side. */
  after: z.array(z.string()).optional(),
  variant: z.string().optional(),
  ...sourced,
})
export type SpecialProcedure = z.infer<typeof SpecialProcedure>

/** A step of a matter that does not follow the usual chain, or of work that is no matter at all. */
const Step = z.strictObject({
  id: z.string(),
  name: Text,
  kind: z.enum([
    'preparation',
    'check',
    'review',
    'special',
    'decision',
    'delivery',
    'transaction',
    'work',
    'inspection',
  ]),
  owner: Owner,
  week: Week,
  /** minimum: neither shortens nor rolls; duty: the last day rolls; effort: working time from now. */
  count: z.enum(['minimum', 'duty', 'effort']),
  duration: Duration,
  /** The number of days comes from this fact of the project; `duration` is used while it is unknown. */
  durationFact: z.string().optional(),
  countStartDay: z.boolean().optional(),
  /** Takes one reviewer of the handling agency. */
  reviewed: z.boolean().optional(),
  /** Steps that come before; the one above when absent; none when empty. */
  after: z.array(z.string()).optional(),
  when: Condition.optional(),
  ...sourced,
})
export type Step = z.infer<typeof Step>

const SamplePromise = z.strictObject({
  value: z.number().nonnegative(),
  unitApplied: z.enum(['workday', 'day']),
  where: Text,
  variant: z.string().optional(),
  ...sourced,
})

const Preparation = z.strictObject({
  value: z.number().nonnegative(),
  owner: Owner,
  week: Week,
  says: Text,
  variant: z.string().optional(),
  ...sourced,
})

/** Duties that a document leaves behind and that run out on a day. */
const ResultDuty = z.enum([
  'startWithin', // 领证后开工
  'startExtension', // 开工延期
  'reportSuspension', // 中止施工报告
  'verifyBeforeResuming', // 恢复施工前核验
  'reexamineUnlessStarted', // 逾期未开工重新审核
  'approveAnewWhenChanged', // 重大变动重新报批
  'validity', // 有效期
])

const Tracks = z.strictObject({
  tolerance: z.strictObject({ when: Condition.optional(), ...sourced }).optional(),
  commitment: z
    .strictObject({
      when: Condition.optional(),
      variant: z.string().optional(),
      /** Decided at once unless so many days are named. */
      decision: Duration,
      inspection: Duration,
      ...sourced,
    })
    .optional(),
  preReview: z
    .strictObject({
      when: Condition.optional(),
      review: Duration,
      /** 核对转正式: hours after the land is won. */
      conversion: Duration,
      /** How long the opinion may be relied on. */
      validity: Duration,
      ...sourced,
    })
    .optional(),
  exempt: z
    .strictObject({
      assessment: z.string(),
      when: Condition.optional(),
      useMode: z.enum(['exempt', 'simplified', 'dataOnly']),
      ...sourced,
    })
    .optional(),
})

/** One file of `catalogue/national/<stage>/`: everything the law and practice say of a matter. */
export const Matter = z.strictObject({
  id: MatterId,
  name: Text,
  stage: z.int().min(0).max(5),
  nature: z.enum([
    'permit', // 行政许可
    'filing', // 备案、报告
    'confirmation', // 行政确认
    'technicalReview', // 技术审查，非许可
    'selfAssessment', // 建设单位自行
    'transaction', // 土地交易、合同、缴款
    'utility', // 市政公用
    'coordination', // 会商、预审
    'work', // 设计、施工、调试
  ]),
  /** Statutory competent authority (法定主管), a role of `national/authorities.yaml`; the district says who handles it. */
  authority: z.string(),
  per: z.enum(['project', 'phase', 'parcel', 'unitWorks']),
  citations: z.array(Citation).min(1),
  applies: z.array(ApplicabilityRule).min(1),
  variants: z.array(Variant).optional(),
  limits: z.array(Limit).min(1),
  samplePromises: z.array(SamplePromise).optional(),
  preparation: z.array(Preparation).optional(),
  /** Replaces the usual chain (preparation, check, special procedures, review, delivery) where a matter runs otherwise. */
  steps: z.array(Step).min(1).optional(),
  materials: z.array(Material),
  specialProcedures: z.array(SpecialProcedure).optional(),
  /** What the applicant must have fulfilled, beside materials (施工许可证申领条件). */
  conditions: z.array(z.strictObject({ id: z.string(), says: Text, ...sourced })).optional(),
  tracks: Tracks,
  result: Text,
  /** Validity of the result, and duties that it leaves behind (three months to start, re-examination). */
  resultRules: z
    .array(
      z.strictObject({
        id: z.string(),
        /** What it asks once the document is out, for what is dated and watched; a rule without it is only read. */
        means: ResultDuty.optional(),
        says: Text,
        duration: Duration.optional(),
        inForce: z.strictObject(dated).optional(),
        ...sourced,
      }),
    )
    .optional(),
  /** Times that the person in charge goes to a counter, for the comparison of visits. */
  visits: z.int().nonnegative().optional(),
  notes: z.array(z.strictObject({ says: Text, ...sourced })).optional(),
})
export type Matter = z.infer<typeof Matter>
