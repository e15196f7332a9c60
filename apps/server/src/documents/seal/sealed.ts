import { createHash, type webcrypto } from 'node:crypto'
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { Signer, SignPdf } from '@signpdf/signpdf'
import { ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { fingerprintOf, type Seal } from './seal.ts'

/** What a seal says of what it is set on. */
export type Sealing = {
  /** What kind of document it is, and its number. */
  readonly title: string
  readonly number: string
  readonly agency: string
  readonly verifyUrl: string
  /** The moment of the sealing, which the signature states. */
  readonly at: Temporal.Instant
}

/** Under which name the number stands in the dictionary of the signature. */
export const NUMBER_KEY = 'KaigongNumber'
/** Bytes that are kept free for the signature: it takes some 1,200, more with a longer certificate. */
const ROOM = 4096

/**
 * A PDF with a seal: a signature that covers all of the file, added behind it as an incremental update (ISO 32000-1, 7.5.6 and 12.8), so that
 * what was drawn stays byte by byte as it was.
 */
export async function sealed(pdf: Uint8Array, seal: Seal, sealing: Sealing): Promise<Uint8Array> {
  const prepared = await withRoom(pdf, sealing)
  const signature = new CmsSigner(seal, sealing.at)
  return new Uint8Array(await new SignPdf().sign(Buffer.from(prepared), signature))
}

/** The file with an empty place for the signature. The field shows nothing: what a reader sees stands on the page. */
async function withRoom(pdf: Uint8Array, { title, number, agency, verifyUrl, at }: Sealing): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, forIncrementalUpdate: true })
  const { context } = document
  // Each stands for a number that is only known once everything else is written.
  const byteRange = PDFArray.withContext(context)
  byteRange.push(PDFNumber.of(0))
  for (let i = 0; i < 3; i++) byteRange.push(PDFName.of('**********'))
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.pkcs7.detached',
      ByteRange: byteRange,
      Contents: PDFHexString.of('0'.repeat(2 * ROOM)),
      Name: PDFHexString.fromText(agency),
      Reason: PDFHexString.fromText(title),
      ContactInfo: PDFHexString.fromText(verifyUrl),
      [NUMBER_KEY]: PDFHexString.fromText(number),
      M: PDFString.of(pdfTime(at)),
    }),
  )
  const [page] = document.getPages()
  if (!page) throw new Error('a document has a page')
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: signature,
      T: PDFString.of('Seal'),
      // Printed, and locked.
      F: 4 | 128,
      P: page.ref,
    }),
  )
  page.node.addAnnot(field)
  // There are signatures, and the file may only be added to.
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [field] }))
  return await document.commit({ useObjectStreams: false })
}

const pdfTime = (at: Temporal.Instant): string => {
  const there = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'second' })
  return `D:${there.replace(/\D/g, '')}+08'00'`
}

/** Makes the detached CMS signature (RFC 5652, ECDSA with SHA-256) of what stands around its own place. */
class CmsSigner extends Signer {
  readonly #seal: Seal
  readonly #at: Temporal.Instant

  constructor(seal: Seal, at: Temporal.Instant) {
    super()
    this.#seal = seal
    this.#at = at
  }

  override async sign(covered: Buffer): Promise<Buffer> {
    const { certificate, privateKey } = this.#seal
    const digest = createHash('sha256').update(covered).digest()
    const attributes = new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: DATA })] }),
        new Attribute({ type: SIGNING_TIME, values: [new UTCTime({ value: utcTime(this.#at) })] }),
        new Attribute({ type: MESSAGE_DIGEST, values: [new OctetString({ valueHex: new Uint8Array(digest).buffer })] }),
        new Attribute({ type: SIGNING_CERTIFICATE, values: [signingCertificate(certificate)] }),
      ],
    })
    const signed = new SignedData({
      version: 1,
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
      digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: SHA256 })],
      certificates: [certificate],
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
          digestAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
          signedAttrs: attributes,
        }),
      ],
    })
    await signed.sign(privateKey as webcrypto.CryptoKey, 0, 'SHA-256', new Uint8Array(covered).buffer)
    const content = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) })
    return Buffer.from(content.toSchema().toBER(false))
  }
}

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
/** signingCertificateV2 of RFC 5035. */
export const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47'
const SHA256 = '2.16.840.1.101.3.4.2.1'

/** Names the certificate of a signature by its SHA-256, inside of what is signed. */
export const signingCertificate = (certificate: Certificate): Sequence => {
  const hash = new OctetString({ valueHex: new Uint8Array(Buffer.from(fingerprintOf(certificate), 'hex')).buffer })
  return new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [hash] })] })] })
}

/** YYMMDDhhmmssZ, which RFC 5652 asks for until 2049. */
const utcTime = (at: Temporal.Instant): string =>
  `${at.toString({ smallestUnit: 'second' }).replace(/\D/g, '').slice(2)}Z`
