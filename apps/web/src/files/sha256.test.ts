import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

const hashOf = (...pieces: readonly Uint8Array[]): string => {
  const hash = sha256()
  for (const piece of pieces) hash.take(piece)
  return hash.hex()
}

describe('SHA-256 in the browser', () => {
  it('is that of FIPS 180-4', () => {
    expect(hashOf(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(hashOf()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('is the same as another’s, however the content is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), (pieces) => {
        expect(hashOf(...pieces)).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'))
      }),
    )
  })

  it('counts more bits than one word holds', () => {
    const piece = new Uint8Array(2 ** 20).fill(7)
    const own = sha256()
    const other = createHash('sha256')
    for (let i = 0; i < 520; i++) {
      own.take(piece)
      other.update(piece)
    }
    expect(own.hex()).toBe(other.digest('hex'))
  })
})
