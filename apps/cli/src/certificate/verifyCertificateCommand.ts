import { certificatesIn, checkSealed, isPdf, type SealStatement } from '@kaigong/server'
import { type Expected, readBytes } from '../ground/readText.ts'
import { badInput } from '../terminal/answer.ts'
import { type Lang, said, type Text } from '../terminal/say.ts'
import type { Run } from '../usage/command.ts'

const PDF: Expected = { kind: { zh: 'PDF 文件', en: 'PDF file' }, most: 50_000_000 }
const PEM: Expected = { kind: { zh: '签章证书（PEM）', en: 'certificate (PEM)' }, most: 1_000_000 }

/**
 * `verify-certificate`: whether a certificate is as it was sealed; exit 1 with the reason when it is not, 2 when the file is no PDF.
 * It needs neither a server nor a network.
 */
export const verifyCertificateCommand: Run = async ({ operands: [path = ''], options, lang }) => {
  const file = readBytes(path, PDF)
  if ('fault' in file) return badInput(at(path, file.fault), lang)
  if (!isPdf(file.bytes)) return badInput(at(path, NO_PDF), lang)
  const trusted = options.trust === undefined ? undefined : trustIn(options.trust)
  if (typeof trusted === 'object') return badInput(trusted.fault, lang)
  const found = await checkSealed(file.bytes, trusted)
  const exit = found.isWhole ? 0 : 1
  if (options.format === 'json') return { exit, out: `${JSON.stringify(found, null, 2)}\n` }
  if (!found.isWhole) return { exit, err: `${said(at(path, found.fault.says), lang)}\n` }
  return { exit, out: `${linesOf(found.statement, lang).join('\n')}\n` }
}

/** The certificates that are believed, or why the file holds none. */
function trustIn(path: string): string | { readonly fault: Text } {
  const file = readBytes(path, PEM)
  if ('fault' in file) return { fault: at(path, file.fault) }
  const text = new TextDecoder().decode(file.bytes)
  try {
    return certificatesIn(text).length > 0 ? text : { fault: at(path, NO_CERTIFICATE) }
  } catch {
    return { fault: at(path, NO_CERTIFICATE) }
  }
}

function linesOf({ title, number, agency, verifyUrl, sealedAt, seal, isTrusted }: SealStatement, lang: Lang): string[] {
  const at = Temporal.Instant.from(sealedAt)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
  const rows: readonly (readonly [Text, string])[] = [
    [{ zh: '证照', en: 'Certificate' }, title],
    [{ zh: '证号', en: 'Number' }, number],
    [{ zh: '签发机关', en: 'Agency' }, agency],
    [
      { zh: '签章时间', en: 'Sealed at' },
      `${at} ${said({ zh: '（北京时间，签章方所述）', en: '(Beijing time, as the seal states)' }, lang)}`,
    ],
    [{ zh: '签章证书', en: 'Seal' }, seal.owner],
    [{ zh: '证书指纹', en: 'Fingerprint' }, `SHA-256 ${seal.fingerprint}`],
    [{ zh: '在线查验', en: 'Ask online' }, verifyUrl],
  ]
  const colon = said({ zh: '：', en: ': ' }, lang)
  return [
    said(WHOLE, lang),
    ...rows.map(([label, value]) => `  ${said(label, lang)}${colon}${value}`),
    said(isTrusted === true ? TRUSTED : NOT_COMPARED, lang),
  ]
}

const at = (path: string, { zh, en }: Text): Text => ({ zh: `${path}：${zh}`, en: `${path}: ${en}` })

const NO_PDF: Text = { zh: '这不是 PDF 文件；请给出证照的 PDF。', en: 'this is no PDF; name the certificate as PDF.' }
const NO_CERTIFICATE: Text = {
  zh: '里面没有能读的证书；应为一个或多个 PEM 格式的证书。',
  en: 'no certificate can be read from it; it should hold one or more, as PEM.',
}
const WHOLE: Text = {
  zh: '完好：签章覆盖整个文件，签章以来没有改动。',
  en: 'Whole: the seal covers all of the file, and nothing was altered since.',
}
const TRUSTED: Text = {
  zh: '签章证书是所给证书之一：出自该机关。此后是否换发、更正、撤销，请在线查验。',
  en: 'The seal is one of those given: it comes from that agency. Whether it was replaced, corrected or revoked since is said online.',
}
/** Without this a forger's own seal would look like anybody else's. */
const NOT_COMPARED: Text = {
  zh: '未比对签章证书：任何人都能自制证书。请用 --trust 给出签发机关的签章证书，或向其核对上面的指纹。',
  en: 'The seal was not compared with any: anybody can make one. Give the agency’s certificate with --trust, or compare the fingerprint with theirs.',
}
