import { z } from 'zod'
import { CertificateId } from './certificates.ts'
import type { Contract } from './contract.ts'
import { Sha256 } from './files.ts'
import { AgencyId, CaseId, CompanyId, Day, Instant, ProjectId, Version } from './ids.ts'
import { Text } from './text.ts'

export const PreReviewId = z.uuid().brand('PreReviewId')
export type PreReviewId = z.infer<typeof PreReviewId>

const PaperName = z
  .string()
  .trim()
  .min(2, { error: '请填写文件名称或文号 · name the paper or its number' })
  .max(200, { error: '最多 200 个字 · at most 200 characters' })
/** A material of the project that was uploaded: its latest version is what counts. */
const Upload = z.uuid()

/** Deal 成交, contract 签约, payment of price and deed tax 缴清价款与契税, handover 交地; or the land went to somebody else. */
export const LandEventKind = z.enum(['deal', 'contract', 'payment', 'handover', 'notWon'])
export type LandEventKind = z.infer<typeof LandEventKind>

const LandEvent = z.strictObject({
  kind: LandEventKind,
  on: Day,
  /** The paper that proves it (成交确认书、出让合同、完税凭证、交地确认书). */
  reference: z.string(),
  winner: z.string().nullable(),
  parcelSha256: Sha256.nullable(),
  conditionsSha256: Sha256.nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: Instant,
})
export type LandEvent = z.infer<typeof LandEvent>

export const PreReviewStage = z.enum(['open', 'agreed', 'converted', 'lapsed'])

const PreReviewOpinion = z.strictObject({
  signedBy: z.string().nullable(),
  on: Day,
  drawingsSha256: Sha256,
  verdict: z.enum(['agrees', 'asksForChanges']),
  text: z.string(),
})

export const PreReviewView = z.strictObject({
  id: PreReviewId,
  version: Version,
  number: z.string(),
  occurrence: z.string(),
  matter: z.string(),
  matterName: Text,
  agencyId: AgencyId,
  agencyName: Text,
  stage: PreReviewStage,
  requestedOn: Day,
  /** Versions of the drawings by hash, the latest last. */
  versions: z.array(Sha256),
  /** The file of the drawings as it lies in the project's materials now. */
  drawings: z.strictObject({ materialId: z.uuid(), name: z.string(), sha256: Sha256 }).nullable(),
  opinions: z.array(PreReviewOpinion),
  validUntilOn: Day.nullable(),
  isExpired: z.boolean(),
  /** Who of the agency says that what differs in the drawings matters nothing; null where nobody has. */
  insubstantialBy: z.string().nullable(),
  /** Whether the asker may give the agency's opinion. */
  mine: z.boolean(),
})
export type PreReviewView = z.infer<typeof PreReviewView>

/** One condition of one certificate, met or not, and who must act where it is not. */
const LandCondition = z.strictObject({
  rule: z.string(),
  says: Text,
  met: z.boolean(),
  /** null where nobody need do anything any more. */
  who: z.strictObject({ agencyId: AgencyId.nullable(), name: Text }).nullable(),
})
export type LandCondition = z.infer<typeof LandCondition>

const LandCertificate = z.strictObject({
  matter: z.string(),
  occurrence: z.string().nullable(),
  name: Text,
  /** One of the four; the others may come along. */
  core: z.boolean(),
  agencyId: AgencyId.nullable(),
  agencyName: Text.nullable(),
  state: z.enum(['issued', 'ready', 'waiting', 'notApplicable']),
  certificate: z.strictObject({ id: CertificateId, number: z.string(), issuedOn: Day }).nullable(),
  /** Issued, but not here or without a certificate of this system: the day. */
  issuedOn: Day.nullable(),
  case: z.strictObject({ id: CaseId, number: z.string(), stageName: Text }).nullable(),
  preReview: PreReviewView.nullable(),
  conditions: z.array(LandCondition),
})
export type LandCertificate = z.infer<typeof LandCertificate>

