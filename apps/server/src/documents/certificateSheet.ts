import type { Text } from '@kaigong/contract'
import { toString as qrCode } from 'qrcode'
import { writtenDay } from './notice/words.ts'
import type { SheetHead } from './sheets/head.ts'

/** Everything that stands on a certificate (证照). */
export type CertificateOnPaper = {
  /** The matter whose document it is: A03, A04, B02, C01, C07, C07p, or any other that issues one. */
  readonly kind: string
  /** What it is called: `result` of the matter in the catalogue. */
  readonly title: Text
  readonly number: string
  readonly holder: string
  readonly project: string
  readonly projectCode: string | null
  readonly agency: Text
  /** Days, ISO. `validUntil` is null where the law sets no end. */
  readonly issuedOn: string
  readonly validUntil: string | null
  /** What else it states, label and value, in the order in which it is to stand. */
  readonly lines: readonly (readonly [label: Text, value: Text])[]
  /** Made from invented data: then every page says that it is not valid. */
  readonly synthetic: boolean
  /** Where anybody may look whether it still stands; it is also what the QR code holds. */
  readonly verifyUrl: string
}

/** A certificate as its template takes it; it is printed in both languages on one page. */
export type CertificateSheet = SheetHead & {
  readonly heading: Text
  readonly number: string
  readonly statement: Text
  readonly rows: readonly { readonly label: Text; readonly value: Text }[]
  readonly agency: Text
  readonly issued: Text
  readonly verifyUrl: string
  /** SVG. */
  readonly qr: string
  readonly sealText: Text
}

/**
 * Lays a certificate out; nothing in it depends on when or where.
 * @param fingerprint of the seal's certificate, SHA-256 in hexadecimal.
 */
export async function certificateSheet(
  { kind, title, number, holder, project, projectCode, agency, ...rest }: CertificateOnPaper,
  fingerprint: string,
): Promise<CertificateSheet> {
  const { issuedOn, validUntil, lines, synthetic, verifyUrl } = rest
  const row = (label: Text, value: Text) => ({ label, value })
  const same = (said: string): Text => ({ zh: said, en: said })
  return {
    lang: 'zh',
    title: `${title.zh} ${number}`,
    dated: issuedOn,
    watermark: synthetic ? '演示样张' : '',
    notes: [...(synthetic ? [SYNTHETIC] : []), UNVERIFIED],
    heading: title,
    number,
    statement: statements[kind] ?? GENERAL,
    rows: [
      row({ zh: '持证单位', en: 'Holder' }, same(holder)),
      row({ zh: '项目名称', en: 'Project' }, same(project)),
      ...(projectCode === null ? [] : [row({ zh: '项目代码', en: 'Project code' }, same(projectCode))]),
      ...lines.map(([label, value]) => row(label, value)),
      ...(validUntil === null ? [] : [row({ zh: '有效期至', en: 'Valid until' }, writtenDay(validUntil))]),
    ],
    agency,
    issued: writtenDay(issuedOn),
    verifyUrl,
    qr: await qrCode(verifyUrl, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
    sealText: {
      zh: `数字签章　证书指纹 ${spaced(fingerprint)}`,
      en: 'Digitally sealed; the fingerprint is that of its certificate (SHA-256, the beginning)',
    },
  }
}

const SHOWN_OF_FINGERPRINT = 16
const spaced = (fingerprint: string): string =>
  (fingerprint.slice(0, SHOWN_OF_FINGERPRINT).match(/.{4}/g) ?? []).join(' ').toUpperCase()

/** On which law each rests and what it allows (domain 1.3–1.5); the words are ours, as no text gives those of the national forms. */
const statements: Readonly<Record<string, Text>> = {
  A03: {
    zh: '根据《城乡规划法》第三十八条，经审核，本建设用地符合规划条件，颁发此证。不得擅自改变规划条件。',
    en: 'Under article 38 of the Urban and Rural Planning Law: the use of this land meets the planning conditions, which may not be altered.',
  },
  A04: {
    zh: '根据《不动产登记暂行条例》，对申请人申请登记的国有建设用地使用权，经审查核实，准予登记，颁发此证。',
    en: 'Under the Interim Regulation on Real Estate Registration: the right to use this state-owned construction land has been entered.',
  },
  B02: {
    zh: '根据《城乡规划法》第四十条，经审核，本建设工程符合规划要求，颁发此证。',
    en: 'Under article 40 of the Urban and Rural Planning Law: these works meet the requirements of planning.',
  },
  C01: {
    zh: '根据《建设工程质量管理条例》第十一条，本项目施工图设计文件经审查合格，可以使用。',
    en: 'Under article 11 of the Regulation on Construction Quality: the drawings have passed review and may be used.',
  },
  C07: {
    zh: '根据《建筑法》第七条、第八条，经审查，本建筑工程符合施工条件，准予施工。自领证之日起三个月内开工。',
    en: 'Under articles 7 and 8 of the Construction Law: construction may begin, and begins within three months.',
  },
  C07p: {
    zh: '根据《建筑法》第七条、第八条，经审查，本建筑工程所列施工阶段符合施工条件，准予该阶段施工。自领证之日起三个月内开工。',
    en: 'Under articles 7 and 8 of the Construction Law: the phase named may be built, and begins within three months.',
  },
}

const GENERAL: Text = { zh: '经审查，符合法定条件，颁发此证。', en: 'The conditions of the law are met.' }

const SYNTHETIC = '本证由演示数据生成，没有法律效力。Made from demonstration data; it has no legal effect.'
const UNVERIFIED =
  '证照式样与文字未核实（GK），以国家统一式样为准；数字签章不是国家电子印章（国密 SM2）。Form and wording are unverified (GK); the seal is a digital signature, not a state seal.'
