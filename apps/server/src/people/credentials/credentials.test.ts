import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword } from './password.ts'
import { decrypt, encrypt, matchingStep, newTotpSecret, stepOf, totpCode } from './totp.ts'

describe('a password', () => {
  it('is kept as argon2id with its cost and a salt of its own', async () => {
    const [one, two] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
    expect([
      await isPassword(one, 'correct horse'),
      await isPassword(one, 'correct horsf'),
      await isPassword(null, 'anything'),
    ]).toEqual([true, false, false])
  })
})

describe('a one-time code', () => {
  // RFC 6238, appendix B (SHA-1), last six digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [20000000000, '353130'],
  ])('at %i seconds is %s', (seconds, code) => expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code))

  it('is taken half a minute early or late, but only once', () => {
    const at = Temporal.Instant.fromEpochMilliseconds(1_111_111_109_000)
    const step = stepOf(at)
    expect(matchingStep(secret, totpCode(secret, step - 1), at, 0)).toBe(step - 1)
    expect(matchingStep(secret, totpCode(secret, step - 2), at, 0)).toBeUndefined()
    expect(matchingStep(secret, totpCode(secret, step), at, step)).toBeUndefined()
  })

  it('comes from a secret that lies encrypted', () => {
    const key = randomBytes(32)
    const fresh = newTotpSecret()
    expect(fresh).toMatch(/^[A-Z2-7]{32}$/)
    expect(decrypt(key, encrypt(key, fresh))).toBe(fresh)
    expect(() => decrypt(randomBytes(32), encrypt(key, fresh))).toThrow()
  })
})
