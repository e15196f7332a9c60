import type { CommandOf } from '../command.ts'
import type { Deed } from '../deed.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { At, CaseState } from '../state.ts'

type Ending = 'withdraw' | 'deliver' | 'inspect' | 'recall' | 'revoke'

/** How a case ends, and what may still come after the decision. */
export function decideEnding(state: CaseState, command: CommandOf<Ending>): readonly Deed[] | Refusal {
  if (command.type === 'withdraw') return [{ type: 'withdrawn', reason: command.reason }]
  const granted = state as At<'granted'>
  switch (command.type) {
    case 'deliver':
      return granted.deliveredOn === null
        ? [{ type: 'delivered', number: command.number }]
        : refuse('delivery.twice', { deliveredOn: granted.deliveredOn })
    case 'inspect':
      return granted.inspectionDueOn !== null && granted.provedTrue === null
        ? [{ type: 'inspected', true: command.true }]
        : refuse('inspection.notOwed', {})
    case 'recall':
      return [{ type: 'recalled', reason: command.reason }]
    case 'revoke':
      return revoke(granted, command)
  }
}

/** An untrue commitment revokes the decision and is recorded against the applicant's credit (domain 2.5), once an inspection has found it so. */
function revoke({ provedTrue }: At<'granted'>, { ground }: CommandOf<'revoke'>): readonly Deed[] | Refusal {
  if (ground !== 'commitmentUntrue') return [{ type: 'revoked', ground }]
  if (provedTrue !== false) return refuse('revocation.notProved', {})
  return [
    { type: 'revoked', ground },
    { type: 'creditRecorded', reason: ground },
  ]
}
