import type { Text } from '@kaigong/contract'
import { fromBER, Sequence } from 'asn1js'
import { type Attribute, type Certificate, ContentInfo, SignedData } from 'pkijs'
import { certificatesIn, fingerprintOf, ownerOf } from './seal.ts'
import { NUMBER_KEY, SIGNING_CERTIFICATE, signingCertificate } from './sealed.ts'

/** What is the matter with a file that should be sealed. */
type SealFault = {
  readonly code:
    | 'notSealed'
    | 'incomplete'
    | 'addedTo'
    | 'altered'
    | 'unreadableSeal'
    | 'notYetOrNoLonger'
    | 'otherSeal'
  readonly says: Text
}

/** What the seal on a whole file says. All of it but the trust is what whoever sealed it states. */
export type SealStatement = {
  readonly title: string
  readonly number: string
  readonly agency: string
  readonly verifyUrl: string
  /** The moment of the sealing, ISO. */
  readonly sealedAt: string
  readonly seal: { readonly owner: string; readonly fingerprint: string }
  /** Whether the seal is one of those that were handed in; null where none was, for then anybody may have made it. */
  readonly isTrusted: boolean | null
}

export type SealCheck =
  | { readonly isWhole: true; readonly statement: SealStatement }
  | { readonly isWhole: false; readonly fault: SealFault }

/** Whether bytes are a PDF at all; a header may stand a little behind the beginning. */
export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

/**
 * Checks a sealed PDF from its bytes alone, without a server, a network or a parser of PDF: there is one signature; it covers every byte of the
 * file but the place where it itself stands; that place holds nothing else; and it is good by the certificate that it carries.
 * @param trusted the seals that are believed, as certificates in PEM; undefined where whoever asks has none.
 */
export async function checkSealed(bytes: Uint8Array, trusted?: string): Promise<SealCheck> {
  const place = placeOfSeal(Buffer.from(bytes))
  if ('code' in place) return { isWhole: false, fault: place }
  const seal = sealIn(place.signature)
  if ('code' in seal) return { isWhole: false, fault: seal }
  if (!(await isGood(seal, place.covered))) return broken('altered')
  const { certificate, sealedAt } = seal
  if (sealedAt < timeOf(certificate.notBefore.value) || sealedAt > timeOf(certificate.notAfter.value))
    return broken('notYetOrNoLonger')
  const fingerprint = fingerprintOf(certificate)
  const isTrusted = trusted === undefined ? null : certificatesIn(trusted).some((c) => fingerprintOf(c) === fingerprint)
  if (isTrusted === false) return broken('otherSeal')
  const said = (key: string) => textAt(place.covered, key)
  return {
    isWhole: true,
    statement: {
      title: said('Reason'),
      number: said(NUMBER_KEY),
      agency: said('Name'),
      verifyUrl: said('ContactInfo'),
      sealedAt: Temporal.Instant.fromEpochMilliseconds(sealedAt).toString(),
      seal: { owner: ownerOf(certificate), fingerprint },
      isTrusted,
    },
  }
}

const broken = (code: SealFault['code']): SealCheck => ({ isWhole: false, fault: { code, says: SAYS[code] } })
const fault = (code: SealFault['code']): SealFault => ({ code, says: SAYS[code] })

type Place = { readonly covered: Buffer; readonly signature: Buffer }

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/** Where the one signature stands, and everything else. What a range leaves out could be anything, so it may leave out the signature only. */
function placeOfSeal(file: Buffer): Place | SealFault {
  const text = file.toString('latin1')
  const ranges = [...text.matchAll(BYTE_RANGE)]
  const [range] = ranges
  if (!range) return fault(/%%EOF\s*$/.test(text) ? 'notSealed' : 'incomplete')
  if (ranges.length > 1) return fault('addedTo')
  const [start = 0, length = 0, next = 0, rest = 0] = range.slice(1).map(Number)
  if (next + rest > file.length) return fault('incomplete')
  if (next + rest < file.length) return fault('addedTo')
  const hex = text.slice(length, next)
  const isOwnPlace = start === 0 && /^<(?:[0-9a-f]{2})+>$/i.test(hex)
  const stands = isOwnPlace && /\/Contents\s*$/.test(text.slice(Math.max(0, length - 20), length))
  if (!stands) return fault('altered')
  return {
    covered: Buffer.concat([file.subarray(0, length), file.subarray(next)]),
    signature: Buffer.from(hex.slice(1, -1), 'hex'),
  }
}

type Signed = { readonly signed: SignedData; readonly certificate: Certificate; readonly sealedAt: number }

const SHA256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_SHA256 = '1.2.840.10045.4.3.2'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'

