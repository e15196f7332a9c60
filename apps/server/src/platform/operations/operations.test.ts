import { Writable } from 'node:stream'
import { contracts } from '@kaigong/contract'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, openPool } from '../database/database.ts'
import { JINTAN, type TestDatabase, type TestPerson, testDatabase, testPerson } from '../district.fixture.ts'
import { httpApp } from '../http/app.ts'
import { route } from '../http/route.ts'
import { logAnswers } from './accessLog.ts'
import { openLog } from './log.ts'
import { openMetrics } from './metrics.ts'
import { operationRoutes } from './operationRoutes.ts'

let database: TestDatabase
let person: TestPerson
let pools: { readonly app: pg.Pool; readonly signIn: pg.Pool }
let app: FastifyInstance
let lines: Record<string, unknown>[]
let stopping = false

beforeAll(async () => {
  database = await testDatabase()
  person = await testPerson(database, ['coordinator'])
  pools = {
    app: openPool({ url: database.urls.app, connections: 3, searchPath: 'kg' }),
    signIn: openPool({ url: database.urls.signIn, connections: 2, searchPath: 'account,kg' }),
  }
  lines = []
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(JSON.parse(chunk.toString()))
      done()
    },
  })
  const metrics = openMetrics({ pools, streams: () => 2 })
  app = httpApp({
    db: openDatabase(pools.app),
    logger: openLog('info', destination),
    trustProxy: false,
    authenticate: async () => ({ ...person, csrf: null, session: null, scopes: null }),
    routes: [
      route(contracts.projects.list, async ({ query, read }) => {
        if (query.q === '出错')
          await read((tx) =>
            tx
              .selectFrom('project')
              .where('name', '=', 3 as never)
              .execute(),
          )
        return { status: 200, body: { items: [], total: 0, next: null } as never }
      }),
    ],
  })
  logAnswers(app, metrics)
  operationRoutes(app, { pools, isStopping: () => stopping, metrics, metricsToken: '' })
  const measured = metrics.measured({
    readCatalogue: async () => ({ faults: [] }),
    plan: async () => {
      throw new Error('no plan')
    },
    write: async () => '',
    close: async () => undefined,
  })
  await measured.plan({ explore: true } as never).catch(() => undefined)
})
afterAll(async () => {
  await app.close()
  await Promise.all([pools.app.end(), pools.signIn.end()])
  await database.close()
})

const ready = async () => {
  const { statusCode, payload } = await app.inject('/readyz')
  return { statusCode, ...JSON.parse(payload) }
}

describe('readiness', () => {
  it('is there when both roles reach a database of our own version', async () => {
    expect(await ready()).toEqual({ statusCode: 200, ready: true, reasons: {} })
  })

  it('says that the database is behind, and what to run', async () => {
    const { rows } = await database.owner.query('delete from public.kaigong_schema where name like $1 returning *', [
      '0003-%',
    ])
    expect(rows).toHaveLength(1)
    expect(await ready()).toMatchObject({
      statusCode: 503,
      ready: false,
      reasons: {
        schema: { zh: '数据库结构落后 1 步，请执行 kaigong migrate', en: expect.stringContaining('1 steps') },
      },
    })
    await database.owner.query('insert into public.kaigong_schema (name, hash) values ($1, $2)', [
      rows[0].name,
      rows[0].hash,
    ])
  })

  it('ends when the server is about to, while the process still lives', async () => {
    stopping = true
    expect(await ready()).toMatchObject({ statusCode: 503, reasons: { stopping: { zh: '服务正在停止' } } })
    stopping = false
    expect((await app.inject('/healthz')).json()).toEqual({ alive: true })
  })
})

describe('the log', () => {
  it('names the route and the district, and never what was searched for', async () => {
    await app.inject(`/api/v1/projects?q=${encodeURIComponent('张三 13812345678')}`)
    expect(lines.at(-1)).toEqual({
      level: 30,
      time: expect.any(String),
      requestId: expect.any(String),
      method: 'GET',
      route: '/api/v1/projects',
      status: 200,
      ms: expect.any(Number),
      district: JINTAN,
      msg: 'answered',
    })
    expect(JSON.stringify(lines)).not.toMatch(/张三|%E5%BC%A0|138123/)
  })

  it('tells a fault of the database by its code and place, not by its sentence', async () => {
    await pools.app.query(`select 'geheim'::uuid`).catch((err) => app.log.error({ err }, 'failed'))
    expect(lines.at(-1)).toMatchObject({ msg: 'failed', err: { code: '22P02', stack: expect.stringContaining('at ') } })
    expect(JSON.stringify(lines.at(-1))).not.toContain('geheim')
  })
})

describe('the metrics', () => {
  it('count requests by pattern, plans, jobs, connections, streams, and watch the event loop', async () => {
    await database.owner.query(`select jobs.create_queue('replan', '{"policy":"standard"}')`)
    await database.owner.query(`insert into jobs.job (name, data) values ('replan', '{"district":"320413"}')`)
    const { payload } = await app.inject('/metrics')
    for (const line of [
      /^kaigong_http_request_seconds_count\{method="GET",route="\/api\/v1\/projects",status="200"\} [1-9]/m,
      /^kaigong_planning_seconds_count\{explored="true",outcome="failed"\} 1$/m,
      /^kaigong_database_connections\{pool="app",state="inUse"\} \d/m,
      /^kaigong_database_connections\{pool="signIn",state="waiting"\} 0$/m,
      /^kaigong_jobs\{queue="replan",state="created"\} 1$/m,
      /^kaigong_stream_connections 2$/m,
      /^nodejs_eventloop_lag_seconds \d/m,
    ])
      expect(payload).toMatch(line)
    expect(payload).not.toContain('__pgboss')
  })

  it('are for this machine only, and not for who comes through a proxy on it', async () => {
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.7' })).statusCode).toBe(404)
    const headers = { 'x-forwarded-for': '10.0.0.7' }
    expect((await app.inject({ url: '/metrics', headers })).statusCode).toBe(404)
  })
})
