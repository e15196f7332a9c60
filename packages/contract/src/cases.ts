import { z } from 'zod'
import { AttachmentKind, BatchAct, CaseAct, CaseActType, Happened } from './caseActs.ts'
import type { Contract } from './contract.ts'
import { Sha256 } from './files.ts'
import { AgencyId, CaseId, Cursor, Day, EditionId, Instant, PersonId, ProjectId, pageOf, Version } from './ids.ts'
import { Text } from './text.ts'

export const CaseStage = z.enum(['received', 'correcting', 'accepted', 'handling', 'granted', 'ended'])
export type CaseStage = z.infer<typeof CaseStage>
/** How an accepted application is handled; null while it is not accepted. */
export const CaseTrack = z.enum(['standard', 'tolerance', 'commitment'])

/** Where the law or a promise says it, with the mark of how sure the source is. */
const Basis = z.strictObject({ text: Text, confidence: z.string() })
const Named = z.strictObject({ id: z.string(), name: Text })

/**
 * Where a case is handled: here, or in another system of record that it mirrors. Of a mirrored one is known what that system showed when
 * somebody last looked (`lastVerifiedAt`), not more.
 */
export const CaseOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('here') }),
  z.strictObject({
    kind: z.literal('mirrored'),
    system: z.string(),
    sourceTime: Instant,
    lastVerifiedAt: Instant,
    verifiedBy: z.string().nullable(),
  }),
])

/**
 * How much time is left. `due` says by what: the notice of corrections (行政许可法 32) before acceptance, then the promised limit, and the law's
 * where nothing is promised or the law's is nearer, after the grant its delivery. Worked out from the calendar when it is read.
 */
export const CaseTime = z.strictObject({
  hand: z.enum(['waiting', 'running', 'standing', 'ended']),
  due: z.enum(['notice', 'promised', 'statutory', 'delivery']).nullable(),
  dueOn: Day.nullable(),
  /** Days until the close of `dueOn`, today not among them; below 0 it is late by so many. null while the clock stands or nothing is due. */
  left: z.int().nullable(),
  unit: z.enum(['workday', 'day']),
  /** What the clock stands for. */
  standingFor: z.array(Text),
  /** `dueOn` is over; on the days off behind it `left` is still 0. */
  isLate: z.boolean(),
  /** The law's own last day is over, not only the promised one. */
  lateByLaw: z.boolean(),
})
export type CaseTime = z.infer<typeof CaseTime>

/** Working days from receipt to the decision, else to today, by whose they were (packages/casework, `splitTime`). */
export const ElapsedSplit = z.strictObject({
  enterprise: z.int().nonnegative(),
  utility: z.int().nonnegative(),
  intermediary: z.int().nonnegative(),
  government: z.int().nonnegative(),
})
export type ElapsedSplit = z.infer<typeof ElapsedSplit>

export const CaseListItem = z.strictObject({
  id: CaseId,
  version: Version,
  number: z.string(),
  projectId: ProjectId,
  projectName: z.string(),
  company: z.string().nullable(),
  occurrence: z.string(),
  matter: z.string(),
  matterName: Text,
  agencyId: AgencyId,
  agencyName: Text,
  stage: CaseStage,
  stageName: Text,
  origin: z.enum(['here', 'mirrored']),
  receivedOn: Day,
  /** Events that were entered on a later day than they happened (补录). */
  enteredAfterwards: z.int().nonnegative(),
  holder: z.string().nullable(),
  time: CaseTime,
  synthetic: z.boolean(),
})
export type CaseListItem = z.infer<typeof CaseListItem>

export const CaseFilter = z.strictObject({
  agency: AgencyId.optional(),
  project: ProjectId.optional(),
  stage: CaseStage.optional(),
  overdue: z.enum(['true']).optional(),
  /** Also those that are decided or ended; whoever asks for a `stage` gets all that stand there. */
  closed: z.enum(['true']).optional(),
  /** Only those that lie on one's own desk. */
  mine: z.enum(['true']).optional(),
  /** Number, matter, or what a project is found by: name, pinyin, code, company. */
  q: z.string().trim().max(100).optional(),
})
export type CaseFilter = z.infer<typeof CaseFilter>

/** One limit as the clock shows it (packages/casework, `Reading`). */
const Reading = z.strictObject({
  limit: z.number(),
  added: z.number(),
  elapsed: z.number(),
  remaining: z.number(),
  late: z.number(),
  unit: z.enum(['workday', 'day']),
  deadlineOn: Day.nullable(),
  deadlineClock: z.string().nullable(),
  basis: Basis,
})
export type CaseReading = z.infer<typeof Reading>

