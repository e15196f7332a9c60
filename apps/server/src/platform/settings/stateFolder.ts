import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const checkout = resolve(import.meta.dirname, '../../../../..')

/** Where the embedded database and generated keys lie: one folder a checkout, which as root the database's own user can reach. */
export function stateFolder(set: string): string {
  if (set !== '') return resolve(set)
  const own = `checkout-${createHash('sha256').update(checkout).digest('hex').slice(0, 12)}`
  if (process.getuid?.() === 0) return join('/var/lib/kaigong', own)
  return join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'kaigong', own)
}

/** A secret that is set, else one that is made once and kept where only the server's user reads it. */
export function keptSecret(
  set: string,
  folder: string,
  name: string,
  make: () => string = () => randomBytes(32).toString('base64'),
): string {
  if (set !== '') return set
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  try {
    return readFileSync(file, 'utf8')
  } catch {
    const secret = make()
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
    return secret
  }
}
