import { type Day, day, isoDate } from '@kaigong/calendar'
import { type JointContext, jointAllowance } from '@kaigong/casework'
import { type Citation, cite } from '@kaigong/catalogue'
import type { DistrictCode, EditionId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import { agencyName } from '../plans/view.ts'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'

/** Everything that law and district say of one joint handling: what its commands are decided with, but for the day. */
export type JointLaw = Omit<JointContext, 'today'>

/** The law of an edition for what is opened on a day, with the days off of `calendar`. */
export function jointLaw(ground: Ground, openedOn: Day, calendar = ground.calendar): JointLaw {
  const { catalogue, matters } = ground
  return {
    calendar,
    ...jointAllowance(catalogue, openedOn),
    silenceRule: silenceRuleOf(ground, openedOn),
    matter: (id) => matters.get(id),
    agencyName: (id) => agencyName(ground, id),
  }
}

function silenceRuleOf({ laws, district }: Ground, on: Day): Citation | null {
  const rule = district.jointSilence
  return rule === undefined ? null : cite(laws, rule, isoDate(on))
}

/** The law of one that is under way: it keeps the edition in which it was opened; only the days off are those of the edition in force. */
export async function lawOfJoint(
  tx: Tx,
  catalogues: Catalogues,
  district: DistrictCode,
  { edition_id, opened_on }: { readonly edition_id: string; readonly opened_on: string },
): Promise<JointLaw> {
  const edition = await catalogues.open(tx, district, edition_id as EditionId)
  if (!edition) throw new Error('a joint handling lost its edition')
  const { ground } = await catalogues.inForce(tx, district)
  return jointLaw(edition.ground, day(opened_on), ground.calendar)
}
