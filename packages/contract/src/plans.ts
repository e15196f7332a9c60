import type { Plan } from '@kaigong/planner'
import { z } from 'zod'
import type { Contract } from './contract.ts'
import { AgencyId, Day, EditionId, Instant, ProjectId, Version } from './ids.ts'
import { ProjectFacts } from './projectFacts.ts'
import { Text } from './text.ts'

/**
 * A whole plan. Its schema is the planner's own (`planJsonSchema`, published as catalogue/schema/plan.schema.json), which the
 * OpenAPI document takes in; here only the format is looked at, so that a browser need not load that schema.
 */
export const PlanDocument = z
  .custom<Plan>(
    (value) => typeof value === 'object' && value !== null && 'format' in value && value.format === 'kaigong-plan/1',
  )
  .meta({ id: 'Plan' })
export type PlanDocument = Plan

export const PlanStatus = z.enum(['computed', 'countersigning', 'adopted', 'superseded', 'dropped'])

/** What the plan was asked: the land day or the start to be met, or simply the earliest. */
export const Anchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('earliest') }),
  z.strictObject({ kind: z.literal('landDay'), day: Day }),
  z.strictObject({ kind: z.literal('startBy'), day: Day }),
])

/** Why a version exists. */
export const PlanCause = z.enum(['asked', 'factsChanged', 'catalogueChanged', 'calendarChanged', 'promiseChanged'])

export const PlanSummary = z.strictObject({
  no: z.int().positive(),
  version: Version,
  status: PlanStatus,
  cause: PlanCause,
  asOf: Day,
  anchor: Anchor,
  met: z.boolean(),
  headline: Text,
  constructionStart: Day.nullable(),
  production: Day.nullable(),
  landDay: Day.nullable(),
  /** The project's version whose facts it was computed from, and whether those still stand. */
  projectVersion: Version,
  factsStand: z.boolean(),
  edition: EditionId,
  calendarThrough: Day,
  /** Breaches that the independent checker found; 0 is the rule. */
  violations: z.int().nonnegative(),
  computedBy: z.string().nullable(),
  computedAt: Instant,
})
export type PlanSummary = z.infer<typeof PlanSummary>

/** One matter that an agency promises: by which day, in which limit. */
export const PromisedMatter = z.strictObject({
  occurrence: z.string(),
  matter: z.string(),
  name: Text,
  /** The limit planned with, such as 15 个工作日. */
  limit: Text.nullable(),
  by: Day,
})
export type PromisedMatter = z.infer<typeof PromisedMatter>
export const Countersignature = z.strictObject({
  agencyId: AgencyId,
  agencyName: Text,
  status: z.enum(['waiting', 'signed', 'objected']),
  promises: z.array(PromisedMatter),
  remark: z.string().nullable(),
  signedBy: z.string().nullable(),
  at: Instant.nullable(),
  mine: z.boolean(),
})
export type Countersignature = z.infer<typeof Countersignature>

export const PlanView = z.strictObject({
  ...PlanSummary.shape,
  plan: PlanDocument,
  facts: ProjectFacts,
  countersignatures: z.array(Countersignature),
  /** Days off of the years the plan covers, for shading. */
  daysOff: z.array(Day),
})
export type PlanView = z.infer<typeof PlanView>

export const PlanChange = z.strictObject({
  kind: z.string(),
  id: z.string(),
  name: Text,
  before: Text.nullable(),
  after: Text.nullable(),
})

export const ShareLink = z.strictObject({
  id: z.uuid(),
  planNo: z.int(),
  createdBy: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  opened: z.int().nonnegative(),
})

export const PromiseView = z.strictObject({
  occurrence: z.string(),
  matter: z.string(),
  name: Text,
  agencyId: AgencyId.nullable(),
  promisedOn: Day,
  planNo: z.int(),
  adoptedAt: Instant,
})

export const planFormats = ['html', 'json', 'ics', 'xlsx', 'mspdi'] as const

