export { check } from './check.ts'
export type { Grounds } from './reading.ts'
export type { Subject } from './subject.ts'
export { type Code, codes, type Violation } from './violation.ts'
