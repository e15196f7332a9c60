import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Answer,
  type AskedOf,
  ask,
  type CompanyId,
  type Contract,
  type DistrictCode,
  type Extra,
  type OutOf,
  type Role,
} from '@kaigong/contract'
import type { FastifyInstance } from 'fastify'
import { type AllDeps, jobDefinitions, routes, whoAsks } from './capabilities.ts'
import { openPress, type Press } from './documents/press/press.ts'
import { openSeals } from './documents/seal/seals.ts'
import { seedFirstEdition } from './editions/firstEdition.ts'
import type { Scanner } from './files/scanner.ts'
import { fileStore, localShelf } from './files/store.ts'
import type { Mailer } from './notices/mailer.ts'
import { type Credentials, openCredentials } from './people/credentials/credentials.ts'
import { startSession } from './people/credentials/sessions.ts'
import type { IdentityProvider } from './people/oidc/provider.ts'
import { openCatalogues } from './platform/catalogue/openCatalogues.ts'
import { openPool } from './platform/database/database.ts'
import { inTransaction, systemIn } from './platform/database/transaction.ts'
import {
  JINTAN,
  LIYANG,
  type TestDatabase,
  type TestPerson,
  testDatabase,
  testPerson,
  testWorld,
} from './platform/district.fixture.ts'
import { newSigningKey, openSigningKey, publicKeysOf } from './platform/events/signingKey.ts'
import { httpApp } from './platform/http/app.ts'
import { conforms } from './platform/http/conforms.fixture.ts'
import type { JobData, Jobs } from './platform/jobs/jobs.ts'
import { openPlanning } from './platform/planning/openPlanning.ts'
import type { Planning } from './platform/planning/planning.ts'
import { openFeed } from './platform/stream/feed.ts'

export { inDistrict, JINTAN, LIYANG } from './platform/district.fixture.ts'

/** Asks in the name of whoever the browser or machine is signed in as. */
export type Asker = {
  readonly ask: <C extends Contract>(contract: C, asked: AskedOf<C>, extra?: Extra) => Promise<Answer<OutOf<C>>>
}
export type Browser = Asker & { readonly cookie: () => string; readonly setCookie: () => string }

export type Product = {
  readonly deps: AllDeps
  readonly app: FastifyInstance
  readonly database: TestDatabase
  readonly credentials: Credentials
  readonly planning: Planning
  /** Where its materials lie. */
  readonly filesFolder: string
  readonly world: ReturnType<typeof testWorld>
  /** Does what was put into the outbox, until it is empty. */
  readonly runJobs: () => Promise<void>
  /** What was put into the outbox, in order. */
  readonly sent: { readonly queue: string; readonly data: JobData }[]
  /** Somebody new with these roles, signed in. */
  readonly signedInAs: (
    roles: readonly Role[],
    at?: {
      readonly district?: DistrictCode
      readonly agency?: string
      readonly company?: CompanyId
      readonly name?: string
    },
  ) => Promise<Browser & { readonly person: TestPerson }>
  readonly browser: (cookie?: string) => Browser
  readonly machine: (token: string) => Asker
  readonly close: () => Promise<void>
}

let planning: Planning | undefined
let press: Press | undefined

