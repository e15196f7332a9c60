import { z } from 'zod'
import type { Contract } from './contract.ts'
import { Cursor, Instant, stretchOf } from './ids.ts'
import { Text } from './text.ts'

export const JobView = z.strictObject({
  id: z.uuid(),
  queue: z.string(),
  name: Text,
  state: z.enum(['created', 'retry', 'active', 'completed', 'cancelled', 'failed']),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  attempts: z.int(),
  reason: z.string().nullable(),
  subject: z.string().nullable(),
})

export const operationContracts = {
  jobs: {
    method: 'GET',
    path: '/jobs',
    may: 'jobs.read',
    summary: { zh: '后台任务', en: 'Jobs' },
    query: z.strictObject({ state: z.enum(['failed', 'waiting', 'active', 'completed']).default('failed') }),
    out: { 200: z.strictObject({ items: z.array(JobView), counts: z.record(z.string(), z.int()) }) },
  },
  retryJob: {
    method: 'POST',
    path: '/jobs/:queue/:jobId/retry',
    may: 'jobs.retry',
    summary: { zh: '重试', en: 'Retry' },
    params: z.strictObject({ queue: z.string().max(60), jobId: z.uuid() }),
    out: { 204: null },
    refusals: ['job.movedOn'],
  },
  cancelJob: {
    method: 'POST',
    path: '/jobs/:queue/:jobId/cancel',
    may: 'jobs.retry',
    summary: { zh: '取消', en: 'Cancel' },
    params: z.strictObject({ queue: z.string().max(60), jobId: z.uuid() }),
    out: { 204: null },
    refusals: ['job.movedOn'],
  },
  /** Asked with a body: it may name a person, and an address, which proxies and histories keep, names nobody. */
  audit: {
    method: 'POST',
    path: '/audit/search',
    may: 'audit.read',
    summary: { zh: '留痕', en: 'Audit trail' },
    body: z.strictObject({
      stream: z.string().max(100).optional(),
      type: z.string().max(60).optional(),
      actor: z.string().max(40).optional(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      limit: z.int().min(1).max(200).default(50),
      cursor: Cursor.optional(),
    }),
    out: {
      200: z.strictObject({
        ...stretchOf(
          z.strictObject({
            stream: z.string(),
            version: z.int(),
            type: z.string(),
            says: Text,
            at: Instant,
            actor: z.string().nullable(),
            data: z.json(),
            hash: z.string(),
          }),
        ).shape,
        /** Of all that is found; told with the first page only, null on those after it. */
        total: z.int().nonnegative().nullable(),
      }),
    },
  },
  verification: {
    method: 'GET',
    path: '/audit/verification',
    may: 'audit.read',
    summary: { zh: '核验留痕是否完整', en: 'Whether the trail is whole' },
    out: {
      200: z.strictObject({
        whole: z.boolean(),
        events: z.int(),
        streams: z.int(),
        checkpoints: z.int(),
        faults: z.array(z.strictObject({ stream: z.string(), version: z.int().nullable(), says: Text })),
      }),
    },
  },
  /** Server-sent events without a name (a browser hears only names it knows): `data` a JSON object `{stream, id, version, type}`, `id` resumes; the event `reset` says that too much was missed: load anew. */
  stream: {
    method: 'GET',
    path: '/stream',
    may: 'signedIn',
    summary: { zh: '变更流', en: 'Stream of changes' },
    out: { 200: null },
    bytes: ['text/event-stream'],
  },
} as const satisfies Readonly<Record<string, Contract>>

/** One line of the stream of changes. */
export const Change = z.strictObject({
  stream: z.enum([
    'project',
    'plan',
    'case',
    'joint',
    'material',
    'proxy',
    'gate',
    'leave',
    'mirror',
    'certificate',
    'land',
    'preReview',
    'edition',
    'person',
    'job',
  ]),
  id: z.string(),
  version: z.int(),
  type: z.string(),
})
export type Change = z.infer<typeof Change>
