export { migrate } from './platform/database/migrate.ts'
