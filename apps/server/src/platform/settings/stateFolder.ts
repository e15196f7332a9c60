import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Settings } from './settings.ts'

const checkout = resolve(import.meta.dirname, '../../../../..')

/** Where the embedded database and generated keys lie: one folder a checkout, which as root the database's own user can reach. */
export function stateFolder({ state, stateHome }: Pick<Settings, 'state' | 'stateHome'>): string {
  if (state !== '') return resolve(state)
  const own = `checkout-${createHash('sha256').update(checkout).digest('hex').slice(0, 12)}`
  if (process.getuid?.() === 0) return join('/var/lib/kaigong', own)
  return join(stateHome === '' ? join(homedir(), '.local', 'state') : stateHome, 'kaigong', own)
}