/** Days from the land to a certificate: as it was, as the plan had it, as the agencies promised and as the law would allow. */
const Comparison = z.strictObject({
  /** Calendar days and working days from the land to the first construction permit. */
  firstPermit: z.strictObject({ on: Day, days: z.int(), workdays: z.int(), planned: z.int().nullable() }).nullable(),
  /** Working days, one limit after the other. */
  statutorySum: z.number(),
  promisedSum: z.number(),
  rows: z.array(
    z.strictObject({
      matter: z.string(),
      name: Text,
      issuedOn: Day.nullable(),
      workdays: z.int().nullable(),
      planned: z.int().nullable(),
      plannedOn: Day.nullable(),
      /** The day that the agency promised by countersigning. */
      promisedOn: Day.nullable(),
      kept: z.boolean().nullable(),
      statutory: z.number().nullable(),
      promised: z.number().nullable(),
    }),
  ),
})
export type LandComparison = z.infer<typeof Comparison>

const Missing = z.strictObject({ matter: z.string(), name: Text, rule: z.string(), says: Text })

export const LandBoard = z.strictObject({
  projectId: ProjectId,
  projectName: z.string(),
  company: z.string().nullable(),
  companyId: CompanyId.nullable(),
  synthetic: z.boolean(),
  today: Day,
  basis: z.strictObject({ id: z.enum(['transaction', 'contract', 'handover', 'title']), name: Text }),
  /** The day of the land by that basis; null while it has not come. */
  landOn: Day.nullable(),
  plannedLandDay: Day.nullable(),
  hasPlan: z.boolean(),
  events: z.array(LandEvent),
  certificates: z.array(LandCertificate),
  ready: z.boolean(),
  /** What is missing of the land itself, or of the set of certificates. */
  general: z.array(LandCondition),
  preReviews: z.array(PreReviewView),
  /** Matters of the plan that have the track of pre-review and none under way. */
  requestable: z.array(
    z.strictObject({
      occurrence: z.string(),
      name: Text,
      agencyName: Text,
      materials: z.array(z.strictObject({ id: z.string(), name: Text })),
    }),
  ),
  conversion: z.strictObject({ at: Instant, on: Day, by: z.string().nullable() }).nullable(),
  lastRehearsal: z
    .strictObject({ at: Instant, by: z.string().nullable(), ready: z.boolean(), missing: z.int() })
    .nullable(),
  comparison: Comparison.nullable(),
  may: z.strictObject({ record: z.boolean(), request: z.boolean(), rehearse: z.boolean(), issue: z.boolean() }),
})
export type LandBoard = z.infer<typeof LandBoard>

const Given = z.strictObject({
  matter: z.string(),
  name: Text,
  agencyName: Text,
  number: z.string(),
  certificateId: CertificateId.nullable(),
})

/** What a rehearsal (演练) found: nothing of it stays but the note that it was held. */
export const Rehearsal = z.strictObject({
  ready: z.boolean(),
  on: Day,
  /** Land events that had not happened and were assumed for the rehearsal. */
  assumed: z.array(LandEventKind),
  /** What would have been issued, with the numbers that it would have borne today. */
  wouldIssue: z.array(Given),
  missing: z.array(Missing),
})
export type Rehearsal = z.infer<typeof Rehearsal>

export const LandIssue = z.strictObject({ on: Day, landOn: Day, issued: z.array(Given) })
export type LandIssue = z.infer<typeof LandIssue>

const ofProject = z.strictObject({ projectId: ProjectId })
const onePreReview = z.strictObject({ projectId: ProjectId, preReviewId: PreReviewId })

