import { type Day, day } from '@kaigong/calendar'
import { type CaseCommand, type KnownCase, VERBS } from '@kaigong/casework'
import type { AskedOf, CaseAct, caseContracts, DistrictCode, PersonId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import type { Paper } from './papers.ts'
import { seatsOf } from './people.ts'

type Said = Pick<AskedOf<typeof caseContracts.act>['body'], 'on' | 'clock'>

/** Whether an act is a verb of the office: its trace stays inside of government (domain 3.11). */
export const isOfficeVerb = (type: string): boolean => Object.hasOwn(VERBS, type)

/** What is said with every command. What happens now happens at this time of day; of another day only what is said is known. */
export function spoken({ on, clock }: Said, attached: readonly Paper[], now: { readonly clock: string }) {
  const time = clock ?? (on === undefined ? now.clock : undefined)
  return {
    ...(on === undefined ? {} : { on: day(on) }),
    ...(time === undefined ? {} : { clock: time }),
    attached,
  }
}

/** An act of the contract as the command that the rules decide: people get their desks, what is begun gets the next id of its kind. */
export async function commandOf(
  tx: Tx,
  { district, person }: { readonly district: DistrictCode; readonly person: PersonId },
  state: KnownCase,
  act: CaseAct,
  said: ReturnType<typeof spoken>,
): Promise<CaseCommand | Refused> {
  const count = (code: number) => state.rows.filter((row) => row.code === code && row.id !== 'extension').length + 1
  switch (act.type) {
    case 'acceptWithTolerance':
      return { ...said, ...act, dueOn: day(act.dueOn) satisfies Day }
    case 'askSupplement':
      return { ...said, ...act, id: `s${count(6)}` }
    case 'startProcedure': {
      const seats = await seatsOf(tx, district, [{ pointer: '/act/approvedBy', id: act.approvedBy }])
      if (isRefused(seats)) return seats
      const isHead = seats.every(({ agency, roles }) => agency === state.agency && roles.includes('agencyHead'))
      if (!isHead) return refuse('request.invalid', { errors: [{ pointer: '/act/approvedBy', detail: NOT_HEAD }] })
      return { ...said, ...act, id: `p${count(9)}` }
    }
    case 'extend':
      return { ...said, ...act, approvedBy: person }
    case 'transfer':
    case 'delegate': {
      const seats = await seatsOf(tx, district, [{ pointer: '/act/to', id: act.to }])
      return isRefused(seats) ? seats : { ...said, ...act, to: seatOf(seats[0]) }
    }
    case 'countersign':
    case 'signByAny': {
      const named = act.signers.map((id, i) => ({ pointer: `/act/signers/${i}`, id }))
      const seats = await seatsOf(tx, district, named)
      return isRefused(seats) ? seats : { ...said, ...act, signers: seats.map(seatOf) }
    }
    case 'addSigner': {
      const seats = await seatsOf(tx, district, [{ pointer: '/act/signer', id: act.signer }])
      return isRefused(seats) ? seats : { ...said, ...act, signer: seatOf(seats[0]) }
    }
    case 'urge':
      return { ...said, ...act, id: `u${state.desk.reminders.length + 1}` }
    default:
      return { ...said, ...act }
  }
}

const seatOf = (seat: { readonly person: string; readonly agency: string } | undefined) => ({
  person: seat?.person ?? '',
  agency: seat?.agency ?? '',
})

const NOT_HEAD = {
  zh: '批准人须为承办部门负责人，请重新选择',
  en: 'who approves must be the head of the agency in charge; choose again',
}