const ofProject = z.strictObject({ projectId: ProjectId })
const onePlan = z.strictObject({ projectId: ProjectId, no: z.coerce.number().int().positive() })

export const planContracts = {
  list: {
    method: 'GET',
    path: '/projects/:projectId/plans',
    may: 'plan.read',
    summary: { zh: '审批方案各版本', en: 'Versions of the approval plan' },
    params: ofProject,
    out: { 200: z.strictObject({ items: z.array(PlanSummary) }) },
  },
  read: {
    method: 'GET',
    path: '/projects/:projectId/plans/:no',
    may: 'plan.read',
    summary: { zh: '一版审批方案', en: 'One version of the plan' },
    params: onePlan,
    out: { 200: PlanView },
  },
  /** While somebody types: nothing is kept. */
  preview: {
    method: 'POST',
    path: '/projects/:projectId/plans/preview',
    may: 'plan.compute',
    summary: { zh: '试算：按这些属性方案会怎样（不保存）', en: 'Try facts: what the plan would be; nothing is kept' },
    params: ofProject,
    body: z.strictObject({ facts: ProjectFacts, anchor: Anchor.optional(), explore: z.boolean().default(false) }),
    out: {
      200: z.strictObject({
        plan: PlanDocument,
        changes: z.array(PlanChange),
        questions: z.array(
          z.strictObject({ fact: z.string(), scope: z.string(), matters: z.int(), moves: z.number().nullable() }),
        ),
      }),
    },
    refusals: ['project.bodyInvalid', 'plan.impossible', 'server.busy'],
  },
  compute: {
    method: 'POST',
    path: '/projects/:projectId/plans',
    may: 'plan.compute',
    summary: { zh: '计算并保存一版方案', en: 'Compute a version of the plan and keep it' },
    params: ofProject,
    body: z.strictObject({ asOf: Day.optional(), anchor: Anchor.optional() }),
    out: { 201: PlanView },
    refusals: ['project.bodyInvalid', 'plan.impossible', 'server.busy', 'request.stale'],
  },
  compare: {
    method: 'GET',
    path: '/projects/:projectId/plans/:no/changes',
    may: 'plan.read',
    summary: { zh: '两版方案的差别', en: 'What moved between two versions' },
    params: onePlan,
    query: z.strictObject({ from: z.coerce.number().int().positive() }),
    out: {
      200: z.strictObject({
        changes: z.array(PlanChange),
        /** Why: facts answered differently, another catalogue, another calendar, another as-of day. */
        because: z.array(
          z.strictObject({
            kind: z.enum(['fact', 'catalogue', 'calendar', 'asOf', 'anchor']),
            name: Text,
            before: Text.nullable(),
            after: Text.nullable(),
          }),
        ),
      }),
    },
  },
  circulate: {
    method: 'POST',
    path: '/projects/:projectId/plans/:no/circulate',
    may: 'plan.compute',
    ifMatch: true,
    summary: { zh: '送各部门会签', en: 'Send to the agencies for countersigning' },
    params: onePlan,
    out: { 200: PlanView },
    refusals: ['plan.notOpen', 'plan.stale'],
  },
  countersign: {
    method: 'POST',
    path: '/projects/:projectId/plans/:no/countersign',
    may: 'plan.countersign',
    ifMatch: true,
    summary: { zh: '会签：承诺本部门的办结日', en: 'Countersign: promise the days of one’s agency' },
    params: onePlan,
    body: z
      .strictObject({
        verdict: z.enum(['signed', 'objected']),
        remark: z.string().trim().max(500).nullable(),
      })
      .refine((b) => b.verdict === 'signed' || (b.remark ?? '') !== '', {
        path: ['remark'],
        error: '不同意须写明理由 · say why you object',
      }),
    out: { 200: PlanView },
    refusals: ['plan.notOpen', 'plan.notYours'],
  },
  adopt: {
    method: 'POST',
    path: '/projects/:projectId/plans/:no/adopt',
    may: 'plan.adopt',
    ifMatch: true,
    summary: { zh: '采用：会签的日期成为承诺', en: 'Adopt: the dates become commitments' },
    params: onePlan,
    body: z.strictObject({
      despite: z
        .string()
        .trim()
        .min(5, { error: '请写明理由，至少 5 个字 · give the reason, at least 5 characters' })
        .max(500)
        .nullable(),
    }),
    out: { 200: PlanView },
    refusals: ['plan.notOpen', 'plan.notAllSigned', 'plan.stale'],
  },
  drop: {
    method: 'POST',
    path: '/projects/:projectId/plans/:no/drop',
    may: 'plan.compute',
    ifMatch: true,
    summary: { zh: '放弃这一版', en: 'Drop this version' },
    params: onePlan,
    out: { 200: PlanView },
    refusals: ['plan.notOpen'],
  },
  waiting: {
    method: 'GET',
    path: '/plans/waiting',
    may: 'plan.countersign',
    summary: { zh: '等待本部门会签的方案', en: 'Plans that wait for one’s agency' },
    out: {
      200: z.strictObject({
        items: z.array(
          z.strictObject({
            projectId: ProjectId,
            projectName: z.string(),
            no: z.int(),
            promises: z.int(),
            /** The first day promised. */
            by: Day.nullable(),
            sentAt: Instant,
          }),
        ),
      }),
    },
  },
  promises: {
    method: 'GET',
    path: '/projects/:projectId/promises',
    may: 'plan.read',
    summary: { zh: '已作出的承诺', en: 'Promises made' },
    params: ofProject,
    out: { 200: z.strictObject({ items: z.array(PromiseView) }) },
  },
  download: {
    method: 'GET',
    path: '/projects/:projectId/plans/:no/file/:format',
    may: 'plan.read',
    summary: { zh: '下载方案', en: 'Download the plan' },
    params: z.strictObject({ ...onePlan.shape, format: z.enum(planFormats) }),
    query: z.strictObject({ lang: z.enum(['zh', 'en']).default('zh') }),
    out: { 200: null },
    bytes: [
      'text/html',
      'application/json',
      'text/calendar',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/xml',
    ],
    refusals: ['server.busy'],
  },
  links: {
    method: 'GET',
    path: '/projects/:projectId/links',
    may: 'plan.share',
    summary: { zh: '给企业的链接', en: 'Links given to the company' },
    params: ofProject,
    out: { 200: z.strictObject({ items: z.array(ShareLink) }) },
  },
  share: {
    method: 'POST',
    path: '/projects/:projectId/plans/:no/links',
    may: 'plan.share',
    summary: { zh: '生成免登录链接', en: 'Make a link that needs no account' },
    params: onePlan,
    body: z.strictObject({ days: z.int().min(1).max(90) }),
    out: { 201: z.strictObject({ ...ShareLink.shape, /** Shown once; only its hash is kept. */ token: z.string() }) },
  },
  revoke: {
    method: 'DELETE',
    path: '/projects/:projectId/links/:linkId',
    may: 'plan.share',
    summary: { zh: '收回链接', en: 'Withdraw a link' },
    params: z.strictObject({ projectId: ProjectId, linkId: z.uuid() }),
    out: { 204: null },
  },
  shared: {
    method: 'POST',
    path: '/shared',
    may: 'anyone',
    summary: { zh: '凭链接查看方案', en: 'Read a plan by its link' },
    body: z.strictObject({ token: z.string().min(20).max(200) }),
    out: {
      200: z.strictObject({
        plan: PlanDocument,
        daysOff: z.array(Day),
        expiresAt: Instant,
        status: PlanStatus,
        synthetic: z.boolean(),
      }),
    },
    refusals: ['link.gone'],
  },
} as const satisfies Readonly<Record<string, Contract>>
