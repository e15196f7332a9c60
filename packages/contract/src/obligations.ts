import { z } from 'zod'
import type { Contract } from './contract.ts'
import { CaseId, Day, ProjectId } from './ids.ts'
import { Text } from './text.ts'

/** Something that is still owed: by whom, by when, on what ground (packages/casework, `Obligation`). */
export const ObligationView = z.strictObject({
  kind: z.enum(['deferredMaterials', 'inspection', 'delivery', 'condition', 'rectification', 'permitDuty']),
  owner: z.enum(['enterprise', 'government']),
  /** The agency or company that owes it. */
  party: z.strictObject({ id: z.string(), name: Text }),
  dueOn: Day.nullable(),
  isOverdue: z.boolean(),
  says: Text,
  basis: z.strictObject({ text: Text, confidence: z.string() }).nullable(),
  caseId: CaseId,
  projectId: ProjectId,
  projectName: z.string(),
  matter: z.string(),
  matterName: Text,
})
export type ObligationView = z.infer<typeof ObligationView>

const out = { 200: z.strictObject({ items: z.array(ObligationView) }) } as const

export const obligationContracts = {
  ofProject: {
    method: 'GET',
    path: '/projects/:projectId/obligations',
    may: 'case.read',
    summary: { zh: '项目还欠着的事（义务人、期限、依据）', en: 'What is still owed in a project' },
    params: z.strictObject({ projectId: ProjectId }),
    out,
  },
  /** What one's agency or company owes in any project. */
  mine: {
    method: 'GET',
    path: '/obligations',
    may: 'case.read',
    summary: { zh: '本部门或本企业还欠着的事', en: 'What one’s agency or company still owes' },
    out,
  },
} as const satisfies Readonly<Record<string, Contract>>
