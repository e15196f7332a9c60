import type { Seat } from './seat.ts'

/** What officers do with a case among themselves. */
export type DeskCommand =
  | { readonly type: 'transfer'; readonly to: Seat; readonly reason: string }
  | { readonly type: 'delegate'; readonly to: Seat; readonly reason: string }
  | { readonly type: 'countersign'; readonly signers: readonly Seat[] }
  | { readonly type: 'signByAny'; readonly signers: readonly Seat[] }
  | { readonly type: 'addSigner'; readonly signer: Seat }
  | { readonly type: 'sign'; readonly agrees: boolean; readonly opinion: string }
  | { readonly type: 'sendBack'; readonly reason: string }
  | { readonly type: 'takeBack' }
  | { readonly type: 'urge'; readonly id: string }
