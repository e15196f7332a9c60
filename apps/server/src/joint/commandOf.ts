import { day } from '@kaigong/calendar'
import type { JointCommand } from '@kaigong/casework'
import type { DistrictCode, JointAct, Text } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { contentOf } from './rows.ts'

type Of = { readonly district: DistrictCode; readonly project: string; readonly agency: string | null }

/** An act of the contract as the command that the rules decide: papers become what they contain, whoever speaks is named. */
export async function commandOf(tx: Tx, of: Of, act: JointAct): Promise<JointCommand | Refused> {
  const agency = of.agency ?? ''
  switch (act.type) {
    case 'opine':
      return { ...act, agency }
    case 'extend':
      return { type: 'extend', workdays: act.workdays, approvedBy: act.approval, by: 'government' }
    case 'replaceDrawings': {
      const sha256 = await contentOf(tx, of.district, of.project, act.drawings)
      return sha256 === undefined ? noPaper('/act/drawings') : { type: 'replaceDrawings', drawingsSha256: sha256 }
    }
    case 'handInSurvey': {
      const sha256 = await contentOf(tx, of.district, of.project, act.survey)
      return sha256 === undefined ? noPaper('/act/survey') : { type: 'handInSurvey', sha256 }
    }
    case 'askRectification':
      return { ...act, dueOn: day(act.dueOn) }
    case 'sumUp':
      return { ...act, agency }
    default:
      return act
  }
}

/** A paper that is none of the project's materials. */
export const noPaper = (pointer: string): Refused => refuse('request.invalid', { errors: [{ pointer, detail: NONE }] })

const NONE: Text = {
  zh: '项目材料中没有这一份，请先上传再选择',
  en: 'the project has no such material; upload it first and choose it',
}
