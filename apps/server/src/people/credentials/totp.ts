import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP_SECONDS = 30

/** A secret of 160 bits in base32, as authenticators take it (RFC 6238). */
export function newTotpSecret(): string {
  const bytes = randomBytes(20)
  const bits = [...bytes].map((b) => b.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('')
}

/** The link that an authenticator understands. */
export const totpUri = (account: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(`Kaigong:${account}`)}?secret=${secret}&issuer=Kaigong`

export const stepOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000 / STEP_SECONDS)

/** The six digits of one step. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/**
 * The step whose code this is: the present one or a neighbour, for clocks differ. undefined for a wrong code and for one that was used:
 * a code that somebody looked over a shoulder is of no use.
 */
export const matchingStep = (
  secret: string,
  code: string,
  at: Temporal.Instant,
  lastUsed: number,
): number | undefined =>
  [0, -1, 1].map((off) => stepOf(at) + off).find((step) => step > lastUsed && totpCode(secret, step) === code)

function fromBase32(text: string): Buffer {
  const bits = [...text].map((c) => ALPHABET.indexOf(c).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** Secrets lie encrypted in the database: a stolen backup gives no codes. */
export function encrypt(key: Uint8Array, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

export function decrypt(key: Uint8Array, kept: string): string {
  const bytes = Buffer.from(kept, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  cipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
}
