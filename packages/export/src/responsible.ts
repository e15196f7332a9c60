import { ownerName } from './html/marks.ts'
import type { Activity, View } from './view.ts'

/** Who has to act: the agency, or whose time it is where no agency has it. */
export const responsible = (view: View, { agency, owner }: Pick<Activity, 'agency' | 'owner'>): string =>
  agency === null ? ownerName(view, owner) : view.agency(agency)
