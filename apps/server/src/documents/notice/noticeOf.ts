import { type Day, isoDate } from '@kaigong/calendar'
import { ATTACHMENTS, DOCUMENTS, FLOW, type KnownCase, readClock, replay } from '@kaigong/casework'
import { type Citation, cite } from '@kaigong/catalogue'
import type { CasePaperKind, Text } from '@kaigong/contract'
import { acceptance } from './acceptance.ts'
import { endings } from './endings.ts'
import type { Block, Notice } from './notice.ts'
import { receipts } from './receipts.ts'
import { review } from './review.ts'
import type { About, Bodies, Body, Telling, TellingEvent } from './telling.ts'
import { asWritten, paragraph, text } from './words.ts'

const bodies: Bodies<CasePaperKind> = { ...receipts, ...acceptance, ...review, ...endings }

/** What stands above a paper, where that is not simply its name. */
const titles: Readonly<Partial<Record<CasePaperKind, Text>>> = {
  toleranceNotice: { zh: '容缺受理通知书', en: 'notice of tolerance' },
  toleranceLetter: { zh: '容缺受理承诺书', en: 'letter of promise for tolerance' },
  decision: { zh: '准予行政许可决定书', en: 'decision to grant' },
}

export const paperName = (kind: CasePaperKind): Text =>
  titles[kind] ?? (kind === 'toleranceLetter' ? ATTACHMENTS.toleranceLetter : DOCUMENTS[kind])

/** An event of a case with the act that it came of. */
export type PaperEvent = TellingEvent & { readonly act: string | null }

/**
 * A paper of a case, written from nothing but what happened to it up to the event at `index`, the law of the case, and names.
 * Articles are cited as they stood on the day of the event, with the mark of how sure the text is (domain 1.1, 2.4, 2.5).
 */
export function noticeOf(kind: CasePaperKind, events: readonly PaperEvent[], index: number, about: About): Notice {
  const event = events[index]
  const after = replay(events.slice(0, index + 1))
  if (!event || after.stage === 'none') throw new Error('a paper is written of something that happened')
  const telling = tellingOf(event, events, index, after, about)
  const body = bodies[kind](telling)
  const isLetter = kind === 'toleranceLetter'
  const isForm = isLetter && event.type !== 'accepted'
  const { laws, others } = basisOf(kind, event, body, telling)
  return {
    title: paperName(kind),
    from: isLetter ? companyOf(about) : about.agency,
    isLetter,
    number: text('办件编号：$0', 'Case $0', asWritten(about.number)),
    addressee: isLetter ? text('$0：', '$0,', about.agency) : text('$0：', '$0,', companyOf(about)),
    blocks: [
      concerning(about, isLetter),
      ...body.blocks,
      ...(laws.length === 0 ? [] : [paragraph('依据：$0。', 'Basis: $0.', listed(laws))]),
      ...(body.remedy ? [REMEDY] : []),
    ],
    dated: isForm ? null : (event.documentOn ?? isoDate(event.on)),
    acknowledged: body.isSignedFor ? SIGNED_FOR : [],
    watermark: watermarkOf(about),
    notes: [...(body.notes ?? []), ...notesOf(laws, others, body, about)],
  }
}

function tellingOf(
  event: PaperEvent,
  events: readonly PaperEvent[],
  index: number,
  after: KnownCase,
  about: About,
): Telling {
  const { law } = about
  const acceptedOn: Day = after.clock.accepted?.on ?? event.on
  const delivered = events.slice(index).find((later) => later.type === 'delivered')
  return {
    event,
    before: replay(events.slice(0, index)),
    after,
    clock: readClock(after.clock, { on: event.on, clock: null }, law),
    terms: law.termsOn(acceptedOn),
    about,
    delivered: delivered?.type === 'delivered' ? delivered.number : null,
    nameOf: (id) => law.matter.materials.find((m) => m.id === id)?.name ?? asWritten(id),
    cited: (of, article, confidence) =>
      cite(law.ground.laws, { source: { law: of, article }, confidence }, isoDate(event.on)),
  }
}

const companyOf = ({ company }: About): Text =>
  company === null ? { zh: '申请人', en: 'The applicant' } : asWritten(company)

const concerning = ({ matter, project }: About, isLetter: boolean): Block =>
  isLetter
    ? paragraph('事项：$0；项目：$1。', 'Matter: $0. Project: $1.', matter, asWritten(project))
    : paragraph(
        '关于你单位申请办理的“$0”（项目：$1），现告知如下：',
        'On your application for “$0” (project: $1):',
        matter,
        asWritten(project),
      )