/** The whole server of two districts without a port: real database, real sign-in, real planning threads; only the clock is ours. */
export async function openProduct({
  demo = true,
  providers = [],
  publicUrl = 'http://localhost',
  bare = false,
  scanner = null,
  mailer = null,
}: {
  readonly demo?: boolean
  readonly providers?: readonly IdentityProvider[]
  readonly publicUrl?: string
  /** Without the districts: for what makes them itself. */
  readonly bare?: boolean
  readonly scanner?: Scanner | null
  readonly mailer?: Mailer | null
} = {}): Promise<Product> {
  const database = await testDatabase()
  const signInPool = openPool({ url: database.urls.signIn, connections: 3, searchPath: 'account,kg' })
  const credentials = openCredentials(signInPool)
  const world = testWorld()
  // Starting threads takes longer than most tests: one pool serves all test files of a worker.
  planning ??= openPlanning({ threads: 1 })
  press ??= openPress('')
  const threads = planning
  const sent: Product['sent'] = []
  const jobs: Jobs = {
    send: async (_tx, queue, data) => {
      sent.push({ queue, data })
    },
  }
  const feed = openFeed({ db: database.db, url: database.urls.app })
  const signing = openSigningKey(newSigningKey())
  if ('unreadable' in signing) throw new Error(signing.unreadable.en)
  const sealsFolder = mkdtempSync(join(tmpdir(), 'kaigong-seals-'))
  const seals = await openSeals(sealsFolder)
  if ('refused' in seals) throw new Error(seals.refused.en)
  const filesFolder = mkdtempSync(join(tmpdir(), 'kaigong-files-'))
  const deps = {
    ...world,
    db: database.db,
    catalogues: openCatalogues(threads),
    planning: threads,
    jobs,
    press,
    seals,
    files: fileStore(localShelf(join(filesFolder, 'kept')), join(filesFolder, 'coming')),
    scanner,
    mailer,
    credentials,
    secretKey: randomBytes(32),
    demo,
    secure: false,
    providers,
    publicUrl,
    feed,
    signingKey: signing,
    publicKeys: publicKeysOf(signing.publicKey),
  }
  if (bare) await database.owner.query('delete from district')
  for (const district of bare ? [] : [JINTAN, LIYANG])
    await inTransaction(database.db, systemIn(district), (tx) => seedFirstEdition(tx, threads, district, world.now()))
  const app = httpApp({
    db: database.db,
    authenticate: whoAsks(deps),
    routes: routes(deps),
    logger: undefined,
    trustProxy: false,
    onAnswer: conforms,
  })

  const browser = (given = ''): Browser => {
    let cookie = given
    let set = ''
    let csrf = ''
    return {
      cookie: () => cookie,
      setCookie: () => set,
      ask: async (contract, asked, extra) => {
        // A page asks who it is before it changes anything.
        if (csrf === '' && cookie !== '' && contract.method !== 'GET') {
          csrf = (await app.inject({ method: 'GET', url: '/api/v1/me', headers: { cookie } })).json().csrf ?? ''
        }
        const answer = await asking(app, { cookie, 'x-kaigong-csrf': csrf }, contract, asked, extra, (header) => {
          set = header
          cookie = header.split(';')[0] ?? ''
          csrf = ''
        })
        return answer
      },
    }
  }
  return {
    deps,
    app,
    database,
    credentials,
    planning: threads,
    filesFolder,
    world,
    sent,
    browser,
    runJobs: async () => {
      const definitions = jobDefinitions(deps)
      for (let job = sent.shift(); job; job = sent.shift()) {
        await definitions.find((d) => d.queue === job.queue)?.run(job.data, new AbortController().signal)
      }
    },
    machine: (token) => ({
      ask: (contract, asked, extra) => asking(app, { authorization: `Bearer ${token}` }, contract, asked, extra),
    }),
    signedInAs: async (roles, at) => {
      const person = await testPerson(database, roles, at)
      const { token } = await startSession(credentials, world, person, 'test')
      return { ...browser(`kaigong=${token}`), person }
    },
    close: async () => {
      await feed.close()
      await app.close()
      await signInPool.end()
      await database.close()
      rmSync(sealsFolder, { recursive: true, force: true })
      rmSync(filesFolder, { recursive: true, force: true })
    },
  }
}

async function asking<C extends Contract>(
  app: FastifyInstance,
  headers: Readonly<Record<string, string>>,
  contract: C,
  asked: AskedOf<C>,
  extra?: Extra,
  onCookie?: (header: string) => void,
): Promise<Answer<OutOf<C>>> {
  return await ask(
    async (sent) => {
      const response = await app.inject({
        method: sent.method as 'GET',
        url: sent.url,
        headers: { ...sent.headers, ...headers },
        ...(sent.body === undefined
          ? {}
          : { payload: typeof sent.body === 'string' ? sent.body : Buffer.from(sent.body) }),
      })
      const cookie = [response.headers['set-cookie']].flat()[0]
      if (cookie !== undefined) onCookie?.(cookie)
      const isJson = response.payload !== '' && String(response.headers['content-type']).includes('json')
      return {
        status: response.statusCode,
        headers: (name) => {
          const value = response.headers[name]
          return value === undefined ? null : String(value)
        },
        json: isJson ? response.json() : new Uint8Array(response.rawPayload),
      }
    },
    contract,
    asked,
    extra,
  )
}
