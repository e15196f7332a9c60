import { z } from 'zod'
import type { Contract } from './contract.ts'
import { CaseId, Cursor, Instant, ProjectId, stretchOf } from './ids.ts'
import { Text } from './text.ts'

export const NoticeKind = z.enum([
  'correctionAsked',
  'supplementAsked',
  'procedureStarted',
  'notAccepted',
  'acceptanceRefused',
  'toleranceOverdue',
  'returned',
  'decided',
  'delivered',
  'recalled',
  'revoked',
  'handedIn',
  'withdrawn',
  'handedOver',
  'signatureAsked',
  'urged',
  'timeShort',
  'overdue',
  'owed',
])
export type NoticeKind = z.infer<typeof NoticeKind>

/** What each kind is called, in a list and as the subject of a mail; it says nothing of the case itself. */
export const noticeKindNames: Readonly<Record<NoticeKind, Text>> = {
  correctionAsked: { zh: '请补正材料', en: 'Corrections asked for' },
  supplementAsked: { zh: '请补充材料', en: 'Supplement asked for' },
  procedureStarted: { zh: '特别程序开始', en: 'Special procedure began' },
  notAccepted: { zh: '不受理', en: 'Not accepted' },
  acceptanceRefused: { zh: '不予受理', en: 'Acceptance refused' },
  toleranceOverdue: { zh: '容缺材料逾期', en: 'Deferred material overdue' },
  returned: { zh: '已退件', en: 'Returned' },
  decided: { zh: '已作决定', en: 'Decided' },
  delivered: { zh: '已颁发送达', en: 'Issued and delivered' },
  recalled: { zh: '许可被撤回', en: 'Permit recalled' },
  revoked: { zh: '许可被撤销', en: 'Permit revoked' },
  handedIn: { zh: '企业已补交材料', en: 'Materials handed in' },
  withdrawn: { zh: '申请人撤件', en: 'Withdrawn by the applicant' },
  handedOver: { zh: '转到您处', en: 'Passed to you' },
  signatureAsked: { zh: '请您签署', en: 'Your signature is asked for' },
  urged: { zh: '催办', en: 'Urged' },
  timeShort: { zh: '期限将届', en: 'Time is running short' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  owed: { zh: '义务到期', en: 'Obligation due' },
}

/** Something that one person was told: never changed, only read. */
export const NoticeView = z.strictObject({
  id: z.uuid(),
  kind: NoticeKind,
  at: Instant,
  readAt: Instant.nullable(),
  /** The whole sentence, as it was true when it was told. */
  says: Text,
  caseId: CaseId,
  caseNumber: z.string(),
  matterName: Text,
  projectId: ProjectId,
})
export type NoticeView = z.infer<typeof NoticeView>

const MailAddress = z.strictObject({
  /** null: no mail. */
  address: z.email().max(200).nullable(),
  /** Whether this server sends mail at all. */
  isSent: z.boolean(),
})

const Unread = z.strictObject({ unread: z.int().nonnegative() })

export const noticeContracts = {
  list: {
    method: 'GET',
    path: '/me/notices',
    may: 'signedIn',
    summary: { zh: '我的通知，新的在前', en: 'One’s own notices, the newest first' },
    query: z.strictObject({
      unread: z.literal('true').optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: Cursor.optional(),
    }),
    out: { 200: stretchOf(NoticeView) },
  },
  unread: {
    method: 'GET',
    path: '/me/notices/unread',
    may: 'signedIn',
    summary: { zh: '未读通知数', en: 'How many notices are unread' },
    out: { 200: Unread },
  },
  /** Those of the list that are one's own; without a list all that are unread. A repeat changes nothing. */
  markRead: {
    method: 'POST',
    path: '/me/notices/read',
    may: 'signedIn',
    summary: { zh: '标为已读', en: 'Mark notices as read' },
    body: z.strictObject({ ids: z.array(z.uuid()).max(100).optional() }),
    out: { 200: Unread },
  },
  /** One's own setting: nobody else sees it. */
  mailAddress: {
    method: 'GET',
    path: '/me/mail-address',
    may: 'signedIn',
    summary: { zh: '我接收通知的邮箱', en: 'Where one wants notices by mail' },
    out: { 200: MailAddress },
  },
  keepMailAddress: {
    method: 'PUT',
    path: '/me/mail-address',
    may: 'signedIn',
    summary: { zh: '设置或停用接收通知的邮箱', en: 'Set or forget where one wants notices by mail' },
    body: MailAddress.pick({ address: true }),
    out: { 200: MailAddress },
  },
} as const satisfies Readonly<Record<string, Contract>>
