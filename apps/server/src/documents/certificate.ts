import { isRefused, type Refused } from '../platform/http/answer.ts'
import { type CertificateOnPaper, certificateSheet } from './certificateSheet.ts'
import type { Press } from './press/press.ts'
import type { Seal } from './seal/seal.ts'
import { sealed } from './seal/sealed.ts'

export type { CertificateOnPaper } from './certificateSheet.ts'

/**
 * A certificate as PDF/A-2b with a QR code, sealed: a signature in the file that covers all of it and that anybody can verify without us
 * (`kaigong verify-certificate`). Drawn and sealed anew it has other bytes, for a signature is never twice the same; keep what was handed out.
 * @param at the moment of the sealing, which the signature states.
 */
export async function certificatePdf(
  certificate: CertificateOnPaper,
  seal: Seal,
  { press, at }: { readonly press: Press; readonly at: Temporal.Instant },
): Promise<Uint8Array | Refused> {
  const drawn = await press.print({ sheet: 'certificate', data: await certificateSheet(certificate, seal.fingerprint) })
  if (isRefused(drawn)) return drawn
  const { title, number, agency, verifyUrl } = certificate
  return await sealed(drawn, seal, { title: title.zh, number, agency: agency.zh, verifyUrl, at })
}
