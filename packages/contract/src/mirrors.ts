import { z } from 'zod'
import type { Contract } from './contract.ts'
import { CaseId, Day, Instant, ProjectId, pageOf } from './ids.ts'
import { Text } from './text.ts'

/** Most rows of one delivery. */
export const MOST_MIRROR_ROWS = 2000

const Line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, { error: '不能为空 · must not be empty' })
    .max(most, { error: `最多 ${most} 个字 · at most ${most} characters` })

/** A status row as another system reports it (docs/mirrors.md): which of its cases came to which national status code, and when. */
export const MirrorRow = z.strictObject({
  system: Line(60),
  /** Under which the other system keeps the case. */
  sourceId: Line(100),
  /** 项目代码. */
  projectCode: Line(60),
  /** The matter as the plan numbers it (`A06`, or one of several occurrences). */
  matter: Line(60),
  /** Id or name of the agency in charge. */
  agency: Line(60),
  /** National status code (BLZT). */
  code: z.int({ error: '状态码为 1–15 · a status code is 1 to 15' }).min(1).max(15),
  at: Instant,
  documentNumber: Line(100).optional(),
  /** The date that the document bears (落款日期). */
  documentOn: Day.optional(),
  /** Tells one supplement or special procedure of a case from another. */
  span: Line(40).optional(),
  /** A special procedure of the matter, or a national kind of them (code 9). */
  procedure: Line(60).optional(),
  /** Working days that the applicant is told it takes (code 9). */
  workdays: z.int().min(1).max(400).optional(),
  /** Reason, items asked for, or result, as the other system words it. */
  note: Line(1000).optional(),
})
export type MirrorRow = z.infer<typeof MirrorRow>

export const MirrorState = z.enum(['placed', 'waiting', 'dismissed'])

/** A row, and what became of it. */
export const MirrorVerdict = z.strictObject({
  row: MirrorRow,
  /** The status code by its name. */
  statusName: Text,
  state: MirrorState,
  /** It had been delivered before. */
  repeated: z.boolean(),
  /** Why it waits; null where it is placed. */
  reason: Text.nullable(),
})
export type MirrorVerdict = z.infer<typeof MirrorVerdict>

export const MirrorDelivery = z.strictObject({
  placed: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
  /** Rows that had been delivered before, wherever they stand. */
  repeated: z.int().nonnegative(),
  rows: z.array(MirrorVerdict),
})
export type MirrorDelivery = z.infer<typeof MirrorDelivery>

export const MirrorWaiting = z.strictObject({
  id: z.uuid(),
  row: MirrorRow,
  /** The status code by its name. */
  statusName: Text,
  reason: Text,
  deliveredAt: Instant,
  projectId: ProjectId.nullable(),
  caseId: CaseId.nullable(),
})
export type MirrorWaiting = z.infer<typeof MirrorWaiting>

const File = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const Rows = z
  .array(MirrorRow)
  .min(1, { error: '至少一行 · at least one row' })
  .max(MOST_MIRROR_ROWS, { error: `每次最多 ${MOST_MIRROR_ROWS} 行 · at most ${MOST_MIRROR_ROWS} rows at a time` })

export const mirrorContracts = {
  preview: {
    method: 'POST',
    path: '/mirrors/preview',
    may: 'mirror.write',
    bodyLimit: 4 * 1024 * 1024,
    summary: { zh: '上传外部系统办件流水，先看哪些能对上', en: 'Look at what a file of status rows would come to' },
    body: File,
    out: { 200: MirrorDelivery },
    refusals: ['mirror.unreadable'],
  },
  upload: {
    method: 'POST',
    path: '/mirrors/file',
    may: 'mirror.write',
    bodyLimit: 4 * 1024 * 1024,
    summary: { zh: '导入外部系统办件流水文件（CSV 或 JSON）', en: 'Take a file of status rows (CSV or JSON)' },
    body: File,
    out: { 200: MirrorDelivery },
    refusals: ['mirror.unreadable', 'request.stale'],
  },
  deliver: {
    method: 'POST',
    path: '/mirrors/rows',
    may: 'mirror.write',
    bodyLimit: 4 * 1024 * 1024,
    summary: { zh: '接口送达外部系统办件流水', en: 'Deliver status rows of another system' },
    body: z.strictObject({ rows: Rows }),
    out: { 200: MirrorDelivery },
    refusals: ['request.invalid', 'request.stale'],
  },
  waiting: {
    method: 'GET',
    path: '/mirrors/waiting',
    may: 'mirror.write',
    summary: { zh: '对不上、待处理的流水', en: 'Rows that wait, each with its reason' },
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
    out: { 200: pageOf(MirrorWaiting) },
  },
  /** Judges everything that waits anew: the project, plan or missing row may be there now. */
  retry: {
    method: 'POST',
    path: '/mirrors/retry',
    may: 'mirror.write',
    summary: { zh: '重新对应待处理的流水', en: 'Try the waiting rows again' },
    out: { 200: z.strictObject({ placed: z.int().nonnegative(), waiting: z.int().nonnegative() }) },
    refusals: ['request.stale'],
  },
  dismiss: {
    method: 'POST',
    path: '/mirrors/waiting/:rowId/dismiss',
    may: 'mirror.write',
    summary: { zh: '不再处理一行流水', en: 'Dismiss a waiting row' },
    params: z.strictObject({ rowId: z.uuid() }),
    body: z.strictObject({ reason: z.string().trim().min(2, { error: '请写明理由 · give the reason' }).max(500) }),
    out: { 204: null },
    refusals: ['request.invalid', 'request.notFound'],
  },
} as const satisfies Readonly<Record<string, Contract>>
