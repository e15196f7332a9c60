import type { CaseState } from '@kaigong/casework'
import type { Text } from '@kaigong/contract'

type Ending = Extract<CaseState, { readonly stage: 'ended' }>['ending']

/** How a case came to its end. */
export const ENDING_NAMES: Readonly<Record<Ending, Text>> = {
  withdrawn: { zh: '申请人撤件', en: 'withdrawn by the applicant' },
  notAccepted: { zh: '不受理（不需要许可）', en: 'not accepted: no permit is needed' },
  acceptanceRefused: { zh: '不予受理', en: 'acceptance refused' },
  returned: { zh: '退件', en: 'returned' },
  rejected: { zh: '不予许可', en: 'rejected' },
  recalled: { zh: '许可已撤回', en: 'permit recalled' },
  revoked: { zh: '许可已撤销', en: 'permit revoked' },
}
