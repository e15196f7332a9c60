import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, webcrypto } from 'node:crypto'
import type { Text } from '@kaigong/contract'
import { BitString, fromBER, Integer, UTCTime, Utf8String } from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, Time } from 'pkijs'

/** The seal of a district: a private key on P-256 and the certificate (X.509) by which others recognise what it signed. */
export type Seal = {
  readonly privateKey: CryptoKey
  readonly certificate: Certificate
  /** SHA-256 of the certificate, in hexadecimal. */
  readonly fingerprint: string
}
type CryptoKey = webcrypto.CryptoKey

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const
const COMMON_NAME = '2.5.4.3'

/** Opens a seal as its file holds it: private key (PKCS #8 or SEC 1, not encrypted) and the certificate of that key, both as PEM. */
export async function openSeal(pem: string): Promise<Seal | { readonly unreadable: Text }> {
  try {
    const [certificate] = certificatesIn(pem)
    const key = createPrivateKey(pem)
    if (!certificate || !isP256(key) || !(await belong(key, certificate))) return { unreadable: NO_SEAL }
    return sealOf(key, certificate)
  } catch {
    return { unreadable: NO_SEAL }
  }
}

const sealOf = (key: KeyObject, certificate: Certificate): Seal => ({
  privateKey: key.toCryptoKey(P256, false, ['sign']),
  certificate,
  fingerprint: fingerprintOf(certificate),
})

const isP256 = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1'

/** Whether the certificate is that of the key: another's would make everything that is signed look forged. */
async function belong(key: KeyObject, certificate: Certificate): Promise<boolean> {
  const nonce = randomBytes(32)
  const signature = await webcrypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key.toCryptoKey(P256, false, ['sign']),
    nonce,
  )
  const publicKey = (await certificate.getPublicKey({
    algorithm: { algorithm: P256, usages: ['verify'] },
  })) as CryptoKey
  return await webcrypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, signature, nonce)
}

/** SHA-256 of a certificate as it is written, in hexadecimal. */
export const fingerprintOf = (certificate: Certificate): string =>
  createHash('sha256')
    .update(new Uint8Array(certificate.toSchema().toBER(false)))
    .digest('hex')

/** The certificates in a text, each a block of PEM. Throws where a block holds none. */
export const certificatesIn = (pem: string): readonly Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((block) => {
    const der = Buffer.from(block.replace(/-----[A-Z ]+-----/g, ''), 'base64')
    return new Certificate({ schema: fromBER(new Uint8Array(der)).result })
  })

/** What the certificate calls its owner. */
export const ownerOf = ({ subject }: Certificate): string =>
  subject.typesAndValues.find(({ type }) => type === COMMON_NAME)?.value.valueBlock.value ?? ''

/**
 * A new seal as PEM, key and certificate, for the caller to keep. Nobody vouches for it, and its name says so; a district that issues in earnest
 * puts one in its place for which somebody does.
 * @param owner whose it is, as readers of a certificate are to see it.
 */
export async function newSeal(owner: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer })
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: owner }) }))
  // No authority limits it, and a demonstration lives in the past.
  certificate.notBefore = time('200101000000Z')
  certificate.notAfter = time('491231235959Z')
  await certificate.subjectPublicKeyInfo.importKey(publicKey.toCryptoKey(P256, true, ['verify']))
  certificate.extensions = [
    extension('2.5.29.19', true, new BasicConstraints({ cA: false }).toSchema().toBER(false)),
    // digitalSignature and nonRepudiation
    extension(
      '2.5.29.15',
      true,
      new BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 }).toBER(false),
    ),
  ]
  await certificate.sign(privateKey.toCryptoKey(P256, false, ['sign']), 'SHA-256')
  return `${privateKey.export({ type: 'pkcs8', format: 'pem' })}${pemOf(certificate)}`
}

export function pemOf(certificate: Certificate): string {
  const base64 = Buffer.from(certificate.toSchema().toBER(false)).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}

const time = (utc: string): Time => new Time({ schema: new UTCTime({ value: utc }) })

const extension = (extnID: string, critical: boolean, value: ArrayBuffer): Extension =>
  new Extension({ extnID, critical, extnValue: value })

const NO_SEAL: Text = {
  zh: '签章文件读不出：应为 P-256 私钥（未加密）和该密钥的证书，均为 PEM，放在一个文件里。',
  en: 'A seal cannot be read: its file holds a P-256 private key, not encrypted, and the certificate of that key, both as PEM.',
}
