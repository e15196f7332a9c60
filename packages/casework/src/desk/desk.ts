import type { Day } from '@kaigong/calendar'
import type { DeskEvent } from './deskEvent.ts'
import type { Seat } from './seat.ts'

/** Signatures asked of several: `all` must agree (会签), or the first to sign decides (或签). */
type Round = {
  readonly rule: 'all' | 'any'
  readonly signers: readonly { readonly seat: Seat; readonly agrees: boolean | null }[]
}

/** A reminder (催办). It stands against whoever has the case and is settled by work on it, never by moving it. */
type Reminder = { readonly id: string; readonly on: Day; readonly by: string; readonly isSettled: boolean }

/** Where a case lies inside the offices. */
export type Desk = {
  readonly holder: Seat
  /** Who answers for it: the holder, or whoever delegated it (委派). */
  readonly answerable: Seat
  /** Earlier holders, the latest last: where 退回 leads. */
  readonly path: readonly Seat[]
  /** Who passed it on last and may take it back as long as the receiver has done nothing; null afterwards. */
  readonly giver: Seat | null
  readonly round: Round | null
  /** How the latest round of signatures ended; null while there was none or it was broken off. */
  readonly verdict: 'agreed' | 'refused' | null
  readonly reminders: readonly Reminder[]
}

/** The desk on which a case first lands. */
export const deskOf = (holder: Seat): Desk => ({
  holder,
  answerable: holder,
  path: [],
  giver: null,
  round: null,
  verdict: null,
  reminders: [],
})

/** Who owes the next step: those who have still to sign, else the holder. Reminders show against them. */
export function owing({ holder, round }: Pick<Desk, 'holder' | 'round'>): readonly Seat[] {
  return round === null ? [holder] : round.signers.filter((s) => s.agrees === null).map((s) => s.seat)
}

/** The desk after work on the case itself (acceptance, opinion, decision …): what was urged is done, and nothing can be taken back. */
export function deskAfterWork(desk: Desk): Desk {
  if (desk.giver === null && desk.reminders.every((r) => r.isSettled)) return desk
  return { ...desk, giver: null, reminders: settled(desk.reminders) }
}

/** The desk of the department that takes the case up. */
export const deskTakenUp = (desk: Desk, holder: Seat): Desk =>
  desk.holder.person === holder.person
    ? deskAfterWork(desk)
    : { ...deskAfterWork(desk), holder, answerable: holder, path: [...desk.path, desk.holder] }

/** The desk after one of the office's verbs. */
export function deskAfter(
  desk: Desk,
  event: DeskEvent & { readonly on: Day; readonly by: { readonly person: string } },
): Desk {
  const handed = (to: Seat, answerable: Seat): Desk => ({
    ...desk,
    holder: to,
    answerable,
    path: [...desk.path, desk.holder],
    giver: desk.holder,
  })
  switch (event.type) {
    case 'transferred':
      // Whoever only works for another who is answerable cannot pass on more than the work.
      return handed(event.to, desk.answerable.person === desk.holder.person ? event.to : desk.answerable)
    case 'delegated':
      return handed(event.to, desk.answerable)
    case 'roundOpened':
      return {
        ...desk,
        giver: null,
        verdict: null,
        round: { rule: event.rule, signers: event.signers.map((seat) => ({ seat, agrees: null })) },
      }
    case 'signerAdded':
      return desk.round === null
        ? desk
        : { ...desk, round: { ...desk.round, signers: [...desk.round.signers, { seat: event.signer, agrees: null }] } }
    case 'signed':
      return signedBy(desk, event.person, event.agrees)
    case 'sentBack':
    case 'takenBack':
      if (event.to.person === desk.holder.person) return { ...desk, round: null }
      // Reminders stay: a case that is sent back is as late as before.
      return {
        ...desk,
        holder: event.to,
        answerable: desk.answerable.person === desk.holder.person ? event.to : desk.answerable,
        path: desk.path.slice(0, -1),
        giver: null,
        round: null,
      }
    case 'urged':
      return {
        ...desk,
        reminders: [...desk.reminders, { id: event.id, on: event.on, by: event.by.person, isSettled: false }],
      }
  }
}

function signedBy(desk: Desk, person: string, agrees: boolean): Desk {
  if (desk.round === null) return desk
  const { rule } = desk.round
  const signers = desk.round.signers.map((s) => (s.seat.person === person ? { ...s, agrees } : s))
  const isOver = rule === 'any' || !agrees || signers.every((s) => s.agrees !== null)
  if (!isOver) return { ...desk, round: { rule, signers } }
  return { ...desk, round: null, verdict: agrees ? 'agreed' : 'refused', reminders: settled(desk.reminders) }
}

const settled = (reminders: readonly Reminder[]): readonly Reminder[] =>
  reminders.map((r) => (r.isSettled ? r : { ...r, isSettled: true }))
