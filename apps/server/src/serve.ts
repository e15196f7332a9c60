import { join } from 'node:path'
import type { Text } from '@kaigong/contract'
import { jobDefinitions, routes, whoAsks } from './capabilities.ts'
import { demoSeededAt, demoWorld } from './demo/demoClock.ts'
import { seedDemo } from './demo/seedDemo.ts'
import { seedFirstEdition } from './editions/firstEdition.ts'
import { jobRoutes } from './jobs/jobRoutes.ts'
import { districtsIn, isRefusal, openDeps, openStore, type Refusal } from './opening.ts'
import { firstAdministrator } from './people/firstAdministrator.ts'
import { inTransaction, systemIn } from './platform/database/transaction.ts'
import { httpApp } from './platform/http/app.ts'
import { documentRoutes } from './platform/http/documentRoutes.ts'
import { operationRoutes } from './platform/operations/health.ts'
import { openLog } from './platform/operations/log.ts'
import { openMetrics } from './platform/operations/metrics.ts'
import { webRoutes } from './platform/operations/web.ts'
import type { Settings } from './platform/settings/settings.ts'
import { realWorld } from './platform/world/world.ts'

export type Running = {
  readonly url: string
  /** Finishes what is being answered, then closes everything. */
  readonly stop: () => Promise<void>
}

const builtWeb = join(import.meta.dirname, '../../web/dist')

/**
 * Opens a running district: database, catalogue, jobs, HTTP. In a demonstration it is seeded first; elsewhere a district that nobody
 * administers yet gets a one-time administrator, told on the terminal only.
 */
export async function serve(settings: Settings, say: (text: Text) => void): Promise<Running | Refusal> {
  const log = openLog(settings.logLevel)
  const store = await openStore(settings, say)
  if (isRefusal(store)) return store
  const opened = await openDeps(settings, store.urls, store.folder, (error) =>
    log.warn({ err: error }, 'a database connection broke'),
  )
  if (isRefusal(opened)) {
    await store.close()
    return opened
  }
  const closeAll = async () => {
    await opened.close()
    await store.close()
  }
  try {
    const deps = await prepared(opened.deps, settings, say)
    const definitions = jobDefinitions(deps)
    const names = new Map(definitions.map(({ queue, name }) => [queue, name]))
    const metrics = openMetrics()
    for (const [name, pool] of Object.entries(opened.pools)) metrics.watchPool(name, pool)
    let stopping = false
    const app = httpApp({
      db: deps.db,
      authenticate: whoAsks(deps),
      routes: [...routes(deps), ...jobRoutes({ ...deps, jobNames: () => names })],
      logger: log,
      trustProxy: settings.trustProxy,
    })
    operationRoutes(app, {
      pools: opened.pools,
      isStopping: () => stopping,
      metrics,
      metricsToken: settings.metricsToken,
    })
    await documentRoutes(app)
    webRoutes(app, builtWeb)
    await deps.jobs.work(definitions, await districtsIn(deps))
    const url = await listening(app, settings)
    if (isRefusal(url)) {
      await app.close()
      await closeAll()
      return url
    }
    return {
      url,
      stop: async () => {
        stopping = true
        deps.feed.close()
        await app.close()
        await closeAll()
      },
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function listening(app: ReturnType<typeof httpApp>, { host, port }: Settings): Promise<string | Refusal> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') {
      return {
        refused: {
          zh: `端口 ${port} 已被占用；请停止占用它的程序，或用 KAIGONG_PORT 换一个。`,
          en: `Port ${port} is taken; stop what holds it, or choose another with KAIGONG_PORT.`,
        },
      }
    }
    if (code === 'EACCES')
      return {
        refused: {
          zh: `无权使用端口 ${port}；请换 1024 以上的端口。`,
          en: `Port ${port} needs more rights; choose one above 1024.`,
        },
      }
    throw error
  }
}

/** The demonstration on an empty database, or the first catalogue and the first administrator of each district. */
async function prepared<D extends Parameters<typeof seedDemo>[0]>(
  deps: D,
  settings: Settings,
  say: (text: Text) => void,
): Promise<D> {
  if (settings.demo) {
    const real = realWorld()
    if (!(await demoSeededAt(deps.db))) {
      say({
        zh: '正在写入演示数据（约半分钟，均为虚构）…',
        en: 'Putting in the demonstration (about half a minute; all invented) …',
      })
      await seedDemo(deps, real)
    }
    return { ...deps, ...demoWorld(real, (await demoSeededAt(deps.db)) ?? real.now()) }
  }
  for (const district of await districtsIn(deps)) {
    await inTransaction(deps.db, systemIn(district), (tx) => seedFirstEdition(tx, deps.planning, district, deps.now()))
    const first = await firstAdministrator(deps, district)
    if (first) {
      say({
        zh: `${district} 还没有管理员。请用账号 ${first.account}、一次性密码 ${first.password} 登录（只显示这一次）。`,
        en: `${district} has no administrator yet. Sign in as ${first.account} with the one-time password ${first.password} (shown this once).`,
      })
    }
  }
  return deps
}
