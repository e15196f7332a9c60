import { contracts } from '@kaigong/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import {
  inDistrict,
  JINTAN,
  LIYANG,
  type TestDatabase,
  type TestServer,
  testDatabase,
  testPerson,
  testServer,
  testWorld,
} from '../platform/district.fixture.ts'
import { openJobs, type RunningJobs } from '../platform/jobs/boss.ts'
import type { JobData, JobDefinition } from '../platform/jobs/jobs.ts'
import { jobRoutes } from './jobRoutes.ts'

const { operations } = contracts

let database: TestDatabase
let jobs: RunningJobs
let server: TestServer
let asCoordinator: ReturnType<TestServer['as']>
const ran: JobData[] = []
let isBroken = true
const definitions: readonly JobDefinition[] = [
  {
    queue: 'replan',
    name: { zh: '重新计算审批方案', en: 'Compute a plan anew' },
    cron: '30 8 * * *',
    attempts: 1,
    run: async (data) => {
      if (data.fails === true && isBroken) throw new Error('the disk is full\nat some place')
      ran.push(data)
    },
  },
]

beforeAll(async () => {
  database = await testDatabase()
  jobs = await openJobs(database.urls.app, (error) => {
    throw error
  })
  await jobs.work(definitions, [JINTAN, LIYANG])
  const names = new Map(definitions.map(({ queue, name }) => [queue, name]))
  const unused = {} as never
  const deps = { ...testWorld(), db: database.db, catalogues: unused, planning: unused }
  server = testServer(database.db, jobRoutes({ ...deps, jobs, jobNames: () => names }))
  asCoordinator = server.as(await testPerson(database, ['coordinator']))
})
afterAll(async () => {
  await server.close()
  await jobs.stop()
  await database.close()
})

const send = (data: JobData) => inDistrict(database.db, (tx) => jobs.send(tx, 'replan', data), systemIn(data.district))

async function listed(state: 'failed' | 'completed' | 'waiting', as = asCoordinator) {
  const answer = await as(operations.jobs, { query: { state } })
  if (!answer.ok) throw new Error(answer.problem.detail)
  return answer.value
}

/** Looks again until it is so; the worker looks for jobs twice a second. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const seen = await look()
    if (seen !== undefined) return seen
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never came to that')
}

describe('a job', () => {
  it('exists when the transaction that sends it commits, and only then', async () => {
    const undone = inTransaction(database.db, systemIn(JINTAN), async (tx) => {
      await jobs.send(tx, 'replan', { district: JINTAN, projectId: 'undone' })
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    await send({ district: JINTAN, projectId: 'done' })
    await until(async () => (ran.length > 0 ? true : undefined))
    expect(ran).toEqual([{ district: JINTAN, projectId: 'done' }])
    const { items } = await until(async () => {
      const found = await listed('completed')
      return found.items.length > 0 ? found : undefined
    })
    expect(items).toMatchObject([{ queue: 'replan', state: 'completed', subject: 'done', reason: null }])
  })

  it('that fails is shown to its own district with the first line of the reason, and may be tried again', async () => {
    await send({ district: JINTAN, projectId: 'p1', fails: true })
    const [failed] = await until(async () => {
      const { items } = await listed('failed')
      return items.length > 0 ? items : undefined
    })
    expect(failed).toMatchObject({ name: { zh: '重新计算审批方案' }, reason: 'the disk is full', subject: 'p1' })
    const params = { queue: 'replan', jobId: failed?.id ?? '' }

    const elsewhere = server.as(await testPerson(database, ['coordinator'], { district: LIYANG }))
    expect(await listed('failed', elsewhere)).toMatchObject({ items: [], counts: { failed: 0 } })
    expect(await elsewhere(operations.retryJob, { params })).toMatchObject({ problem: { status: 404 } })

    isBroken = false
    expect(await asCoordinator(operations.retryJob, { params })).toMatchObject({ ok: true, status: 204 })
    await until(async () => ran.find(({ projectId }) => projectId === 'p1'))
    await until(async () => ((await listed('completed')).counts.completed === 2 ? true : undefined))
    expect(await asCoordinator(operations.retryJob, { params })).toMatchObject({
      problem: { status: 409, type: '/problems/job.movedOn' },
    })
    expect(await asCoordinator(operations.cancelJob, { params })).toMatchObject({ problem: { status: 409 } })
  })

  it('with a time of day runs once for each district, by the clock of Beijing', async () => {
    const { rows } = await database.owner.query(
      'select name, key, cron, timezone, data from jobs.schedule order by key',
    )
    expect(rows).toEqual(
      [JINTAN, LIYANG].map((district) => ({
        name: 'replan',
        key: district,
        cron: '30 8 * * *',
        timezone: 'Asia/Shanghai',
        data: { district },
      })),
    )
  })
})

describe('the server’s role', () => {
  it('uses the tables of the queue and changes none of them', async () => {
    for (const statement of [
      'create table jobs.mine (n int)',
      'drop table jobs.job',
      'alter table jobs.queue add n int',
    ])
      await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/permission denied|must be owner/)
  })
})