/**
 * The article of the act first, then what the paper itself names; each once. Only a law is a basis on which an agency writes to somebody:
 * what other places do, and what is only usual, is told in the small print with its mark.
 */
function basisOf(kind: CasePaperKind, event: PaperEvent, { basis = [], promise }: Body, { about }: Telling) {
  const act = actOf(kind, event)
  const ofAct = act ? [cite(about.law.ground.laws, FLOW[act].basis, isoDate(event.on))] : []
  const all = [...new Map([...ofAct, ...basis].map((citation) => [citation.text.zh, citation])).values()]
  return { laws: all.filter(isLaw), others: [...all.filter((c) => !isLaw(c)), ...(promise ? [promise] : [])] }
}

/** Laws are cited in 《》 (`cite`), pages by their title as it is; several in one statement are joined by ；. */
const isLaw = ({ text: said }: Citation): boolean => said.zh.split('；').every((one) => one.startsWith('《'))

/** The act that the paper results from: as it was recorded, else, as with a decision that comes with its acceptance, the first that yields it. */
function actOf(kind: CasePaperKind, { act }: PaperEvent): keyof typeof FLOW | undefined {
  if (kind === 'toleranceLetter') return 'acceptWithTolerance'
  if (act !== null && Object.hasOwn(FLOW, act)) return act as keyof typeof FLOW
  return (Object.keys(FLOW) as (keyof typeof FLOW)[]).find((known) => FLOW[known].yields === kind)
}

const listed = (basis: readonly Citation[]): Text => ({
  zh: basis.map(({ text: said }) => said.zh).join('；'),
  en: basis.map(({ text: said }) => said.en).join('; '),
})

const marked = (basis: readonly Citation[]): Text => ({
  zh: basis.map(({ text: said, confidence }) => `${said.zh} ${confidence}`).join('；'),
  en: basis.map(({ text: said, confidence }) => `${said.en} ${confidence}`).join('; '),
})

const SIGNED_FOR: readonly Text[] = [
  { zh: '签收人：', en: 'Received by: ' },
  { zh: '签收日期：', en: 'On: ' },
]

/**
 * That there is a remedy is general knowledge: no text of the domain quotes it, nor who hears it and how long there is. So it is said without
 * a period and without a court, and the sheet says that it is unverified.
 */
const REMEDY = paragraph(
  '对本决定不服的，可以依法申请行政复议或者提起行政诉讼；受理机关与期限由签发机关另行载明。',
  'Whoever does not agree with this decision may ask for administrative review or go to court as the law provides; the issuing agency adds where and within what time.',
)

const watermarkOf = ({ synthetic, mirrors }: About): Text | null => {
  if (synthetic) return { zh: '演示样张', en: 'SAMPLE' }
  return mirrors === null ? null : { zh: '登记副本', en: 'COPY' }
}

function notesOf(
  laws: readonly Citation[],
  others: readonly Citation[],
  { remedy }: Body,
  { synthetic, mirrors }: About,
): readonly Text[] {
  const unsure = laws.filter(({ confidence }) => confidence !== 'A')
  const when = (holds: boolean, zh: string, en: string, ...values: readonly Text[]) =>
    holds ? [text(zh, en, ...values)] : []
  return [
    ...when(synthetic, '本件由演示数据生成，没有法律效力。', 'Made from demonstration data; it has no legal effect.'),
    ...when(
      mirrors !== null,
      '本办件由“$0”办理，本系统只作登记；以该系统出具的原件为准。',
      'This case is handled in “$0” and only recorded here; the original from there is what holds.',
      asWritten(mirrors ?? ''),
    ),
    ...when(
      others.length > 0,
      '时限与规则另有出处，不是本机关的法律依据：$0。',
      'Limits and rules that come from elsewhere and are no legal basis of this agency: $0.',
      marked(others),
    ),
    ...when(unsure.length > 0, '条文未见原文：$0。', 'Articles whose text was not seen: $0.', marked(unsure)),
    ...when(remedy === true, '救济途径的表述未核实（GK）。', 'The wording about remedies is unverified (GK).'),
    text(
      '文书式样未核实（GK），以本机关公布的式样为准。可信程度：A 原文，B 转述，C 推得，GK 未核实。',
      'The form is unverified (GK); the one that the agency has published holds. A: the text itself, B: reported, C: inferred, GK: unverified.',
    ),
  ]
}
