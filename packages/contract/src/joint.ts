import { z } from 'zod'
import type { Contract } from './contract.ts'
import { Sha256 } from './files.ts'
import { AgencyId, CompanyId, Day, EditionId, Instant, JointId, ProjectId, Version } from './ids.ts'
import { Text } from './text.ts'

export const JointKind = z.enum(['review', 'drawings', 'acceptance'])
export type JointKind = z.infer<typeof JointKind>
export const JointVerdict = z.enum(['agrees', 'agreesWithConditions', 'objects', 'silent'])
export type JointVerdict = z.infer<typeof JointVerdict>
export const JointConclusion = z.enum(['passed', 'passedAfterRectification', 'failed'])
export type JointConclusion = z.infer<typeof JointConclusion>

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(2, { error: '至少 2 个字 · at least 2 characters' })
    .max(most, { error: `最多 ${most} 个字 · at most ${most} characters` })
const Items = z.array(line(300)).max(60)

/** A version of a material of the project, known by its content: all speak of the same drawings, all use the same survey. */
const OfMaterial = z.strictObject({ materialId: z.uuid(), no: z.int().positive() })

/** What is done to a joint handling that there is. */
export const JointAct = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('opine'),
    verdict: JointVerdict.exclude(['silent']),
    /** The conditions of an agreement, the reasons of an objection. */
    conditions: Items,
    /** The drawings that were looked at; null where none are reviewed. */
    drawingsSha256: Sha256.nullable(),
  }),
  /** Named by the paper in which the head of the government approved it (行政许可法 42(2)). */
  z.strictObject({ type: z.literal('extend'), workdays: z.int().min(1).max(60), approval: line(200) }),
  z.strictObject({ type: z.literal('replaceDrawings'), drawings: OfMaterial }),
  z.strictObject({ type: z.literal('handInSurvey'), survey: OfMaterial }),
  z.strictObject({ type: z.literal('visit'), agencies: z.array(AgencyId).min(1).max(40) }),
  z.strictObject({ type: z.literal('askRectification'), items: Items.min(1), dueOn: Day }),
  z.strictObject({ type: z.literal('rectify'), items: Items.min(1) }),
  z.strictObject({
    type: z.literal('sumUp'),
    conclusion: JointConclusion,
    /** Why it is late; it is published. */
    overrunReason: z.string().trim().max(1000).optional(),
  }),
])
export type JointAct = z.infer<typeof JointAct>
export const JointActType = z.enum([
  'opine',
  'extend',
  'replaceDrawings',
  'handInSurvey',
  'visit',
  'askRectification',
  'rectify',
  'sumUp',
])
export type JointActType = z.infer<typeof JointActType>

const Basis = z.strictObject({ text: Text, confidence: z.string() })

/** Working days until the close of `dueOn`, today not among them; null while the clock stands or has ended. */
const Time = {
  dueOn: Day.nullable(),
  left: z.int().nullable(),
  isLate: z.boolean(),
} as const

export const JointListItem = z.strictObject({
  id: JointId,
  version: Version,
  number: z.string(),
  kind: JointKind,
  kindName: Text,
  projectId: ProjectId,
  projectName: z.string(),
  leadId: AgencyId,
  leadName: Text,
  stage: z.enum(['open', 'rectifying', 'closed']),
  conclusion: JointConclusion.nullable(),
  openedOn: Day,
  /** How many are asked, and how many of them have been heard. */
  asked: z.int().nonnegative(),
  heard: z.int().nonnegative(),
  ...Time,
  synthetic: z.boolean(),
})
export type JointListItem = z.infer<typeof JointListItem>

/** One agency that is asked, by its own day. */
export const JointOpinion = z.strictObject({
  agencyId: AgencyId,
  agencyName: Text,
  matter: z.string(),
  matterName: Text,
  ...Time,
  heardOn: Day.nullable(),
  /** Kept inside of government until it is summed up (domain 3.11): null then for whoever stands outside, though it was heard. */
  verdict: JointVerdict.nullable(),
  conditions: z.array(z.string()),
  isEscalated: z.boolean(),
  /** Whether its silence will count as consent: the district says so and no law demands an express decision. */
  silenceConsents: z.boolean(),
  mine: z.boolean(),
})
export type JointOpinion = z.infer<typeof JointOpinion>

const Paper = z.strictObject({ ...OfMaterial.shape, name: z.string(), sha256: Sha256 })

