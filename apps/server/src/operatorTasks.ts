import type { Text } from '@kaigong/contract'
import { districtsIn, externalUrls, isRefusal, openStore, type Refusal, unreachable } from './opening.ts'
import { openDatabase, openPool } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { type Verified, verifyAll } from './platform/events/verifyDistrict.ts'
import { publicKeysIn, signingKeyOf } from './platform/settings/secrets.ts'
import type { Settings } from './platform/settings/settings.ts'

/** Walks the whole trail of every district: each event, each checkpoint. */
export async function verifyTrail(settings: Settings, say: (text: Text) => void): Promise<Verified | Refusal> {
  const store = await openStore(settings, say)
  if (isRefusal(store)) return store
  const pool = openPool({ url: store.urls.app, connections: 2, searchPath: 'kg' })
  try {
    const key = signingKeyOf(settings, store.folder)
    if (isRefusal(key)) return key
    const publicKeys = publicKeysIn(settings, key)
    if (isRefusal(publicKeys)) return publicKeys
    const db = openDatabase(pool)
    return await verifyAll(db, await districtsIn({ db }), publicKeys)
  } catch (error) {
    return unreachable(error)
  } finally {
    await pool.end()
    await store.close()
  }
}

/** Brings the database up to date that the settings mean. */
export async function migrateStore(
  settings: Settings,
  say: (text: Text) => void,
): Promise<{ readonly applied: readonly string[] } | Refusal> {
  if (settings.databaseUrl === '') {
    // Opening the embedded one brings it up to date.
    const store = await openStore(settings, say)
    if (isRefusal(store)) return store
    await store.close()
    return { applied: [] }
  }
  const urls = externalUrls(settings)
  if (isRefusal(urls)) return urls
  try {
    return await migrate(urls.owner)
  } catch (error) {
    return unreachable(error)
  }
}
