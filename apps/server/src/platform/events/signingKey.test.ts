import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSignedBy, newSigningKey, openSigningKey } from './signingKey.ts'

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
