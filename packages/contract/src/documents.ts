import { z } from 'zod'
import { CasePaper, CasePaperKind } from './cases.ts'
import { CertificateId } from './certificates.ts'
import type { Contract } from './contract.ts'
import { CaseId, DistrictCode, ProjectId, Version } from './ids.ts'

const lang = z.strictObject({ lang: z.enum(['zh', 'en']).default('zh') })
const PDF = ['application/pdf']

/** Papers as PDF/A. All of a case are addressed to the applicant: whoever may read the case may read them. */
export const documentContracts = {
  ofCase: {
    method: 'GET',
    path: '/cases/:caseId/documents',
    may: 'case.read',
    summary: { zh: '办件的文书', en: 'The papers of a case' },
    params: z.strictObject({ caseId: CaseId }),
    out: { 200: z.strictObject({ items: z.array(CasePaper) }) },
  },
  paper: {
    method: 'GET',
    path: '/cases/:caseId/documents/:version/:kind',
    may: 'case.read',
    summary: { zh: '一份文书（PDF/A）', en: 'One paper of a case, as PDF/A' },
    params: z.strictObject({ caseId: CaseId, version: z.coerce.number().pipe(Version), kind: CasePaperKind }),
    query: lang,
    out: { 200: null },
    bytes: PDF,
    refusals: ['document.unprintable', 'server.busy'],
  },
  /** Only while it is in force: what was replaced or revoked is not handed out again. */
  certificate: {
    method: 'GET',
    path: '/certificates/:certificateId/pdf',
    may: 'certificate.read',
    summary: { zh: '证照（PDF/A，带二维码和数字签章）', en: 'A certificate as PDF/A, with a QR code, sealed' },
    params: z.strictObject({ certificateId: CertificateId }),
    out: { 200: null },
    bytes: PDF,
    refusals: ['certificate.notInForce', 'document.unprintable', 'server.busy'],
  },
  guide: {
    method: 'GET',
    path: '/projects/:projectId/plans/:no/guide',
    may: 'plan.read',
    summary: {
      zh: '全流程标准化服务指南（PDF/A）',
      en: 'The service guide of a project by a version of its plan, as PDF/A',
    },
    params: z.strictObject({ projectId: ProjectId, no: z.coerce.number().int().positive() }),
    query: lang,
    out: { 200: null },
    bytes: PDF,
    refusals: ['document.unprintable', 'server.busy'],
  },
  /** By these a stranger recognises what a district sealed, today's certificate before former ones (`kaigong verify-certificate --trust`). */
  seals: {
    method: 'GET',
    path: '/seals/:district',
    may: 'anyone',
    summary: { zh: '一个区的签章证书（公开，PEM）', en: 'The certificates of a district’s seals, public, as PEM' },
    params: z.strictObject({ district: DistrictCode }),
    out: { 200: null },
    bytes: ['application/x-pem-file'],
  },
} as const satisfies Readonly<Record<string, Contract>>
