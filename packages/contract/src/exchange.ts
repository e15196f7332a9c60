import { z } from 'zod'
import type { Contract } from './contract.ts'
import { CaseId } from './ids.ts'
import { Text } from './text.ts'

/** What happened in the district, for programs that look at processes. */
export const logFormats = ['ocel.json', 'ocel.sqlite', 'xes'] as const
/** National exchange rows (SPGL), as one document, one workbook, or an archive with a CSV for each table. */
export const spglFormats = ['json', 'xlsx', 'csv'] as const

const SpglFault = z.strictObject({
  table: z.string(),
  /** Line of the table, the first is 1. */
  row: z.int().positive(),
  column: z.string().nullable(),
  says: Text,
})
export type SpglFault = z.infer<typeof SpglFault>

export const exchangeContracts = {
  /** Projects, cases, joint handlings and what happened to them; nobody's name, no reason in free text. */
  log: {
    method: 'GET',
    path: '/exchange/log/:format',
    may: 'exchange.read',
    summary: { zh: '下载事件日志（OCEL 2.0、XES）', en: 'Download the log of events (OCEL 2.0, XES)' },
    params: z.strictObject({ format: z.enum(logFormats) }),
    query: z.strictObject({
      /** XES knows one notion of a case: what makes a trace. */
      traces: z.enum(['project', 'case', 'jointReview']).default('project'),
    }),
    out: { 200: null },
    bytes: ['application/json', 'application/vnd.sqlite3', 'application/xml'],
  },
  spgl: {
    method: 'GET',
    path: '/exchange/spgl/:format',
    may: 'exchange.read',
    summary: { zh: '下载工改系统交换数据（SPGL 各表）', en: 'Download the national exchange rows (SPGL tables)' },
    params: z.strictObject({ format: z.enum(spglFormats) }),
    out: { 200: null },
    bytes: ['application/json', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip'],
  },
  spglFaults: {
    method: 'GET',
    path: '/exchange/spgl-faults',
    may: 'exchange.read',
    summary: { zh: '交换数据中不合规则之处', en: 'What in the exchange rows breaks their rules' },
    out: {
      200: z.strictObject({
        /** How many rows each table has. */
        rows: z.record(z.string(), z.int()),
        total: z.int().nonnegative(),
        /** The first thousand. */
        faults: z.array(SpglFault),
      }),
    },
  },
  /** One case with its papers, as one archive with an index and checksums (案卷). */
  caseFile: {
    method: 'GET',
    path: '/cases/:caseId/file',
    may: 'case.read',
    summary: { zh: '下载案卷', en: 'Download the file of a case' },
    params: z.strictObject({ caseId: CaseId }),
    out: { 200: null },
    bytes: ['application/zip'],
    refusals: ['file.lost'],
  },
} as const satisfies Readonly<Record<string, Contract>>
