import type { JointActType, Text } from '@kaigong/contract'
import type { Actor } from '../platform/http/actor.ts'

type Of = {
  readonly lead: string
  readonly company_id: string
  readonly state: { readonly opinions: readonly { readonly agency: string }[] }
}

/** In which part somebody stands to a joint handling; one agency may lead and be asked as well. */
export type Part = 'lead' | 'asked' | 'applicant'

/** Each act with its name and whose it is: those asked give opinions, the lead agency does the rest, survey and rectification are the company's too. */
export const ACTS: Readonly<Record<JointActType, { readonly name: Text; readonly by: readonly Part[] }>> = {
  opine: { name: { zh: '反馈意见', en: 'give an opinion' }, by: ['asked'] },
  extend: { name: { zh: '延长期限', en: 'extend the limit' }, by: ['lead'] },
  replaceDrawings: { name: { zh: '更换图纸', en: 'replace the drawings' }, by: ['lead'] },
  handInSurvey: { name: { zh: '提交联合测绘成果', en: 'hand in the survey' }, by: ['lead', 'applicant'] },
  visit: { name: { zh: '登记统一踏勘', en: 'record the visit' }, by: ['lead'] },
  askRectification: { name: { zh: '要求整改', en: 'ask for rectification' }, by: ['lead'] },
  rectify: { name: { zh: '整改完成', en: 'say that it is put right' }, by: ['lead', 'applicant'] },
  sumUp: { name: { zh: '汇总结论', en: 'sum up' }, by: ['lead'] },
}

const OFFICIAL: Actor['roles'] = ['officer', 'agencyHead', 'utility', 'intermediary']

export function partsOf({ roles, agency, company }: Actor, { lead, company_id, state }: Of): readonly Part[] {
  const speaks = agency !== null && roles.some((role) => OFFICIAL.includes(role))
  return [
    ...(mayLead({ roles, agency }) && agency === lead ? (['lead'] as const) : []),
    ...(speaks && state.opinions.some((o) => o.agency === agency) ? (['asked'] as const) : []),
    ...(company === company_id && roles.includes('companyUser') ? (['applicant'] as const) : []),
  ]
}

/** Only an agency of government leads. */
export const mayLead = ({ roles, agency }: Pick<Actor, 'roles' | 'agency'>): boolean =>
  agency !== null && (roles.includes('officer') || roles.includes('agencyHead'))
