import type { CaseEvent } from './event.ts'

/** What an act comes to, before it is stamped with its day, its actor and its files. */
export type Deed = CaseEvent extends infer E
  ? E extends CaseEvent
    ? Omit<E, 'on' | 'clock' | 'by' | 'attached'>
    : never
  : never
