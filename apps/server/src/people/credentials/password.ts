import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** argon2id with 19 MiB and two passes, about 45 ms: what OWASP asks for, and what two cores can bear on a Monday morning. */
const NOW = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_LENGTH = 32

const run = promisify(argon2)

/** A password as it is kept, in the usual PHC form: parameters and salt stand in it, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, NOW)
  return `$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$${base64(salt)}$${base64(tag)}`
}

/** Whether a password is the one that was kept. Takes the same time whether it is, is not, or nothing is kept. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = FORM.exec(kept ?? NOBODYS) ?? []
  const wanted = Buffer.from(tag ?? '', 'base64')
  const found = await derive(password, Buffer.from(salt ?? '', 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return wanted.length === found.length && timingSafeEqual(wanted, found) && kept !== null
}

/** Whether a kept password was made at another cost than today's: the moment when it is known anew is the one to raise it. */
export const isOutdated = (kept: string): boolean =>
  !kept.startsWith(`$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$`)

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** No password has this hash: it is there so that an unknown account takes as long as a known one. */
const NOBODYS = `$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

const derive = (
  message: string,
  nonce: Buffer,
  cost: { memory: number; passes: number; parallelism: number },
): Promise<Buffer> => run('argon2id', { message, nonce, tagLength: TAG_LENGTH, ...cost })

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
