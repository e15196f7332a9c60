import type { Refusal, RefusalCode as Rule } from '@kaigong/casework'
import type { RefusalCode } from '@kaigong/contract'
import { type Refused, refuse } from '../platform/http/answer.ts'

/** What kind of problem a rule of the table of acts makes; every other rule is one of the law or of its track. */
const kinds: Readonly<Partial<Record<Rule, RefusalCode>>> = {
  'case.wrongStage': 'case.wrongStage',
  'case.wrongRole': 'case.notYours',
  'case.wrongAgency': 'case.notYours',
  'case.helperMayNot': 'case.notYours',
  'case.notAuthorised': 'case.notYours',
  'case.attachmentMissing': 'case.paperMissing',
  'case.inFuture': 'case.wrongDay',
  'case.outOfOrder': 'case.wrongDay',
  'case.outsideCalendar': 'case.wrongDay',
  'desk.notHolder': 'case.notYours',
  'desk.notASigner': 'case.notYours',
}

/** A refusal of the rules as the answer: their own sentence, which rule, and the article where one forbids it. */
export const refusedBy = ({ refused, says, basis }: Refusal): Refused =>
  refuse(kinds[refused] ?? 'case.forbidden', { says, rule: refused, ...(basis === null ? {} : { basis: basis.text }) })
