import { z } from 'zod'
import type { Contract } from './contract.ts'
import { AgencyId, CaseId, Day, DistrictCode, Instant, ProjectId, Version } from './ids.ts'
import { Text } from './text.ts'

export const CertificateId = z.uuid().brand('CertificateId')
export type CertificateId = z.infer<typeof CertificateId>

/** In force, or taken out of force: put right by a new one (更正), replaced where it was lost or worn (补发、换发), or ended (撤销、撤回). */
export const CertificateStatus = z.enum(['inForce', 'corrected', 'reissued', 'revoked'])
export type CertificateStatus = z.infer<typeof CertificateStatus>

/** A line of what is printed on it, such as the area of the land. */
const CertificateLine = z.strictObject({ label: Text, value: z.string().max(1000) })
export type CertificateLine = z.infer<typeof CertificateLine>

const Brief = z.strictObject({
  id: CertificateId,
  number: z.string(),
  /** What it is called, such as 建设用地规划许可证. */
  kind: Text,
  agencyName: Text,
  holder: z.string(),
  issuedOn: Day,
  validUntil: Day.nullable(),
  status: CertificateStatus,
  /** When it was taken out of force. */
  endedOn: Day.nullable(),
})

export const CertificateItem = z.strictObject({
  ...Brief.shape,
  version: Version,
  projectId: ProjectId,
  occurrence: z.string(),
  matter: z.string(),
  agencyId: AgencyId,
  /** The case that it came of; null where a pre-review was converted that makes no case. */
  caseId: CaseId.nullable(),
  /** It was issued with others on the land day. */
  onLandDay: z.boolean(),
  replaces: CertificateId.nullable(),
  replacedBy: CertificateId.nullable(),
  /** Why it was issued in the place of another, or taken out of force. */
  reason: z.string().nullable(),
  synthetic: z.boolean(),
})
export type CertificateItem = z.infer<typeof CertificateItem>

/** Everything that stands on the paper. */
export const CertificateView = z.strictObject({
  ...CertificateItem.shape,
  holderCode: z.string().nullable(),
  projectName: z.string(),
  projectCode: z.string().nullable(),
  lines: z.array(CertificateLine),
  /** Number of the pre-review (模拟审批) on which it rests. */
  preReview: z.string().nullable(),
  /** The public address that its QR code carries, below the server's own. */
  verifyPath: z.string(),
  /** Who may put it right, replace or end it: the asker among them or not. */
  mayAct: z.boolean(),
})
export type CertificateView = z.infer<typeof CertificateView>

const Reason = z
  .string()
  .trim()
  .min(2, { error: '请写明理由 · give the reason' })
  .max(500, { error: '最多 500 个字 · at most 500 characters' })

/** The number of the new one, where the district names no series from which it is given out. */
const NewNumber = z.string().trim().min(1).max(100).optional()

/** What is done to a certificate: each gives a reason, and the one before stays to be seen. */
export const CertificateAct = z.discriminatedUnion('type', [
  /** 更正: the lines as they should have been. */
  z.strictObject({
    type: z.literal('correct'),
    reason: Reason,
    number: NewNumber,
    lines: z.array(CertificateLine).min(1).max(40),
  }),
  /** 补发、换发: the same content under a new number. */
  z.strictObject({ type: z.literal('reissue'), reason: Reason, number: NewNumber }),
  z.strictObject({ type: z.literal('revoke'), reason: Reason }),
])
export type CertificateAct = z.infer<typeof CertificateAct>

/** What anybody may see who holds the paper, and nothing personal. */
export const VerifiedCertificate = z.strictObject({
  ...Brief.shape,
  districtName: Text,
  projectName: z.string(),
  projectCode: z.string().nullable(),
  /** All that were issued in its chain, the first one first; itself among them. */
  chain: z.array(
    z.strictObject({
      ...Brief.pick({ id: true, number: true, issuedOn: true, status: true, endedOn: true }).shape,
      /** Why the one before it gave way, in the agency's words; null for the first. */
      reason: z.string().nullable(),
    }),
  ),
  /** Invented for a demonstration: no document of any agency. */
  synthetic: z.boolean(),
  checkedAt: Instant,
})
export type VerifiedCertificate = z.infer<typeof VerifiedCertificate>

const one = z.strictObject({ certificateId: CertificateId })

export const certificateContracts = {
  ofProject: {
    method: 'GET',
    path: '/projects/:projectId/certificates',
    may: 'certificate.read',
    summary: { zh: '项目的证照', en: 'Certificates of a project' },
    params: z.strictObject({ projectId: ProjectId }),
    out: { 200: z.strictObject({ items: z.array(CertificateItem) }) },
  },
  read: {
    method: 'GET',
    path: '/certificates/:certificateId',
    may: 'certificate.read',
    summary: { zh: '一份证照', en: 'One certificate' },
    params: one,
    out: { 200: CertificateView },
  },
  act: {
    method: 'POST',
    path: '/certificates/:certificateId/acts',
    may: 'certificate.act',
    ifMatch: true,
    summary: { zh: '更正、补换发、撤销证照', en: 'Correct, reissue or revoke a certificate' },
    params: one,
    body: CertificateAct,
    /** The certificate in force afterwards: the new one, or the same one ended. */
    out: { 200: CertificateView },
    refusals: [
      'certificate.notInForce',
      'certificate.notYours',
      'certificate.followsCase',
      'certificate.noNumberLeft',
      'certificate.numberTaken',
      'case.numberGivenOut',
      'request.invalid',
    ],
  },
  /** Its address never changes: QR codes on paper carry it. */
  verify: {
    method: 'GET',
    path: '/verify/:district/:certificateId',
    may: 'anyone',
    summary: { zh: '公开核验证照（无须登录）', en: 'Verify a certificate; no sign-in' },
    params: z.strictObject({ district: DistrictCode, certificateId: CertificateId }),
    out: { 200: VerifiedCertificate },
    refusals: ['request.tooMany'],
  },
} as const satisfies Readonly<Record<string, Contract>>
