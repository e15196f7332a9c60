import { useEffect } from 'react'
import { useSettled } from '../../shell/useSettled.ts'
import { type Draft, keepDraft } from './drafts.ts'
import type { Editing } from './editing.ts'
import { useSteady } from './useSteady.ts'

/** What was written over; null where nothing is written that would have to be kept. */
type Over = Pick<Draft, 'basedOn' | 'base'> | null

/**
 * Keeps what somebody writes in this browser: as soon as they pause, and when they leave for another page, so that the last letters go along.
 * Returns what they wrote once they pause, for whoever has to work on it.
 */
export function useKeptDraft(personId: string, projectId: string, editing: Editing, over: Over): Editing {
  const settled = useSettled(editing, 500)
  const keep = useSteady(() => {
    if (over !== null) keepDraft(personId, projectId, { ...over, editing })
  })
  // Written over a newer version, the same words are another draft.
  const basedOn = over?.basedOn
  useEffect(() => {
    if (settled === editing && basedOn !== undefined) keep()
  }, [settled, editing, basedOn, keep])
  useEffect(() => keep, [keep])
  return settled
}
