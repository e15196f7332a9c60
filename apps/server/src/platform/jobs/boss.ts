import { fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from '../database/transaction.ts'
import type { JobData, JobDefinition, Jobs } from './jobs.ts'

const JOBS_SCHEMA = 'jobs'
const KEPT_DAYS = 7

/** The queue library's own tables, made or brought up to date by the owner of the schema; the server's role may use them, not change them. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.getDb().executeSql(`
    grant usage on schema ${JOBS_SCHEMA} to kaigong_app;
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to kaigong_app;
    grant usage on all sequences in schema ${JOBS_SCHEMA} to kaigong_app;
    grant execute on all functions in schema ${JOBS_SCHEMA} to kaigong_app;
  `)
  await boss.stop({ graceful: false })
}

export type RunningJobs = Jobs & {
  /** Takes up the work of these definitions; scheduled ones run once for each district. */
  readonly work: (definitions: readonly JobDefinition[], districts: readonly string[]) => Promise<void>
  /** Tries a failed job again; false where it has not failed, or no longer. */
  readonly retry: (queue: string, id: string) => Promise<boolean>
  /** Gives a job up that has not ended; false where it has. */
  readonly cancel: (queue: string, id: string) => Promise<boolean>
  readonly stop: () => Promise<void>
}

/** The queues, on the server's own connection: a job that a transaction sends exists when the transaction commits. */
export async function openJobs(appUrl: string, onError: (error: Error) => void): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    max: 4,
  })
  boss.on('error', onError)
  await boss.start()
  return {
    send: async (tx: Tx, queue, data) => {
      await boss.send(queue, data, { db: fromKysely(tx) })
    },
    work: async (definitions, districts) => {
      for (const definition of definitions) {
        await boss.createQueue(definition.queue, {
          retryLimit: definition.attempts - 1,
          retryBackoff: true,
          retryDelay: 5,
          deleteAfterSeconds: KEPT_DAYS * 86_400,
        })
        if (definition.cron !== undefined) {
          for (const district of districts)
            await boss.schedule(definition.queue, definition.cron, { district }, { tz: 'Asia/Shanghai', key: district })
        }
        await boss.work<JobData>(definition.queue, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
          if (job) await definition.run(job.data, job.signal)
        })
      }
    },
    retry: async (queue, id) => changedOne(await boss.retry(queue, id)),
    cancel: async (queue, id) => changedOne(await boss.cancel(queue, id)),
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

/** The library's answer counts the jobs that it changed, which its types do not say. */
const changedOne = (told: object): boolean => 'affected' in told && Number(told.affected) > 0
