import { isoDate } from '@kaigong/calendar'
import {
  ATTACHMENTS,
  type CaseCommand,
  type Context,
  DOCUMENTS,
  decide,
  FLOW,
  isRefusal,
  type KnownCase,
} from '@kaigong/casework'
import { cite } from '@kaigong/catalogue'
import { type CaseAct, CaseActType, type PermittedAct, type PersonId } from '@kaigong/contract'
import { capacityFor } from './capacity.ts'
import { type CaseLaw, contextOf } from './law.ts'
import { proxyFor, type Standing, seatTakenBy } from './standing.ts'

type Of = {
  readonly state: KnownCase
  readonly law: CaseLaw
  readonly standing: Standing
  readonly person: PersonId
  readonly today: Context['today']
  readonly holds: Context['holds']
}

/**
 * The acts that the table of acts opens to somebody from where the case stands, each with what it needs. Whether its own rule would carry it
 * out is tried on a command filled in as well as can be: what is refused even so is shown with the reason, so that nobody fills in a form in vain.
 */
export function permittedActs({ state, law, standing, person, today, holds }: Of): PermittedAct[] {
  const inPlaceOf = seatTakenBy(standing, state, person)
  return CaseActType.options.flatMap((type): PermittedAct[] => {
    const act = FLOW[type]
    const role = capacityFor(standing.roles, act)
    if (role === undefined || !act.by.includes(role) || !act.from.includes(state.stage)) return []
    const proxy = proxyFor(standing, law.matter, type, today)
    if (role === 'applicant' && proxy && act.helper !== true) return []
    const context = contextOf(law, today, { role, person, agency: state.agency, proxy, inPlaceOf }, holds)
    const attached = act.attach.map((kind) => ({ kind, sha256: '' }))
    const tried = decide(state, { ...wellFilledIn(type, state, law, today), attached } as CaseCommand, context)
    return [
      {
        type,
        name: act.name,
        attach: act.attach.map((kind) => ({ kind, name: ATTACHMENTS[kind] })),
        yields: act.yields === null ? null : DOCUMENTS[act.yields],
        basis: cite(law.ground.laws, act.basis, isoDate(today)),
        notNow: isRefusal(tried) ? tried.says : null,
      },
    ]
  })
}

const SOMEBODY = 'somebody else'

/** A command of a kind with nothing wrong in it but what no filling in could mend. */
function wellFilledIn(
  type: CaseAct['type'],
  state: KnownCase,
  law: CaseLaw,
  today: Context['today'],
): Omit<CaseCommand, 'attached'> {
  const open = 'open' in state ? state.open : []
  const first = (kind: 'supplement' | 'procedure') => open.find((span) => span.kind === kind)?.id ?? '–'
  const outstanding = 'tolerance' in state ? (state.tolerance?.outstanding ?? []) : []
  const to = { person: SOMEBODY, agency: state.agency }
  const because = { reason: '–', result: '–', opinion: '–', overrunReason: '–', agrees: true, true: true }
  const filled: Readonly<Partial<Record<CaseAct['type'], object>>> = {
    acceptWithTolerance: { dueOn: today },
    supplement: { id: first('supplement'), items: ['–'] },
    endProcedure: { id: first('procedure') },
    startProcedure: { procedure: procedureIds(law, today)[0] ?? '–', workdays: 1, approvedBy: SOMEBODY },
    extend: { workdays: 1, approvedBy: SOMEBODY },
    deliver: { number: null },
    supplyDeferred: { items: outstanding },
    returnApplication: { reason: 'unfit' },
    revoke: { ground: 'unlawfullyGranted' },
    transfer: { to },
    delegate: { to },
    countersign: { signers: [to] },
    signByAny: { signers: [to] },
    addSigner: { signer: to },
  }
  return { items: ['–'], id: 'new', ...because, ...filled[type], type } as unknown as Omit<CaseCommand, 'attached'>
}

/** Special procedures that may be begun: an extension is an act of its own. */
export const procedureIds = ({ termsOn }: CaseLaw, on: Context['today']): readonly string[] =>
  [...termsOn(on).procedures.keys()].filter((id) => id !== 'extension')
