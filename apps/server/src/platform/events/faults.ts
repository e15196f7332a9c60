import type { Text } from '@kaigong/contract'

/** What is wrong with a trail: rewritten, gone, in another's place, cut off at the end, or a checkpoint that nobody known signed. */
type FaultKind = 'altered' | 'missing' | 'reordered' | 'cutOff' | 'unsigned'

/** The first thing that is wrong with one stream. */
export type Fault = {
  readonly kind: FaultKind
  readonly stream: string
  /** Number of the event, or of the checkpoint. */
  readonly version: number
  readonly says: Text
}

/** Streams of checkpoints stand beside those of events; checkpoint n is announced by event n of the stream of this name. */
export const checkpointStream = (district: string): string => `checkpoint/${district}`

const columns = {
  district: { zh: '区划代码', en: 'district' },
  stream: { zh: '所属记录流', en: 'stream' },
  type: { zh: '类型', en: 'type' },
  actor: { zh: '经办人', en: 'actor' },
  at: { zh: '时间', en: 'time' },
  project: { zh: '所属项目', en: 'project' },
} as const

export type SealedColumn = keyof typeof columns

const fault = (kind: FaultKind, stream: string, version: number, zh: string, en: string): Fault => ({
  kind,
  stream,
  version,
  says: { zh: `${stream} 第 ${version} 条${zh}`, en: `Event ${version} of ${stream} ${en}` },
})

/** The sentences for events. */
export const eventFaults = {
  missing: (stream: string, from: number, until: number) =>
    from === until
      ? fault('missing', stream, from, '不见了：其后的记录还在。', 'is missing: what follows it is still there.')
      : fault(
          'missing',
          stream,
          from,
          `至第 ${until} 条不见了：其后的记录还在。`,
          `is missing, as are all up to event ${until}: what follows them is still there.`,
        ),
  text: (stream: string, version: number) =>
    fault(
      'altered',
      stream,
      version,
      '的封存内容被改动：与其哈希值不符。',
      'was altered: its sealed text does not match its hash.',
    ),
  unreadable: (stream: string, version: number) =>
    fault(
      'altered',
      stream,
      version,
      '的封存内容不是本系统写成的格式。',
      'was altered: its sealed text is not in the form in which events are sealed.',
    ),
  column: (stream: string, version: number, column: SealedColumn) =>
    fault(
      'altered',
      stream,
      version,
      `的“${columns[column].zh}”一栏被改动：与封存内容不符。`,
      `was altered: its ${columns[column].en} is not what its sealed text says.`,
    ),
  reordered: (stream: string, version: number, sealedAs: number) =>
    fault(
      'reordered',
      stream,
      version,
      `的位置上放着封存时的第 ${sealedAs} 条：次序被调换。`,
      `was reordered: in its place stands what was sealed as event ${sealedAs}.`,
    ),
  unlinked: (stream: string, version: number) =>
    fault(
      'altered',
      stream,
      version,
      `与第 ${version + 1} 条接不上：封存之后被重写，或第 ${version + 1} 条是手工插入的。`,
      `is not what event ${version + 1} continues: it was rewritten after it was sealed, or event ${version + 1} was put in by hand.`,
    ),
  inserted: (stream: string, version: number) =>
    fault(
      'altered',
      stream,
      version,
      '是手工插入或被重写的：没有接上前一条，而前一条已经检查点签名。',
      'was put in by hand or rewritten: it does not continue the event before it, which a checkpoint has signed.',
    ),
  headless: (stream: string) =>
    fault(
      'altered',
      stream,
      1,
      '不是该流的开头：它声称之前还有记录。',
      'is no beginning: it claims to continue another.',
    ),
  signedOtherwise: (stream: string, version: number) =>
    fault(
      'altered',
      stream,
      version,
      '与检查点签名时不同：该条或之前的记录被重写。',
      'is not what a checkpoint has signed: it, or an event before it, was rewritten.',
    ),
  cutOff: (stream: string, from: number, until: number) =>
    fault(
      'cutOff',
      stream,
      from,
      `起被截去：检查点签名时有 ${until} 条。`,
      `and what follows was cut off: a checkpoint has signed ${until} of them.`,
    ),
}

const checkpointFault = (kind: FaultKind, district: string, no: number, zh: string, en: string): Fault => ({
  kind,
  stream: checkpointStream(district),
  version: no,
  says: { zh: `第 ${no} 号检查点${zh}`, en: `Checkpoint ${no} ${en}` },
})

/** The sentences for checkpoints. */
export const checkpointFaults = {
  missing: (district: string, no: number) => checkpointFault('missing', district, no, '不见了。', 'is missing.'),
  text: (district: string, no: number) =>
    checkpointFault(
      'altered',
      district,
      no,
      '的封存内容被改动：与其哈希值或各栏不符。',
      'was altered: its sealed text does not match its hash or its columns.',
    ),
  unlinked: (district: string, no: number) =>
    checkpointFault(
      'altered',
      district,
      no,
      '没有接上前一号检查点。',
      'was altered: it does not continue the checkpoint before it.',
    ),
  unknownKey: (district: string, no: number) =>
    checkpointFault(
      'unsigned',
      district,
      no,
      '不是用这里认得的密钥签名的：由他人签署，或由更换前的密钥签署（其公钥应列入 KAIGONG_FORMER_KEYS_FILE）。',
      'was signed by a key that is not known here: by somebody else, or by a former key (whose public half belongs into KAIGONG_FORMER_KEYS_FILE).',
    ),
  wrongSignature: (district: string, no: number) =>
    checkpointFault('unsigned', district, no, '的签名不对。', 'bears a wrong signature.'),
  wrongRoot: (district: string, no: number) =>
    checkpointFault(
      'altered',
      district,
      no,
      '的根哈希与所列各流不符。',
      'was altered: its root does not follow from the streams that it lists.',
    ),
  unannounced: (district: string, no: number) =>
    checkpointFault(
      'cutOff',
      district,
      no,
      '没有登记在留痕中：其登记记录被截去，或检查点是手工插入的。',
      'is not announced in the trail: its event was cut off, or the checkpoint was put in by hand.',
    ),
}
