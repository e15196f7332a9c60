export type { Refusal } from './opening.ts'
export { migrateStore, verifyTrail } from './operatorTasks.ts'
export { readSettings, type Settings } from './platform/settings/settings.ts'
export { type Running, serve } from './serve.ts'
