import type { Actor } from '../actor.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Desk, owing } from './desk.ts'
import type { DeskCommand } from './deskCommand.ts'
import type { DeskEvent } from './deskEvent.ts'
import type { Seat } from './seat.ts'

/** What a verb of the office comes to on this desk, or why it cannot be done. */
export function decideDesk(desk: Desk, command: DeskCommand, actor: Actor): DeskEvent | Refusal {
  switch (command.type) {
    case 'transfer':
    case 'delegate':
      return handOver(desk, command, actor)
    case 'countersign':
    case 'signByAny':
      return openRound(desk, command, actor)
    case 'addSigner':
      return addSigner(desk, command.signer, actor)
    case 'sign':
      return owing(desk).some((s) => s.person === seatedAt(actor)) && desk.round !== null
        ? { type: 'signed', person: seatedAt(actor), agrees: command.agrees, opinion: command.opinion }
        : refuse('desk.notASigner', {})
    case 'sendBack':
      return sendBack(desk, command.reason, actor)
    case 'takeBack':
      return desk.giver?.person === seatedAt(actor)
        ? { type: 'takenBack', from: desk.holder, to: desk.giver }
        : refuse('desk.nothingToTakeBack', {})
    case 'urge':
      return desk.reminders.some((r) => r.id === command.id)
        ? refuse('desk.reminderTwice', { id: command.id })
        : { type: 'urged', id: command.id }
  }
}

/** At whose desk somebody acts: their own, or that of the colleague for whom they stand in. */
const seatedAt = ({ person, inPlaceOf }: Actor): string => inPlaceOf ?? person

const holds = (desk: Desk, actor: Actor) => actor.role === 'head' || desk.holder.person === seatedAt(actor)

function handOver(
  desk: Desk,
  { type, to, reason }: Extract<DeskCommand, { type: 'transfer' | 'delegate' }>,
  actor: Actor,
): DeskEvent | Refusal {
  if (!holds(desk, actor)) return refuse('desk.notHolder', { holder: desk.holder.person })
  if (desk.round !== null) return refuse('desk.roundOpen', {})
  if (to.agency !== desk.holder.agency) return refuse('desk.otherAgency', { agency: to.agency })
  if (to.person === desk.holder.person) return refuse('desk.toOneself', {})
  return { type: type === 'transfer' ? 'transferred' : 'delegated', from: desk.holder, to, reason }
}

function openRound(
  desk: Desk,
  { type, signers }: Extract<DeskCommand, { type: 'countersign' | 'signByAny' }>,
  actor: Actor,
): DeskEvent | Refusal {
  if (!holds(desk, actor)) return refuse('desk.notHolder', { holder: desk.holder.person })
  if (desk.round !== null) return refuse('desk.roundOpen', {})
  if (signers.length === 0) return refuse('desk.noSigners', {})
  if (new Set(signers.map((s) => s.person)).size < signers.length) return refuse('desk.signerTwice', {})
  return { type: 'roundOpened', rule: type === 'countersign' ? 'all' : 'any', signers }
}

function addSigner(desk: Desk, signer: Seat, actor: Actor): DeskEvent | Refusal {
  if (desk.round === null) return refuse('desk.noRound', {})
  const isSigner = desk.round.signers.some((s) => s.seat.person === seatedAt(actor))
  if (!isSigner && !holds(desk, actor)) return refuse('desk.notHolder', { holder: desk.holder.person })
  if (desk.round.signers.some((s) => s.seat.person === signer.person)) return refuse('desk.signerTwice', {})
  return { type: 'signerAdded', signer }
}

/** Back to the holder before; out of a round of signatures back to whoever asked for them, which breaks the round off. */
function sendBack(desk: Desk, reason: string, actor: Actor): DeskEvent | Refusal {
  const signer = desk.round && owing(desk).find((s) => s.person === seatedAt(actor))
  if (signer) return { type: 'sentBack', from: signer, to: desk.holder, reason }
  if (!holds(desk, actor)) return refuse('desk.notHolder', { holder: desk.holder.person })
  if (desk.round !== null) return refuse('desk.roundOpen', {})
  const to = desk.path.at(-1)
  return to === undefined ? refuse('desk.nowhereToSendBack', {}) : { type: 'sentBack', from: desk.holder, to, reason }
}
