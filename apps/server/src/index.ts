export type { Refusal } from './opening.ts'
// What bench/ holds against the bare driver.
export { openDeps, openStore } from './opening.ts'
export { migrateStore, verifyTrail } from './operatorTasks.ts'
export { inTransaction } from './platform/database/transaction.ts'
export { readSettings, type Settings } from './platform/settings/settings.ts'
export { changeProject, projectById } from './projects/save.ts'
export { type Running, serve } from './serve.ts'
