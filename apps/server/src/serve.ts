import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Text } from '@kaigong/contract'
import type { FastifyInstance } from 'fastify'
import { jobDefinitions } from './capabilities.ts'
import { districtsIn, isRefusal, openDeps, openStore, type Refusal, unreachable } from './opening.ts'
import { openLog } from './platform/operations/log.ts'
import { finishAnswers } from './platform/operations/shutDown.ts'
import type { Settings } from './platform/settings/settings.ts'
import { prepared } from './prepared.ts'
import { hasWeb, server } from './server.ts'

export type Running = {
  readonly url: string
  /** Finishes what is being answered, then closes everything. */
  readonly stop: () => Promise<void>
}

/** Opens a running district: database, catalogue, jobs, HTTP; or says what an operator must mend first, with nothing left open. */
export async function serve(settings: Settings, say: (text: Text) => void): Promise<Running | Refusal> {
  const taken = await portTaken(settings)
  if (taken) return taken
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
    if (isRefusal(deps)) {
      await closeAll()
      return deps
    }
    let stopping = false
    const app = server({ deps, pools: opened.pools }, { settings, log, isStopping: () => stopping })
    const url = await listening(app, settings)
    if (isRefusal(url)) {
      await closeAll()
      return url
    }
    if (!hasWeb()) say(noWeb)
    await deps.jobs.work(jobDefinitions(deps), await districtsIn(deps))
    return {
      url,
      stop: async () => {
        stopping = true
        // Open streams of changes would never finish by themselves; their readers resume elsewhere.
        await deps.feed.close()
        await finishAnswers(app)
        await closeAll()
      },
    }
  } catch (error) {
    await closeAll()
    return unreachable(error)
  }
}

const noWeb: Text = {
  zh: '网页还没有生成，现在只有接口可用；请用 npm start 启动，或先运行 node scripts/buildWeb.mjs。',
  en: 'The web has not been built, so that only the interface answers; start with npm start, or run node scripts/buildWeb.mjs first.',
}

/** Asked first, so that nobody waits for a database and a demonstration only to hear that the port is taken. */
async function portTaken({ host, port }: Settings): Promise<Refusal | undefined> {
  const trial = createServer()
  try {
    trial.listen(port, host)
    await once(trial, 'listening')
    return undefined
  } catch (error) {
    return refusalToListen(error, host, port)
  } finally {
    trial.close()
  }
}

async function listening(app: FastifyInstance, { host, port }: Settings): Promise<string | Refusal> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    await app.close()
    return refusalToListen(error, host, port)
  }
}

function refusalToListen(error: unknown, host: string, port: number): Refusal {
  const told = cannotListen(error instanceof Error && 'code' in error ? String(error.code) : '', host, port)
  if (!told) throw error
  return { refused: told }
}

function cannotListen(code: string, host: string, port: number): Text | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return {
        zh: `端口 ${port} 已被占用；请停止占用它的程序，或用 KAIGONG_PORT 换一个。`,
        en: `Port ${port} is taken; stop what holds it, or choose another with KAIGONG_PORT.`,
      }
    case 'EACCES':
      return {
        zh: `无权使用端口 ${port}；请换 1024 以上的端口。`,
        en: `Port ${port} needs more rights; choose one above 1024.`,
      }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        zh: `本机没有地址 ${host}；请核对 KAIGONG_HOST。`,
        en: `This machine has no address ${host}; check KAIGONG_HOST.`,
      }
    default:
      return undefined
  }
}
