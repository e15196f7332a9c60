export type { Act } from './act.ts'
export { type Actor, type Authorisation, isAuthorised, ROLE_NAMES, type Role } from './actor.ts'
export {
  decideLandDay,
  type LandDayDecision,
  type LandDayInput,
  type Missing,
  type WantedCertificate,
} from './certificates/landDay.ts'
export { formatNumber, type Issue, numberFault, type Series, seriesKey, seriesOn } from './certificates/number.ts'
export {
  type ClockSpan,
  type ClockWorks,
  type LegalClock,
  legalClock,
  type Reading,
  readClock,
} from './clock/legalClock.ts'
export { deadlineMoved, type NewCalendar } from './clock/newCalendar.ts'
export type { CaseCommand, CommandType } from './command.ts'
export type { Context } from './context.ts'
export { decide } from './decide.ts'
export { type Desk, owing } from './desk/desk.ts'
export { VERBS, type Verb } from './desk/deskFlow.ts'
export type { Seat } from './desk/seat.ts'
export { ATTACHMENTS, type Attachment, DOCUMENTS, type DocumentKind } from './documents.ts'
export type { CaseEvent } from './event.ts'
export { evolve, replay } from './evolve.ts'
export { FLOW } from './flow.ts'
export { decideJoint, JOINT_KINDS, type JointContext, type JointRefusal, jointDeadline } from './joint/decideJoint.ts'
export type { JointCommand, JointEvent, JointKind } from './joint/jointEvent.ts'
export { evolveJoint, type JointState, NO_JOINT, type Opinion } from './joint/jointState.ts'
export { type Required, requiredMaterials } from './materials.ts'
export {
  askGate,
  type Checklist,
  exceptGate,
  type GateAnswer,
  type GateException,
  type GateFacts,
  type GateMissing,
  threeSimultaneities,
} from './project/gate.ts'
export { caseObligations, dutyObligations, jointObligations, type Obligation } from './project/obligations.ts'
export { type Issued, type PermitDuty, permitDuties, spentBy } from './project/permitDuties.ts'
export { splitTime, type TimeOwner, type TimeSplit } from './project/timeSplit.ts'
export { isRefusal, type Refusal } from './refusal.ts'
export type { RefusalCode } from './sentences.ts'
export { type CaseState, type KnownCase, NO_CASE, STAGE_NAMES, type Stage } from './state.ts'
export { type FlowFault, type FlowRow, flowFaults, STATUS_NAMES, type StatusCode } from './statusCode.ts'
export { fromStored, toStored } from './stored.ts'
export { type Allowance, type CaseTerms, type Handling, jointAllowance, type TermsOn, termsOf } from './terms.ts'
export { type Exemption, exemption } from './tracks/exemption.ts'
export { firstStart, PHASE_NAMES, type Phase, type PhasedPermit, phaseFault } from './tracks/phasedPermit.ts'
export {
  evolvePreReview,
  type Formal,
  lapse,
  opine,
  type PreReview,
  type PreReviewEvent,
  type PreReviewRefusal,
  replaceDrawings,
  requestPreReview,
  unmetConditions,
} from './tracks/preReview.ts'