export const JointView = z.strictObject({
  ...JointListItem.shape,
  edition: EditionId,
  companyId: CompanyId,
  company: z.string().nullable(),
  application: z.string(),
  isExtended: z.boolean(),
  /** Something was put right, so that it can only pass after rectification. */
  isRectified: z.boolean(),
  limit: z.strictObject({ workdays: z.int(), basis: Basis }),
  extension: z.strictObject({ workdays: z.int(), basis: Basis }),
  /** On which ground silence counts as consent here; null where it never does. */
  silence: Basis.nullable(),
  opinions: z.array(JointOpinion),
  /** Looked up among the materials by content; null where none is reviewed. */
  drawings: Paper.nullable(),
  survey: Paper.nullable(),
  visitedOn: Day.nullable(),
  /** What is owed: what has to be put right, and the conditions under which it passed. */
  obligations: z.array(
    z.strictObject({
      kind: z.enum(['rectification', 'condition']),
      says: Text,
      dueOn: Day.nullable(),
      isOverdue: z.boolean(),
    }),
  ),
  /** What the asker may do; `notNow` says why not just now. */
  acts: z.array(z.strictObject({ type: JointActType, name: Text, notNow: Text.nullable() })),
  history: z.array(z.strictObject({ version: Version, says: Text, at: Instant, by: z.string().nullable() })),
})
export type JointView = z.infer<typeof JointView>

/** What waits for somebody: an opinion of their agency, a sum that it draws up, something that their company puts right. */
export const JointTask = z.strictObject({
  ...JointListItem.shape,
  task: z.enum(['opine', 'sumUp', 'rectify']),
  matterName: Text.nullable(),
})
export type JointTask = z.infer<typeof JointTask>

const ofProject = z.strictObject({ projectId: ProjectId })
const oneJoint = z.strictObject({ jointId: JointId })

export const jointContracts = {
  waiting: {
    method: 'GET',
    path: '/joint/waiting',
    may: 'joint.act',
    summary: { zh: '联办中等待本部门（本企业）的事', en: 'What joint handling waits for from one’s agency or company' },
    out: { 200: z.strictObject({ items: z.array(JointTask) }) },
  },
  ofProject: {
    method: 'GET',
    path: '/projects/:projectId/joint',
    may: 'joint.read',
    summary: {
      zh: '项目的联审联办、联合审图、联合验收',
      en: 'Joint reviews, drawing reviews and acceptances of a project',
    },
    params: ofProject,
    out: {
      200: z.strictObject({
        items: z.array(JointListItem),
        /** Whether the asker may open one; it is led by their agency. */
        mayOpen: z.boolean(),
        /** Last day by which anybody can be asked, if it is opened today. */
        limitOn: Day,
        /** Matters that may be asked about, those of the adopted plan or else of the whole catalogue, each with the agency that handles it. */
        matters: z.array(
          z.strictObject({
            matter: z.string(),
            name: Text,
            stage: z.int(),
            agencyId: AgencyId,
            agencyName: Text,
          }),
        ),
      }),
    },
  },
  read: {
    method: 'GET',
    path: '/joint/:jointId',
    may: 'joint.read',
    summary: { zh: '一次联办', en: 'One joint handling' },
    params: oneJoint,
    out: { 200: JointView },
  },
  /** One application, given to all who are asked; the agency of whoever opens it leads. */
  open: {
    method: 'POST',
    path: '/projects/:projectId/joint',
    may: 'joint.act',
    summary: { zh: '发起联审联办、联合审图或联合验收', en: 'Open a joint review, drawing review or acceptance' },
    params: ofProject,
    body: z.strictObject({
      kind: JointKind,
      /** The one application (一次申请): its name or number. */
      application: line(200),
      asked: z.array(z.strictObject({ agency: AgencyId, matter: z.string().max(80), dueOn: Day })).max(40),
      drawings: OfMaterial.optional(),
    }),
    out: { 201: JointView },
    refusals: ['joint.forbidden', 'joint.notYours', 'case.noApplicant', 'request.invalid'],
  },
  act: {
    method: 'POST',
    path: '/joint/:jointId/acts',
    may: 'joint.act',
    ifMatch: true,
    summary: {
      zh: '办理联办：反馈意见、踏勘、整改、汇总等',
      en: 'Act on a joint handling: opine, visit, rectify, sum up',
    },
    params: oneJoint,
    body: z.strictObject({ act: JointAct }),
    out: { 200: JointView },
    refusals: ['joint.forbidden', 'joint.notYours', 'request.invalid'],
  },
} as const satisfies Readonly<Record<string, Contract>>
