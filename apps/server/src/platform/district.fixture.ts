import { randomBytes, randomUUID } from 'node:crypto'
import {
  type Action,
  type Answer,
  type AskedOf,
  ask,
  type CompanyId,
  type Contract,
  type DistrictCode,
  type Extra,
  type OutOf,
  type PersonId,
  type Role,
} from '@kaigong/contract'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject as provided } from 'vitest'
import { type Database, openDatabase, openPool } from './database/database.ts'
import { urlsOf } from './database/roles.ts'
import { type Asking, inTransaction, systemIn, type Tx } from './database/transaction.ts'
import type { Actor } from './http/actor.ts'
import { httpApp } from './http/app.ts'
import { conforms } from './http/conforms.fixture.ts'
import type { Route } from './http/route.ts'
import type { World } from './world/world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export const JINTAN = '320413' as DistrictCode
export const LIYANG = '320481' as DistrictCode

/** A world whose clock stands still until a test moves it. */
export function testWorld(start = '2022-06-01T01:00:00Z') {
  let instant = Temporal.Instant.from(start)
  const world: World = {
    now: () => instant,
    legalToday: () => instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate(),
    newId: () => randomUUID(),
    newSecret: () => randomBytes(32).toString('base64url'),
  }
  return {
    ...world,
    moveTo: (to: string) => {
      instant = Temporal.Instant.from(to)
    },
    advance: (by: { hours?: number; minutes?: number; seconds?: number }) => {
      instant = instant.add(by)
    },
  }
}

export type TestDatabase = {
  readonly db: Database
  readonly urls: { readonly owner: string; readonly app: string; readonly signIn: string }
  /** As the owner, whom no policy holds: to set the scene and to look behind it. */
  readonly owner: pg.Client
  readonly close: () => Promise<void>
}

/** A database of its own, copied from the migrated template (62 ms), with the two demo districts in it. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(provided('postgresUrl'))
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: template.toString() })
  await admin.connect()
  await admin.query(`create database ${name} template kaigong_template`)
  await admin.end()
  const url = new URL(template)
  url.pathname = `/${name}`
  const urls = urlsOf(url.toString())
  if (!urls) throw new Error('the test database has no password')
  const owner = new pg.Client({ connectionString: urls.owner, options: '-c search_path=kg' })
  await owner.connect()
  await owner.query(`insert into kg.district values ($1, '金坛区', 'Jintan'), ($2, '溧阳市', 'Liyang')`, [
    JINTAN,
    LIYANG,
  ])
  const pool = openPool({ url: urls.app, connections: 6, searchPath: 'kg' })
  return {
    db: openDatabase(pool),
    urls,
    owner,
    close: async () => {
      await pool.end()
      await owner.end()
    },
  }
}

export type TestPerson = Omit<Actor, 'csrf' | 'session' | 'scopes'>

/** Registers a person; agency or company as given. */
export async function testPerson(
  { owner }: TestDatabase,
  roles: readonly Role[],
  at: {
    readonly district?: DistrictCode
    readonly agency?: string
    readonly company?: CompanyId
    readonly name?: string
  } = {},
): Promise<TestPerson> {
  const person = randomUUID() as PersonId
  const district = at.district ?? JINTAN
  await owner.query(
    `insert into kg.person (district_code, person_id, name, name_key, agency_id, company_id, roles, synthetic) values ($1, $2, $3, '', $4, $5, $6, true)`,
    [district, person, at.name ?? '测试人员', at.agency ?? null, at.company ?? null, roles],
  )
  return { district, person, roles, agency: at.agency ?? null, company: at.company ?? null }
}

export type TestServer = {
  readonly app: FastifyInstance
  /** Asks as a person; `null` as nobody. A token's scopes may confine it. */
  readonly as: (
    person: TestPerson | null,
    scopes?: readonly Action[],
  ) => <C extends Contract>(contract: C, asked: AskedOf<C>, extra?: Extra) => Promise<Answer<OutOf<C>>>
  readonly close: () => Promise<void>
}

/**
 * The HTTP application over some routes, without a port. Who asks is named in a header, for the sign-in has tests of its own;
 * every answer is held against its contract.
 */
export function testServer(db: Database, routes: readonly Route[]): TestServer {
  const people = new Map<string, Actor>()
  const app = httpApp({
    db,
    routes,
    logger: undefined,
    trustProxy: false,
    onAnswer: conforms,
    authenticate: async (request) => people.get(String(request.headers['x-test-person'])) ?? null,
  })
  return {
    app,
    as: (person, scopes) => async (contract, asked, extra) => {
      const key = person ? `${person.person} ${scopes?.join(' ') ?? ''}` : 'nobody'
      if (person) people.set(key, { ...person, csrf: null, session: null, scopes: scopes ?? null })
      return await ask(
        async ({ method, url, headers, body }) => {
          const response = await app.inject({
            method: method as 'GET',
            url,
            headers: { ...headers, 'x-test-person': key },
            ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
          })
          return {
            status: response.statusCode,
            headers: (name) => {
              const value = response.headers[name]
              return value === undefined ? null : String(value)
            },
            json:
              response.payload !== '' && String(response.headers['content-type']).includes('json')
                ? response.json()
                : response.rawPayload,
          }
        },
        contract,
        asked,
        extra,
      )
    },
    close: () => app.close(),
  }
}

/** One transaction of the system in a district. */
export const inDistrict = <T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  asking: Asking = systemIn(JINTAN),
): Promise<T> => inTransaction(db, asking, work)
