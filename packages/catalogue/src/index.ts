export { agencyOf } from './agencyOf.ts'
export type { Applicability, Circumstances, Finding, Judge, Tri } from './applicability.ts'
export { judge } from './applicability.ts'
export type { Catalogue } from './catalogue.ts'
export type { Condition, FactValue } from './condition.ts'
export { deferrable } from './deferrable.ts'
export { describeCondition, describeValue, type Names } from './describe.ts'
export { type CatalogueDiff, type ChangedDays, diff } from './diff.ts'
export type { District } from './district.ts'
export type { Edge, EdgeKind, EdgePoint, Gate } from './edge.ts'
export { assessmentFor, exemptionOf, type RegionalAssessment } from './exemption.ts'
export { type Fault, faultLine } from './fault.ts'
export { type Citation, cite, versionOn } from './lawVersion.ts'
export type { Duration, Limit, UnitApplied } from './limit.ts'
export { isInForce, limitOn } from './limitOn.ts'
export type { ApplicabilityRule, Material, Matter, Owner, SpecialProcedure, Step, Week } from './matter.ts'
export type {
  AssessmentType,
  Authority,
  Conversion,
  FactDefinition,
  LandDay,
  Law,
  RuleBook,
  Tolerance,
} from './national.ts'
export { nearest } from './nearest.ts'
export type { Project, StatedFact, Track } from './project.ts'
export { jsonSchemas, readCatalogue, readProject } from './reading.ts'
export type { Confidence, Source, Text } from './source.ts'
export { type Entries, type Entry, markOf, type Section, type Sections } from './telling/teller.ts'
export { type Told, tell } from './telling/telling.ts'
export { stage as stageNames } from './telling/terms.ts'
export type { TextFile } from './yamlFile.ts'
