import type { Text } from '@kaigong/catalogue'

/** What must be attached to an act (as a file whose SHA-256 is kept) before it can be done. */
export const ATTACHMENTS = {
  application: { zh: '申请表', en: 'application form' },
  withdrawalRequest: { zh: '撤回申请', en: 'request of withdrawal' },
  toleranceLetter: { zh: '《容缺受理承诺书》', en: 'letter of promise for tolerance' },
  commitmentLetter: { zh: '《告知承诺书》', en: 'letter of commitment' },
  headApproval: { zh: '本机关负责人批准件', en: 'approval by the head of the agency' },
  writtenNotice: { zh: '书面告知回执', en: 'receipt of the written notice' },
  reviewOpinion: { zh: '审查意见', en: 'opinion of the review' },
  inspectionRecord: { zh: '事后核查记录', en: 'record of the later inspection' },
  deliveryReceipt: { zh: '送达回证', en: 'receipt of delivery' },
} as const satisfies Record<string, Text>
export type AttachmentKind = keyof typeof ATTACHMENTS

/** A file attached to an act, known by its contents. */
export type Attachment = { readonly kind: AttachmentKind; readonly sha256: string }

/** The documents that acts result in; all are dated and sealed (行政许可法 32 for acceptance and refusal). */
export const DOCUMENTS = {
  receipt: { zh: '收件凭证', en: 'receipt' },
  correctionNotice: { zh: '一次性补正告知书', en: 'one-time notice of correction' },
  acceptanceNotice: { zh: '受理通知书', en: 'notice of acceptance' },
  toleranceNotice: { zh: '容缺受理通知书（一式两份）', en: 'notice of tolerance (two copies)' },
  notRequiredNotice: { zh: '不受理告知书', en: 'notice that no permit is needed' },
  refusalNotice: { zh: '不予受理决定书', en: 'decision not to accept' },
  supplementNotice: { zh: '补正通知书', en: 'notice of supplement' },
  procedureNotice: { zh: '特别程序告知书', en: 'notice of a special procedure' },
  extensionNotice: { zh: '延长审批期限告知书', en: 'notice of extension' },
  decision: { zh: '准予许可决定及证件', en: 'decision and document granted' },
  rejection: { zh: '不予许可决定书', en: 'decision of rejection' },
  returnNotice: { zh: '退件通知书', en: 'notice of return' },
  recallDecision: { zh: '撤回决定书', en: 'decision of recall' },
  revocationDecision: { zh: '撤销决定书', en: 'decision of revocation' },
} as const satisfies Record<string, Text>
export type DocumentKind = keyof typeof DOCUMENTS