/** The signature itself, if it is one of the kind that our seals make; a weaker one is none. */
function sealIn(bytes: Buffer): Signed | SealFault {
  try {
    const read = fromBER(new Uint8Array(bytes))
    // Behind it stand the zeros of the room that was kept free, and nothing that was put there afterwards.
    if (read.offset <= 0 || bytes.subarray(read.offset).some((byte) => byte !== 0)) return fault('altered')
    const signed = new SignedData({ schema: new ContentInfo({ schema: read.result }).content })
    const [signer, second] = signed.signerInfos
    const certificate = signed.certificates?.[0]
    const attributes = signer?.signedAttrs?.attributes ?? []
    const at = attributeOf(attributes, SIGNING_TIME) as { toDate?: () => { getTime(): number } } | undefined
    const sealedAt = at?.toDate?.().getTime()
    const isOurs =
      second === undefined &&
      signer?.digestAlgorithm.algorithmId === SHA256 &&
      signer.signatureAlgorithm.algorithmId === ECDSA_SHA256 &&
      attributeOf(attributes, MESSAGE_DIGEST) !== undefined
    if (!isOurs || sealedAt === undefined || !certificate || !('subjectPublicKeyInfo' in certificate))
      return fault('unreadableSeal')
    return isNamed(certificate, attributeOf(attributes, SIGNING_CERTIFICATE))
      ? { signed, certificate, sealedAt }
      : fault('altered')
  } catch {
    return fault('unreadableSeal')
  }
}

/** The signature names its certificate by hash (RFC 5035), so that nobody puts another with the same key and a finer name in its place. */
const isNamed = (certificate: Certificate, named: unknown): boolean =>
  named instanceof Sequence &&
  Buffer.from(named.toBER(false)).equals(Buffer.from(signingCertificate(certificate).toBER(false)))

const attributeOf = (attributes: readonly Attribute[], type: string): unknown =>
  attributes.find((attribute) => attribute.type === type)?.values[0]

const timeOf = (date: { getTime(): number }): number => date.getTime()

/** Whether the signature is that of these bytes by the key in its certificate. */
async function isGood({ signed }: Signed, covered: Buffer): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: new Uint8Array(covered).buffer, checkChain: false })
  } catch {
    return false
  }
}

/** A text in the dictionary of the signature, which the signature covers. */
function textAt(covered: Buffer, key: string): string {
  const [, hex = ''] = new RegExp(`/${key}\\s*<(FEFF[0-9A-F]*)>`, 'i').exec(dictionaryIn(covered)) ?? []
  return Buffer.from(hex.slice(4), 'hex').swap16().toString('utf16le')
}

/** From the beginning of the signature's dictionary to its end. */
function dictionaryIn(covered: Buffer): string {
  const text = covered.toString('latin1')
  const at = text.search(/\/ByteRange/)
  return text.slice(text.lastIndexOf('<<', at), text.indexOf('endobj', at))
}

const SAYS: Readonly<Record<SealFault['code'], Text>> = {
  notSealed: {
    zh: '文件没有数字签章，无法证明出自谁手。请向持证人或签发机关索取原文件（打印、另存、转换都会丢掉签章）。',
    en: 'The file has no seal, so nothing shows where it comes from. Ask the holder or the issuing agency for the original file: printing, saving anew or converting loses the seal.',
  },
  incomplete: {
    zh: '文件不完整：末尾缺了一部分。请重新取得原文件。',
    en: 'The file is incomplete: its end is missing. Get the original file again.',
  },
  addedTo: {
    zh: '签章之后又向文件添加了内容，签章不再覆盖整个文件，不能采信。请向签发机关索取原文件。',
    en: 'Something was added to the file after it was sealed: the seal no longer covers all of it. Do not rely on it; ask the issuing agency for the original.',
  },
  altered: {
    zh: '文件在签章之后被改动过，不能采信。请向签发机关索取原文件。',
    en: 'The file was altered after it was sealed. Do not rely on it; ask the issuing agency for the original.',
  },
  unreadableSeal: {
    zh: '签章读不出或不是本系统的签章（应为 P-256、SHA-256），无法核验。',
    en: 'The seal cannot be read or is not one of ours (P-256, SHA-256); it cannot be verified.',
  },
  notYetOrNoLonger: {
    zh: '签章时间不在签章证书的有效期内，不能采信。',
    en: 'The time of the sealing lies outside the validity of the seal’s certificate. Do not rely on it.',
  },
  otherSeal: {
    zh: '文件没有改动，但签章不是所给的任何一个签章证书：不是该机关签发的，或该机关换过签章而所给文件里没有旧证书。',
    en: 'The file is unaltered, but its seal is none of those given: it does not come from that agency, or the agency changed its seal and the former certificate is missing from what was given.',
  },
}
