import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSignedBy, newSigningKey, openPublicKeys, openSigningKey } from './signingKey.ts'

describe('the key that signs checkpoints', () => {
  const pem = newSigningKey()
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' })

  it('is the same key as PEM, as PKCS #8 in base64, and as its 32 bytes alone', () => {
    const opened = [pem, der.toString('base64'), der.subarray(-32).toString('base64')].map(openSigningKey)
    const [first] = opened
    if (!first || 'unreadable' in first) throw new Error('the key was not opened')
    expect(opened.map((key) => 'id' in key && key.id)).toEqual([first.id, first.id, first.id])
    expect(isSignedBy(first.publicKey, '金坛', first.sign('金坛'))).toBe(true)
    expect(isSignedBy(first.publicKey, '溧阳', first.sign('金坛'))).toBe(false)
  })

  it('is refused in both languages when it is no Ed25519 key', () => {
    const other = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    for (const text of ['', 'not a key', 'AAAA', other])
      expect(openSigningKey(text)).toEqual({
        unreadable: { zh: expect.stringMatching('私钥'), en: expect.stringMatching('private key') },
      })
  })
})

describe('the public keys of former signing keys', () => {
  const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString()
  const former = [newSigningKey(), newSigningKey()].map((pem) => createPublicKey(pem))

  it('stand one after the other, with notes between them', () => {
    const opened = openPublicKeys(`# until 2025\n${former.map(pemOf).join('\n# until 2026\n')}`)
    expect('unreadable' in opened || opened.map(pemOf)).toEqual(former.map(pemOf))
  })

  it('are refused where one is broken, is none of Ed25519, or is a private key that should no longer lie about', () => {
    const whole = former.map(pemOf).join('')
    const x25519 = generateKeyPairSync('x25519').publicKey
    for (const text of ['', 'no key', whole.slice(0, -30), `${whole}${pemOf(x25519)}`])
      expect(openPublicKeys(text)).toMatchObject({ unreadable: { en: expect.stringContaining('cannot be read') } })
    expect(openPublicKeys(`${whole}${newSigningKey()}`)).toMatchObject({
      unreadable: { zh: expect.stringContaining('私钥'), en: expect.stringContaining('-pubout') },
    })
  })
})
