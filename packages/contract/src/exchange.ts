import { z } from 'zod'
import type { Contract } from './contract.ts'

/** What happened in the district, for programs that look at processes. */
export const logFormats = ['ocel.json', 'ocel.sqlite', 'xes'] as const
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
} as const satisfies Readonly<Record<string, Contract>>