/** The legal clock (法定时钟) as it shows today. */
export const CaseClock = z.strictObject({
  readOn: Day,
  hand: CaseTime.shape.hand,
  startOn: Day.nullable(),
  noticeDueOn: Day.nullable(),
  byLapse: z.boolean(),
  statutory: Reading.nullable(),
  promised: Reading.nullable(),
  /** From the close of `afterOn` to the close of `untilOn`, null while it lasts. */
  spans: z.array(
    z.strictObject({
      afterOn: Day,
      untilOn: Day.nullable(),
      counts: z.boolean(),
      days: z.number(),
      causes: z.array(Text),
      basis: z.array(Basis),
    }),
  ),
  delivery: z.strictObject({ dueOn: Day, deliveredOn: Day.nullable(), basis: Basis }).nullable(),
  isProvisional: z.boolean(),
})
export type CaseClock = z.infer<typeof CaseClock>

/** An act that the table of acts opens to the asker now. */
const PermittedAct = z.strictObject({
  type: CaseActType,
  name: Text,
  attach: z.array(z.strictObject({ kind: AttachmentKind, name: Text })),
  /** The document that results. */
  yields: Text.nullable(),
  basis: Basis,
  /** Why its own rule forbids it just now; null where nothing does. */
  notNow: Text.nullable(),
})
export type PermittedAct = z.infer<typeof PermittedAct>

const CaseMaterial = z.strictObject({
  id: z.string(),
  name: Text,
  necessity: z.enum(['essential', 'deferrable']),
  status: z.enum(['handedIn', 'deferred', 'missing']),
})

const HistoryItem = z.strictObject({
  version: Version,
  type: z.string(),
  says: Text,
  /** When it happened, when it was recorded, and what its document is dated. */
  on: Day,
  clock: z.string().nullable(),
  recordedAt: Instant,
  documentOn: Day.nullable(),
  enteredAfterwards: z.boolean(),
  by: z.string().nullable(),
  role: Text,
  /** A helper did it for the applicant, by an authorisation (委托代办). */
  byProxy: z.boolean(),
  /** The colleague on leave in whose place it was done (休假代班). */
  inPlaceOf: z.string().nullable(),
  /** Papers: the number that each bears, and the stored file, named as far as the asker may see it; null where only a name is known. */
  attached: z.array(
    z.strictObject({
      kind: AttachmentKind,
      name: Text,
      reference: z.string().nullable(),
      file: z
        .strictObject({ materialId: z.uuid(), no: z.int().positive(), sha256: Sha256, name: z.string().nullable() })
        .nullable(),
    }),
  ),
  document: Text.nullable(),
  /** The number on what was delivered. */
  number: z.string().nullable(),
})
export type CaseHistoryItem = z.infer<typeof HistoryItem>

/** A paper of a case as a file: what an act results in (packages/casework, `DOCUMENTS`), and the letter that an applicant signs for tolerance. */
export const CasePaperKind = z.enum([
  'receipt',
  'correctionNotice',
  'acceptanceNotice',
  'toleranceNotice',
  'toleranceLetter',
  'notRequiredNotice',
  'refusalNotice',
  'supplementNotice',
  'procedureNotice',
  'extensionNotice',
  'decision',
  'rejection',
  'returnNotice',
  'recallDecision',
  'revocationDecision',
])
export type CasePaperKind = z.infer<typeof CasePaperKind>

export const CasePaper = z.strictObject({
  kind: CasePaperKind,
  name: Text,
  on: Day,
  /** That of the event that it tells of. */
  version: Version,
  /** The number on what was delivered with it. */
  number: z.string().nullable(),
})
export type CasePaper = z.infer<typeof CasePaper>

const Seat = z.strictObject({ personId: PersonId, name: z.string().nullable() })

export const CaseView = z.strictObject({
  ...CaseListItem.omit({ holder: true }).shape,
  edition: EditionId,
  variant: Text.nullable(),
  track: CaseTrack.nullable(),
  ending: Text.nullable(),
  origin: CaseOrigin,
  openedAt: Instant,
  /** National status rows (BLZT 1–15), each with its day. */
  rows: z.array(z.strictObject({ code: z.int(), name: Text, on: Day })),
  clock: CaseClock,
  elapsed: ElapsedSplit,
  acts: z.array(PermittedAct),
  history: z.array(HistoryItem),
  documents: z.array(CasePaper),
  materials: z.array(CaseMaterial),
  /** Supplements and special procedures that are open. */
  open: z.array(
    z.strictObject({ id: z.string(), kind: z.enum(['supplement', 'procedure']), items: z.array(z.string()) }),
  ),
  /** Special procedures that may be begun, and what each does to the clock. */
  procedures: z.array(
    z.strictObject({ id: z.string(), name: Text, clockEffect: z.enum(['pause', 'extend', 'none']), basis: Basis }),
  ),
  /** What is owed later: deferred materials, the inspection of what was promised. */
  obligations: z.array(z.strictObject({ says: Text, dueOn: Day, isOverdue: z.boolean() })),
  /** Where it lies inside the office while it is decided on; null for whoever is outside of it. */
  desk: z
    .strictObject({
      holder: Seat,
      answerable: Seat,
      round: z
        .strictObject({
          rule: z.enum(['all', 'any']),
          signers: z.array(z.strictObject({ ...Seat.shape, agrees: z.boolean().nullable() })),
        })
        .nullable(),
      verdict: z.enum(['agreed', 'refused']).nullable(),
      reminders: z.int().nonnegative(),
    })
    .nullable(),
})
export type CaseView = z.infer<typeof CaseView>

