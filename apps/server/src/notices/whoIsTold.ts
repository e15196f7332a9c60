import type { Day } from '@kaigong/calendar'
import { type CaseEvent, type KnownCase, owing, type Seat } from '@kaigong/casework'
import type { NoticeKind } from '@kaigong/contract'
import type { Addressees } from './tell.ts'

type Telling = { readonly kind: NoticeKind; readonly to: Addressees }

/** What was entered longer afterwards (补录) is history: nobody is called for it. In days. */
const NEWS_FOR = 7

/**
 * Whom an event of a case asks something of, or tells the outcome; undefined where nobody need look.
 * @param state the case after the event.
 */
export function whoIsTold(event: CaseEvent, state: KnownCase, today: Day): Telling | undefined {
  if (today - event.on > NEWS_FOR) return undefined
  switch (event.type) {
    case 'correctionAsked':
    case 'supplementAsked':
    case 'procedureStarted':
    case 'notAccepted':
    case 'acceptanceRefused':
    case 'toleranceOverdue':
    case 'returned':
    case 'decided':
    case 'delivered':
    case 'recalled':
    case 'revoked':
      return { kind: event.type, to: { company: state.applicant } }
    case 'corrected':
    case 'supplemented':
    case 'deferredSupplied':
      return { kind: 'handedIn', to: desks(state.desk.holder) }
    case 'withdrawn':
      return { kind: 'withdrawn', to: desks(state.desk.holder) }
    case 'transferred':
    case 'delegated':
    case 'sentBack':
    case 'takenBack':
      return { kind: 'handedOver', to: desks(event.to) }
    case 'roundOpened':
      return { kind: 'signatureAsked', to: desks(...event.signers) }
    case 'signerAdded':
      return { kind: 'signatureAsked', to: desks(event.signer) }
    case 'urged':
      return { kind: 'urged', to: desks(...owing(state.desk)) }
    default:
      return undefined
  }
}

const desks = (...seats: readonly Seat[]): Addressees => ({ people: seats.map(({ person }) => person) })
