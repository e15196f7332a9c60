import { Dexie, type Table } from 'dexie'
import type { Editing } from './editing.ts'

/** What somebody wrote and has not saved, with what it was written over. */
export type Draft = {
  readonly key: string
  readonly at: string
  /** The version that stood when the writing began, and its content: what others changed since shows against it. */
  readonly basedOn: number
  readonly base: Editing
  readonly editing: Editing
}

/** Kept in this browser by person and project; signing out clears it. */
// No subclass with a field for its table: a class field would be written over what the library puts there.
const drafts = new Dexie('kaigong-drafts') as Dexie & { readonly draft: Table<Draft, string> }
drafts.version(1).stores({ draft: 'key' })

const keyOf = (personId: string, projectId: string) => `${personId}/${projectId}`

export const keepDraft = (personId: string, projectId: string, draft: Pick<Draft, 'basedOn' | 'base' | 'editing'>) =>
  drafts.draft.put({ ...draft, key: keyOf(personId, projectId), at: Temporal.Now.instant().toString() })

export const draftOf = (personId: string, projectId: string) => drafts.draft.get(keyOf(personId, projectId))

export const dropDraft = (personId: string, projectId: string) => drafts.draft.delete(keyOf(personId, projectId))

export const clearDrafts = () => drafts.draft.clear()
