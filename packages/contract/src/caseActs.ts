import { z } from 'zod'
import { Day, PersonId } from './ids.ts'

/** A paper that an act needs (packages/casework, `ATTACHMENTS`). */
export const AttachmentKind = z.enum([
  'application',
  'withdrawalRequest',
  'toleranceLetter',
  'commitmentLetter',
  'headApproval',
  'writtenNotice',
  'reviewOpinion',
  'inspectionRecord',
  'deliveryReceipt',
])
export type AttachmentKind = z.infer<typeof AttachmentKind>

/**
 * A paper attached to an act: a version of a material of the same project, by which its contents are known, and its number (文号) where it
 * bears one. Of a case that is mirrored from another system a paper may be known by its name or number alone.
 */
export const CaseAttachment = z
  .strictObject({
    kind: AttachmentKind,
    file: z.strictObject({ materialId: z.uuid(), no: z.int().positive() }).optional(),
    reference: z.string().trim().min(1).max(200, { error: '最多 200 个字 · at most 200 characters' }).optional(),
  })
  .refine(({ file, reference }) => file !== undefined || reference !== undefined, {
    error: '请选择文件，或填写材料名称或文号 · choose the file, or name the paper or its number',
  })
export type CaseAttachment = z.infer<typeof CaseAttachment>

const Reason = z
  .string()
  .trim()
  .min(2, { error: '请写明理由 · give the reason' })
  .max(1000, { error: '最多 1000 个字 · at most 1000 characters' })
/** Ids of the matter's materials, or the text of what is asked for beyond them. */
const Items = z.array(z.string().trim().min(1).max(200)).min(1, { error: '请至少列出一项 · name at least one' }).max(60)
const SpanId = z.string().max(40)
/** Working days, whole. */
const Workdays = z.int({ error: '请填写整天数 · whole days' }).min(1).max(400)
const Overrun = z.string().trim().max(1000).optional()

const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) })
const because = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), reason: Reason })
const listing = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), items: Items })
const handing = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), to: PersonId, reason: Reason })
const signing = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), signers: z.array(PersonId).min(1).max(20) })

/** What somebody does to a case that there is: the acts of the law, then the verbs of the office (转办 委派 会签 或签 加签 签署 退回 撤回 催办). */
export const CaseAct = z.discriminatedUnion('type', [
  because('withdraw'),
  listing('askCorrection'),
  listing('correct'),
  plain('accept'),
  z.strictObject({ type: z.literal('acceptWithTolerance'), dueOn: Day }),
  plain('acceptOnCommitment'),
  because('sayNotRequired'),
  because('refuseAcceptance'),
  plain('startDepartment'),
  listing('askSupplement'),
  z.strictObject({ type: z.literal('supplement'), id: SpanId, items: Items }),
  z.strictObject({
    type: z.literal('startProcedure'),
    /** A special procedure of the matter, or a national kind of them. */
    procedure: z.string().max(60),
    /** Working days that the applicant is told it takes. */
    workdays: Workdays,
    /** The head of the agency (本机关负责人) who approved it. */
    approvedBy: PersonId,
  }),
  z.strictObject({ type: z.literal('endProcedure'), id: SpanId, result: Reason }),
  z.strictObject({ type: z.literal('extend'), workdays: Workdays, reason: Reason }),
  z.strictObject({ type: z.literal('pass'), overrunReason: Overrun }),
  z.strictObject({ type: z.literal('passWithTolerance'), overrunReason: Overrun }),
  z.strictObject({ type: z.literal('reject'), reason: Reason, overrunReason: Overrun }),
  /** The number on what is delivered; null where it bears none. */
  z.strictObject({ type: z.literal('deliver'), number: z.string().trim().min(1).max(100).nullable() }),
  listing('supplyDeferred'),
  plain('noteToleranceOverdue'),
  z.strictObject({ type: z.literal('returnApplication'), reason: z.enum(['tooLate', 'unfit']) }),
  /** Whether what was promised proved true. */
  z.strictObject({ type: z.literal('inspect'), true: z.boolean() }),
  because('recall'),
  z.strictObject({
    type: z.literal('revoke'),
    ground: z.enum(['commitmentUntrue', 'obtainedByDeceit', 'unlawfullyGranted']),
  }),
  handing('transfer'),
  handing('delegate'),
  signing('countersign'),
  signing('signByAny'),
  z.strictObject({ type: z.literal('addSigner'), signer: PersonId }),
  z.strictObject({ type: z.literal('sign'), agrees: z.boolean(), opinion: Reason }),
  because('sendBack'),
  plain('takeBack'),
  plain('urge'),
])
export type CaseAct = z.infer<typeof CaseAct>

/** Acts that may be done on several cases at once: they move work about and decide nothing. */
export const BatchAct = z.discriminatedUnion('type', [plain('urge'), handing('transfer')])
export type BatchAct = z.infer<typeof BatchAct>

/** Acts by name, in the order in which a page offers them. */
export const CaseActType = z.enum(CaseAct.options.map((option) => option.shape.type.value))
export type CaseActType = CaseAct['type']

/** When it happened and on which papers, said with every act. */
export const Happened = {
  /** The legal day in Beijing on which it happened: today when absent, an earlier one where it is entered afterwards (补录). */
  on: Day.optional(),
  /** Time of day in Beijing. */
  clock: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '时刻形如 09:30 · a time of day such as 09:30' })
    .optional(),
  /** The date that the document itself bears (落款日期), where it is another one. */
  documentOn: Day.optional(),
  attached: z.array(CaseAttachment).max(20).default([]),
} as const
