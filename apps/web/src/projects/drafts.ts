import { Dexie, type Table } from 'dexie'
import type { Editing } from './editing.ts'

type Draft = { readonly key: string; readonly at: string; readonly basedOn: number; readonly editing: Editing }

/** What somebody wrote and has not saved, kept in this browser by person and project; signing out clears it. */
class Drafts extends Dexie {
  draft!: Table<Draft, string>
  constructor() {
    super('kaigong-drafts')
    this.version(1).stores({ draft: 'key' })
  }
}
const drafts = new Drafts()

const keyOf = (personId: string, projectId: string) => `${personId}/${projectId}`

export const keepDraft = (personId: string, projectId: string, basedOn: number, editing: Editing) =>
  drafts.draft.put({ key: keyOf(personId, projectId), at: Temporal.Now.instant().toString(), basedOn, editing })

export const draftOf = (personId: string, projectId: string) => drafts.draft.get(keyOf(personId, projectId))

export const dropDraft = (personId: string, projectId: string) => drafts.draft.delete(keyOf(personId, projectId))

export const clearDrafts = () => drafts.draft.clear()
