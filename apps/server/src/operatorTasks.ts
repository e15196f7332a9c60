import type { Text } from '@kaigong/contract'
import { districtsIn, externalUrls, isRefusal, openStore, type Refusal } from './opening.ts'
import { openDatabase, openPool } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { newSigningKey, openSigningKey, publicKeysOf } from './platform/events/signingKey.ts'
import { type Verified, verifyAll } from './platform/events/verifyDistrict.ts'
import type { Settings } from './platform/settings/settings.ts'
import { keptSecret } from './platform/settings/stateFolder.ts'

/** Walks the whole trail of every district: each event, each checkpoint. */
export async function verifyTrail(settings: Settings, say: (text: Text) => void): Promise<Verified | Refusal> {
  const store = await openStore(settings, say)
  if (isRefusal(store)) return store
  const key = openSigningKey(keptSecret(settings.signingKey, store.folder, 'signing-key.pem', newSigningKey))
  if ('unreadable' in key) return { refused: key.unreadable }
  const pool = openPool({ url: store.urls.app, connections: 2, searchPath: 'kg' })
  try {
    const db = openDatabase(pool)
    return await verifyAll(db, await districtsIn({ db }), publicKeysOf(key.publicKey))
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
  return isRefusal(urls) ? urls : await migrate(urls.owner)
}
