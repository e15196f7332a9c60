import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { contracts, type DistrictCode, type ProjectId } from '@kaigong/contract'
import { changeProject, inTransaction, openDeps, openStore, projectById, serve } from '@kaigong/server'
import pg from 'pg'
import { bareProjectChange } from './given/bareProjectChange.ts'
import type { Errand } from './given/changesOverHttp.ts'
import { coordinatorAt } from './given/coordinator.ts'
import { benchSettings, inventedProject, opened } from './given/district.ts'
import { median, type Rate, rateOf } from './given/rate.ts'

// How many changes of a project a second: the bare driver on the same statements, the command function, and through HTTP. In turns, so that
// a mood of the disk or a neighbour meets all three; goals: 0.8 and 0.5 of the bare driver, p99 under 10 ms.

const CONNECTIONS = 8
const SECONDS = 3
const TURNS = 7
const JINTAN = '320413' as DistrictCode

const silent = () => undefined
const state = mkdtempSync(join(tmpdir(), 'kaigong-bench-'))
const connections = { KAIGONG_DATABASE_CONNECTIONS: String(CONNECTIONS) }
const settings = benchSettings(state, 8792, connections)
const store = opened(await openStore(settings, silent))
try {
  const running = opened(
    await serve(benchSettings(state, 8792, { ...connections, DATABASE_URL: store.urls.owner }), silent),
  )
  const stand = opened(await openDeps(settings, store.urls, store.folder, silent))
  const pool = new pg.Pool({ connectionString: store.urls.app, max: CONNECTIONS, options: '-c search_path=kg' })

  const asked = await coordinatorAt(running.url)
  const { personId: person } = await asked(contracts.people.me, {})
  const projects: ProjectId[] = []
  for (let road = 0; road < CONNECTIONS; road++)
    projects.push((await asked(contracts.projects.create, { body: inventedProject(road, `命令 ${road}`) })).id)
  const asking = {
    district: JINTAN,
    person,
    agency: null,
    company: null,
    reach: 'district',
  } as const

  let round = 0
  const bare = () =>
    rateOf(CONNECTIONS, SECONDS, async (road) => {
      const client = await pool.connect()
      await bareProjectChange(client, asking, projects[road]!, `底层 ${++round}`)
      client.release()
    })
  const { deps } = stand
  const bodies = projects.map((_, road) => contracts.projects.create.body.parse(inventedProject(road, `命令 ${road}`)))
  const command = () =>
    rateOf(CONNECTIONS, SECONDS, (road) =>
      inTransaction(deps.db, asking, async (tx) => {
        const row = await projectById(tx, JINTAN, projects[road]!)
        const doing = { district: JINTAN, actor: asking.person, at: deps.now() }
        const { identity, ...rest } = bodies[road]!
        const body = { ...rest, identity: { ...identity, remark: `命令 ${++round}` } }
        return await changeProject(tx, deps.jobs, doing, row!, body)
      }),
    )
  const errand: Errand = { url: running.url, projects, seconds: SECONDS }
  const client = new Worker(join(import.meta.dirname, 'given', 'changesOverHttp.ts'), { workerData: errand })
  const http = async (): Promise<Rate> => {
    client.postMessage('go')
    return (await once(client, 'message'))[0]
  }

  const turns: Record<'bare' | 'command' | 'http', Rate>[] = []
  // The first turn warms up and does not count.
  for (let turn = 0; turn <= TURNS; turn++)
    turns.push({ bare: await bare(), command: await command(), http: await http() })
  turns.shift()
  await client.terminate()

  console.log(
    `one change of a project with its event, ${CONNECTIONS} connections, ${TURNS} turns of ${SECONDS} s, medians:`,
  )
  for (const [name, of] of [
    ['the bare driver on the same statements', 'bare'],
    ['the command function', 'command'],
    ['through HTTP, client in a thread of its own', 'http'],
  ] as const) {
    const perSecond = median(turns.map((turn) => turn[of].perSecond))
    const p99 = median(turns.map((turn) => turn[of].p99))
    const share = median(turns.map((turn) => turn[of].perSecond / turn.bare.perSecond))
    console.log(
      `${name.padEnd(44)} ${perSecond.toFixed(0).padStart(6)}/s   p99 ${p99.toFixed(1).padStart(6)} ms   ${share.toFixed(2)} of the bare driver`,
    )
  }
  await pool.end()
  await stand.close()
  await running.stop()
} finally {
  await store.close()
  rmSync(state, { recursive: true, force: true })
}
