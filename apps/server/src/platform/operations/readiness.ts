import type { Text } from '@kaigong/contract'
import type pg from 'pg'
import { pendingOn } from '../database/migrate.ts'

/** Shorter than the second in which a load balancer wants to know, longer than a busy database takes. */
const PATIENCE_MS = 900

/** What keeps a server from working, each in both languages; empty when it is ready. */
export type Reasons = Readonly<Record<string, Text>>

const unreachable = (role: string): Text => ({
  zh: `数据库（角色 ${role}）在一秒内没有回答`,
  en: `the database did not answer the role ${role} within a second`,
})
const behind = (steps: readonly string[]): Text => ({
  zh: `数据库结构落后 ${steps.length} 步，请执行 kaigong migrate`,
  en: `the database is ${steps.length} steps behind; run kaigong migrate`,
})
const stopping: Text = { zh: '服务正在停止', en: 'the server is stopping' }

/** Whether requests can be answered now: both roles reach the database, its schema is the one we know, nobody is stopping us. */
export async function notReady(
  { app, signIn }: { readonly app: pg.Pool; readonly signIn: pg.Pool },
  isStopping: () => boolean,
): Promise<Reasons> {
  const [steps, answered] = await Promise.all([
    intime(pendingOn(app)),
    intime(signIn.query('select 1').then(() => true)),
  ])
  return {
    ...(isStopping() ? { stopping } : {}),
    ...(steps === undefined ? { database: unreachable('kaigong_app') } : {}),
    ...(steps && steps.length > 0 ? { schema: behind(steps) } : {}),
    ...(answered === undefined ? { signIn: unreachable('kaigong_signin') } : {}),
  }
}

/** What comes too late, or fails, has not come. */
export async function intime<T>(asked: Promise<T>, patience = PATIENCE_MS): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), patience)
  try {
    return await Promise.race([asked.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}