/** A matter of the adopted plan for which a case can be opened. */
export const Openable = z.strictObject({
  occurrence: z.string(),
  matter: z.string(),
  name: Text,
  agencyId: AgencyId,
  agencyName: Text,
  /** The day on which the plan has it handed in, and that by which its result is out. */
  plannedOn: Day.nullable(),
  plannedBy: Day.nullable(),
  materials: z.array(z.strictObject({ ...Named.shape, necessity: CaseMaterial.shape.necessity })),
  /** Whether the asker may open it: it is handled by their agency. */
  mine: z.boolean(),
})
export type Openable = z.infer<typeof Openable>

/** What became of one case of a batch: done, or why not and what to do. */
export const CaseOutcome = z.strictObject({
  id: CaseId,
  refusal: z.strictObject({ code: z.string(), says: Text }).nullable(),
})
export type CaseOutcome = z.infer<typeof CaseOutcome>

const oneCase = z.strictObject({ caseId: CaseId })

export const caseContracts = {
  list: {
    method: 'GET',
    path: '/cases',
    may: 'case.read',
    summary: { zh: '办件清单（剩余时间少的在前）', en: 'Cases, those with least time left first' },
    query: z.strictObject({
      ...CaseFilter.shape,
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: Cursor.optional(),
    }),
    out: {
      200: z.strictObject({
        ...pageOf(CaseListItem).shape,
        overdue: z.int().nonnegative(),
        standing: z.int().nonnegative(),
      }),
    },
  },
  ofProject: {
    method: 'GET',
    path: '/projects/:projectId/cases',
    may: 'case.read',
    summary: { zh: '项目的办件，以及现在可以收件的事项', en: 'Cases of a project, and the matters that can be opened' },
    params: z.strictObject({ projectId: ProjectId }),
    out: {
      200: z.strictObject({
        items: z.array(CaseListItem),
        openable: z.array(Openable),
        /** Of all its cases together. */
        elapsed: ElapsedSplit,
        /** Whether there is an adopted plan, without which nothing can be opened. */
        hasPlan: z.boolean(),
      }),
    },
  },
  read: {
    method: 'GET',
    path: '/cases/:caseId',
    may: 'case.read',
    summary: { zh: '一个办件', en: 'One case' },
    params: oneCase,
    out: { 200: CaseView },
  },
  /** The integrated counter (综合窗口) receives an application for a matter of the adopted plan: the case gets its number. */
  open: {
    method: 'POST',
    path: '/projects/:projectId/cases',
    may: 'case.act',
    summary: {
      zh: '收件：为方案中的一个事项开办件',
      en: 'Receive an application: open a case for a matter of the plan',
    },
    params: z.strictObject({ projectId: ProjectId }),
    body: z.strictObject({
      occurrence: z.string().max(80),
      /** Materials handed in, by id. */
      handedIn: z.array(z.string().max(80)).max(200),
      /** Named where the case is handled in another system of record. */
      mirrored: z.strictObject({ system: z.string().trim().min(1).max(60), sourceTime: Instant }).optional(),
      ...Happened,
    }),
    out: { 201: CaseView },
    refusals: [
      'case.noPlan',
      'case.notInPlan',
      'case.alreadyOpen',
      'case.noApplicant',
      'case.notYours',
      'case.wrongDay',
      'case.paperMissing',
      'case.paperNotStored',
      'case.forbidden',
      'request.invalid',
      'project.bodyInvalid',
    ],
  },
  /** The same verb of the office on several cases, each wholly or not at all. */
  batch: {
    method: 'POST',
    path: '/cases/acts',
    may: 'case.act',
    summary: { zh: '批量办理：催办、转办', en: 'The same act on several cases: urge, transfer' },
    body: z.strictObject({
      act: BatchAct,
      cases: z
        .array(z.strictObject({ id: CaseId, version: Version }))
        .min(1)
        .max(100),
    }),
    out: { 200: z.strictObject({ items: z.array(CaseOutcome) }) },
  },
  /** Every act of the law and every verb of the office, by one address: what is not open from where the case stands is refused with what to do. */
  act: {
    method: 'POST',
    path: '/cases/:caseId/acts',
    may: 'case.act',
    ifMatch: true,
    summary: { zh: '办理：对办件作出一个行为', en: 'Act on a case' },
    params: oneCase,
    body: z.strictObject({ act: CaseAct, ...Happened }),
    out: { 200: CaseView },
    refusals: [
      'case.wrongStage',
      'case.notYours',
      'case.wrongDay',
      'case.paperMissing',
      'case.paperNotStored',
      'case.forbidden',
      'case.numberGivenOut',
      'certificate.numberFault',
      'certificate.numberTaken',
      'certificate.noNumberLeft',
      'request.invalid',
      'project.bodyInvalid',
    ],
  },
} as const satisfies Readonly<Record<string, Contract>>
