import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contracts, type DistrictCode, newIdentity, type PersonId, type ProjectView } from '@kaigong/contract'
import {
  changeProject,
  inTransaction,
  openDeps,
  openStore,
  projectById,
  readSettings,
  type Settings,
  serve,
} from '@kaigong/server'
import pg from 'pg'
import { bareProjectChange } from './given/bareProjectChange.ts'

// A running district: how many commands a second, beside the bare driver on the same statements in the same minute, and how quick its list is.

const CONNECTIONS = 8
const SECONDS = 6
const PROJECTS = 2000
const PORT = 8791

const state = mkdtempSync(join(tmpdir(), 'kaigong-bench-'))
const settings = readSettings({
  KAIGONG_STATE: state,
  KAIGONG_PORT: String(PORT),
  KAIGONG_DEMO: 'true',
  KAIGONG_LOG_LEVEL: 'error',
  KAIGONG_DATABASE_CONNECTIONS: String(CONNECTIONS),
})
if ('faults' in settings) throw new Error('settings')
const say = () => undefined

/** Runs `one` on so many roads at once for a while; how many a second, and the 99th percentile in ms. */
async function rate(one: (road: number) => Promise<unknown>): Promise<{ perSecond: number; p99: number }> {
  const times: number[] = []
  const end = performance.now() + SECONDS * 1000
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, road) => {
      while (performance.now() < end) {
        const begun = performance.now()
        await one(road)
        times.push(performance.now() - begun)
      }
    }),
  )
  times.sort((a, b) => a - b)
  return { perSecond: times.length / SECONDS, p99: times[Math.floor(times.length * 0.99)] ?? 0 }
}

const shown = (name: string, { perSecond, p99 }: { perSecond: number; p99: number }, of?: number) =>
  console.log(
    `${name.padEnd(44)} ${perSecond.toFixed(0).padStart(6)}/s   p99 ${p99.toFixed(1).padStart(6)} ms${of === undefined ? '' : `   ${(perSecond / of).toFixed(2)} of the bare driver`}`,
  )

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const result = await work()
  console.log(`${name.padEnd(44)} ${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s`)
  return result
}

async function opened(now: Settings) {
  const running = await serve(now, say)
  if ('refused' in running) throw new Error(running.refused.en)
  return running
}

type Session = { readonly cookie: string; readonly csrf: string }
type Persona = { readonly personId: string; readonly role: string; readonly district: { readonly en: string } }

async function coordinator(url: string): Promise<Session> {
  const ways = (await (await fetch(`${url}/api/v1/sign-in`)).json()) as { personas: Persona[] }
  const persona = ways.personas.find((p) => p.role === 'coordinator' && p.district.en === 'Jintan')
  const answer = await fetch(`${url}/api/v1/sign-in/persona`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: persona?.personId }),
  })
  return {
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    csrf: ((await answer.json()) as { csrf: string }).csrf,
  }
}

const asked = async (
  url: string,
  { cookie, csrf }: Session,
  method: string,
  path: string,
  body?: unknown,
  version?: number,
) => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      cookie,
      'x-kaigong-csrf': csrf,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as never
}

try {
  const first = await timed('first start, the demonstration put in', () => opened(settings))
  await first.stop()
  const running = await timed('later start', () => opened(settings))
  const { url } = running
  const session = await coordinator(url)

  const some = (n: number, name: string) => ({
    identity: {
      ...newIdentity,
      name,
      industry: 'C3841',
      level: 'city',
      listYear: 2024,
      stage: 'early',
      investmentWan: String(n),
      synthetic: true,
    },
    facts: { facts: {} },
    parcels: [],
  })
  for (let n = 0; n < PROJECTS; n += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        asked(url, session, 'POST', contracts.projects.create.path, some(n + i, `基准项目 ${n + i}`)),
      ),
    )
  }
  const views: ProjectView[] = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, i) =>
      asked(url, session, 'POST', contracts.projects.create.path, some(i, `命令 ${i}`)),
    ),
  )

  const times: number[] = []
  for (let i = 0; i < 500; i++) {
    const begun = performance.now()
    const next = new Promise((resolve) => setTimeout(resolve, 20))
    await asked(
      url,
      session,
      'GET',
      `/projects?q=${encodeURIComponent('基准')}&level=city&sort=investment&descending=true&limit=50`,
    )
    times.push(performance.now() - begun)
    await next
  }
  times.sort((a, b) => a - b)
  console.log(
    `${`list of ${PROJECTS}, filtered, 50 a second`.padEnd(44)} p50 ${times[250]?.toFixed(1)} ms   p99 ${times[495]?.toFixed(1)} ms`,
  )

  let round = 0
  const versions = views.map((v) => v.version)
  const http = await rate(async (road) => {
    const view = views[road]
    if (!view) return
    const body = {
      ...some(road, `命令 ${road}`),
      identity: { ...some(road, `命令 ${road}`).identity, remark: `第 ${++round} 次` },
    }
    const after = (await asked(url, session, 'PUT', `/projects/${view.id}`, body, versions[road])) as ProjectView
    versions[road] = after.version
  })
  await running.stop()

  const store = await openStore(settings, say)
  if ('refused' in store) throw new Error(store.refused.en)
  const stand = await openDeps(settings, store.urls, store.folder, say)
  if ('refused' in stand) throw new Error(stand.refused.en)
  const { deps } = stand
  const district = '320413' as DistrictCode
  const { person_id: person } = await deps.credentials
    .selectFrom('kg.person')
    .where('district_code', '=', district)
    .where('agency_id', '=', 'development-reform')
    .select('person_id')
    .executeTakeFirstOrThrow()
  const asking = { district, person: person as PersonId, agency: null, company: null, reach: 'district' } as const
  const command = await rate(async (road) => {
    await inTransaction(deps.db, asking, async (tx) => {
      const row = await projectById(tx, district, views[road]?.id ?? '')
      if (!row) throw new Error('no row')
      const body = some(road, `命令 ${road}`)
      await changeProject(tx, deps.jobs, { district, actor: asking.person, at: deps.now() }, row, {
        ...body,
        identity: { ...body.identity, remark: `第 ${++round} 次` },
      } as never)
    })
  })
  const pool = new pg.Pool({ connectionString: store.urls.app, max: CONNECTIONS, options: '-c search_path=kg' })
  const bare = await rate(async (road) => {
    const client = await pool.connect()
    await bareProjectChange(client, asking, views[road]?.id ?? '', `第 ${++round} 次`)
    client.release()
  })
  await pool.end()
  await stand.close()
  await store.close()

  console.log(`\none change of a project with its event, ${CONNECTIONS} connections, ${SECONDS} s each:`)
  shown('the bare driver on the same statements', bare)
  shown('the command function', command, bare.perSecond)
  shown('through HTTP, client in the same process', http, bare.perSecond)
} finally {
  rmSync(state, { recursive: true, force: true })
}