export const landContracts = {
  board: {
    method: 'GET',
    path: '/projects/:projectId/land-day',
    may: 'land.read',
    summary: { zh: '拿地日：各证条件与进展', en: 'The land day: each certificate, each condition' },
    params: ofProject,
    out: { 200: LandBoard },
    refusals: ['project.bodyInvalid'],
  },
  record: {
    method: 'PUT',
    path: '/projects/:projectId/land-events/:kind',
    may: 'land.record',
    summary: { zh: '登记拿地（成交、签约、缴款、交地、未竞得）', en: 'Record a land event' },
    params: z.strictObject({ projectId: ProjectId, kind: LandEventKind }),
    body: z.strictObject({
      on: Day,
      reference: PaperName,
      /** Who won, with the deal; the project's own company when absent. */
      winner: CompanyId.optional(),
      /** With the contract: the uploaded parcel boundary and planning conditions that it contains. */
      parcel: Upload.optional(),
      conditions: Upload.optional(),
      /** Needed where what was recorded before is put right. */
      reason: z.string().trim().max(500).optional(),
    }),
    out: { 200: LandBoard },
    refusals: [
      'land.notYours',
      'land.wrongDay',
      'land.needsReason',
      'land.settled',
      'request.invalid',
      'project.bodyInvalid',
    ],
  },
  requestPreReview: {
    method: 'POST',
    path: '/projects/:projectId/pre-reviews',
    may: 'preReview.request',
    summary: { zh: '申请模拟审批（预审）', en: 'Request a pre-review' },
    params: ofProject,
    body: z.strictObject({
      occurrence: z.string().max(80),
      drawings: Upload,
      parcel: Upload,
      conditions: Upload,
      /** Essential materials handed over on paper, beside what was uploaded. */
      handedIn: z.array(z.string().max(80)).max(200).default([]),
    }),
    out: { 201: PreReviewView },
    refusals: [
      'case.noPlan',
      'case.notInPlan',
      'case.noApplicant',
      'preReview.forbidden',
      'request.invalid',
      'project.bodyInvalid',
    ],
  },
  replaceDrawings: {
    method: 'POST',
    path: '/projects/:projectId/pre-reviews/:preReviewId/drawings',
    may: 'preReview.request',
    ifMatch: true,
    summary: { zh: '更新预审图纸（此前意见作废）', en: 'Replace the drawings of a pre-review' },
    params: onePreReview,
    body: z.strictObject({ drawings: Upload, handedIn: z.array(z.string().max(80)).max(200).default([]) }),
    out: { 200: PreReviewView },
    refusals: ['preReview.forbidden', 'request.invalid'],
  },
  opine: {
    method: 'POST',
    path: '/projects/:projectId/pre-reviews/:preReviewId/opinions',
    may: 'preReview.opine',
    ifMatch: true,
    summary: { zh: '签发预审意见', en: 'Sign an opinion of the pre-review' },
    params: onePreReview,
    body: z.strictObject({
      drawingsSha256: Sha256,
      verdict: z.enum(['agrees', 'asksForChanges']),
      text: z.string().trim().max(2000),
    }),
    out: { 200: PreReviewView },
    refusals: ['preReview.forbidden', 'preReview.notYours'],
  },
  /** The agency says that what changed in the drawings after its opinion matters nothing (仅非实质变更). */
  deemInsubstantial: {
    method: 'POST',
    path: '/projects/:projectId/pre-reviews/:preReviewId/insubstantial',
    may: 'preReview.opine',
    ifMatch: true,
    summary: { zh: '认定图纸仅有非实质变更', en: 'Deem a change of the drawings insubstantial' },
    params: onePreReview,
    body: z.strictObject({ reason: z.string().trim().min(2).max(500) }),
    out: { 200: PreReviewView },
    refusals: ['preReview.forbidden', 'preReview.notYours'],
  },
  rehearse: {
    method: 'POST',
    path: '/projects/:projectId/land-day/rehearsals',
    may: 'landDay.rehearse',
    summary: { zh: '演练拿地日（办理后全部撤回）', en: 'Rehearse the land day; all of it is undone' },
    params: ofProject,
    body: z.strictObject({
      /** Also what has not happened to the land is taken to happen today, so that what else is missing shows. */
      assumeLand: z.boolean().default(true),
    }),
    out: { 200: Rehearsal },
    refusals: ['case.noPlan', 'case.noApplicant', 'landDay.done', 'project.bodyInvalid'],
  },
  issue: {
    method: 'POST',
    path: '/projects/:projectId/land-day/issue',
    may: 'landDay.issue',
    summary: { zh: '拿地日集中发证（全部办成或全部不办）', en: 'Issue the certificates of the land day: all or none' },
    params: ofProject,
    out: { 200: LandIssue },
    refusals: [
      'case.noPlan',
      'case.noApplicant',
      'landDay.notReady',
      'landDay.done',
      'certificate.noNumberLeft',
      'project.bodyInvalid',
    ],
  },
} as const satisfies Readonly<Record<string, Contract>>
