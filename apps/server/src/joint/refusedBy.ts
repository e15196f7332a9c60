import type { JointRefusal } from '@kaigong/casework'
import { type Refused, refuse } from '../platform/http/answer.ts'

/** A refusal of the rules as the answer: their own sentence, which rule, and the article where one forbids it. */
export const refusedBy = ({ refused, says, basis }: JointRefusal): Refused =>
  refuse('joint.forbidden', { says, rule: refused, ...(basis === null ? {} : { basis: basis.text }) })
