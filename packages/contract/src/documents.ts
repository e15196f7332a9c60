import { z } from 'zod'
import { CasePaper, CasePaperKind } from './cases.ts'
import type { Contract } from './contract.ts'
import { CaseId, Version } from './ids.ts'

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
} as const satisfies Readonly<Record<string, Contract>>
