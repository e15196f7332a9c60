import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import type { Text } from '@kaigong/contract'

/** A key for checkpoints (Ed25519), and the public half by which others check them. */
export type SigningKey = {
  /** SHA-256 of the public key. */
  readonly id: string
  readonly publicKey: KeyObject
  readonly sign: (text: string) => string
}

/** Public keys by their id: that of today's signing key, and former ones. */
export type PublicKeys = ReadonlyMap<string, KeyObject>

/** PKCS #8 of an Ed25519 key is this prefix and the 32 bytes of its seed (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A new key as PEM, for the caller to keep where nobody else can read it. */
export const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Opens a private key as settings give it: PEM, or base64 of PKCS #8 or of the 32 bytes alone. */
export function openSigningKey(text: string): SigningKey | { readonly unreadable: Text } {
  try {
    const privateKey = privateKeyIn(text.trim())
    if (privateKey.asymmetricKeyType !== 'ed25519') return { unreadable: notEd25519 }
    const publicKey = createPublicKey(privateKey)
    return {
      id: keyId(publicKey),
      publicKey,
      sign: (content) => sign(null, Buffer.from(content, 'utf8'), privateKey).toString('base64'),
    }
  } catch {
    return { unreadable: notEd25519 }
  }
}

function privateKeyIn(text: string): KeyObject {
  if (text.startsWith('-----')) return createPrivateKey(text)
  const bytes = Buffer.from(text, 'base64')
  return createPrivateKey({
    key: bytes.length === 32 ? Buffer.concat([PKCS8, bytes]) : bytes,
    format: 'der',
    type: 'pkcs8',
  })
}

/** Public keys by id; a former signing key is kept here so that what it signed can still be checked. */
export const publicKeysOf = (...keys: readonly KeyObject[]): PublicKeys =>
  new Map(keys.map((key) => [keyId(key), key] as const))

/** Opens the public keys in a text, each a block of PEM; what stands between the blocks is a note for people. */
export function openPublicKeys(text: string): readonly KeyObject[] | { readonly unreadable: Text } {
  if (text.includes('PRIVATE KEY-----')) return { unreadable: notPublic }
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g) ?? []
  try {
    const keys = blocks.map((block) => createPublicKey(block))
    const isWhole = keys.length > 0 && keys.length === (text.match(/-----BEGIN/g) ?? []).length
    return isWhole && keys.every((key) => key.asymmetricKeyType === 'ed25519') ? keys : { unreadable: notPublicKeys }
  } catch {
    return { unreadable: notPublicKeys }
  }
}

export const isSignedBy = (key: KeyObject, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'))

const keyId = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')

const notEd25519: Text = {
  zh: '检查点签名密钥读不出：应为 Ed25519 私钥，PEM 格式或 base64（PKCS #8 或 32 字节）。',
  en: 'The key that signs checkpoints cannot be read: it is an Ed25519 private key, as PEM or base64 (PKCS #8 or 32 bytes).',
}

const notPublicKeys: Text = {
  zh: '以前的签名公钥读不出：应为一个或多个 Ed25519 公钥，PEM 格式，一个接一个。',
  en: 'The public keys of former signing keys cannot be read: they are one or more Ed25519 public keys, as PEM, one after the other.',
}

/** A private key that is no longer needed is a danger where it lies. */
const notPublic: Text = {
  zh: '以前签名密钥的文件里有私钥：只应存放公钥（openssl pkey -in 旧密钥.pem -pubout）。',
  en: 'The file of former signing keys holds a private key: keep only the public half in it (openssl pkey -in old.pem -pubout).',
}
