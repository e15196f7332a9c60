import type { Seat } from './seat.ts'

/** The trace that each verb of the office leaves. */
export type DeskEvent =
  | { readonly type: 'transferred'; readonly from: Seat; readonly to: Seat; readonly reason: string }
  | { readonly type: 'delegated'; readonly from: Seat; readonly to: Seat; readonly reason: string }
  | { readonly type: 'roundOpened'; readonly rule: 'all' | 'any'; readonly signers: readonly Seat[] }
  | { readonly type: 'signerAdded'; readonly signer: Seat }
  | { readonly type: 'signed'; readonly person: string; readonly agrees: boolean; readonly opinion: string }
  | { readonly type: 'sentBack'; readonly from: Seat; readonly to: Seat; readonly reason: string }
  | { readonly type: 'takenBack'; readonly from: Seat; readonly to: Seat }
  | { readonly type: 'urged'; readonly id: string }

const DESK_EVENTS: readonly string[] = [
  'transferred',
  'delegated',
  'roundOpened',
  'signerAdded',
  'signed',
  'sentBack',
  'takenBack',
  'urged',
] satisfies DeskEvent['type'][]

/** Whether an event is a verb of the office, which moves the case about and writes no national row. */
export const isDeskEvent = <E extends { readonly type: string }>(event: E): event is Extract<E, DeskEvent> =>
  DESK_EVENTS.includes(event.type)
