import { contracts, type DistrictCode, JobView } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import type { RunningJobs } from '../platform/jobs/boss.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'

export type JobDeps = Deps & {
  readonly jobs: Pick<RunningJobs, 'send' | 'retry' | 'cancel'>
  /** By queue, as people call it. */
  readonly jobNames: () => ReadonlyMap<string, JobDefinition['name']>
}

const statesOf = {
  failed: ['failed'],
  waiting: ['created', 'retry'],
  active: ['active'],
  completed: ['completed', 'cancelled'],
} as const
const LONGEST = 200

/** Jobs of the own district: the queues' tables know no district, so that every query here names it. */
export const jobRoutes = (deps: JobDeps): readonly Route[] => [
  route(contracts.operations.jobs, async ({ actor, query, read }) =>
    read(async (tx) => {
      const rows = await jobsIn(tx, actor.district, statesOf[query.state])
      const counts = await countsIn(tx, actor.district)
      const items = rows.map(({ output, ...row }) =>
        JobView.parse({
          ...row,
          name: deps.jobNames().get(row.queue) ?? { zh: row.queue, en: row.queue },
          reason: reasonOf(output),
        }),
      )
      return { status: 200, body: { items, counts } }
    }),
  ),
  route(contracts.operations.retryJob, async ({ actor, params, read }) => {
    if (!(await read((tx) => isOwn(tx, actor.district, params)))) return refuse('request.notFound')
    return (await deps.jobs.retry(params.queue, params.jobId)) ? { status: 204 } : refuse('job.movedOn')
  }),
  route(contracts.operations.cancelJob, async ({ actor, params, read }) => {
    if (!(await read((tx) => isOwn(tx, actor.district, params)))) return refuse('request.notFound')
    return (await deps.jobs.cancel(params.queue, params.jobId)) ? { status: 204 } : refuse('job.movedOn')
  }),
]

type Row = {
  readonly id: string
  readonly queue: string
  readonly state: string
  readonly createdAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly attempts: number
  readonly output: unknown
  readonly subject: string | null
}

async function jobsIn(tx: Tx, district: DistrictCode, states: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select id, name as queue, state::text as state, created_on as "createdAt", started_on as "startedAt", completed_on as "endedAt",
      retry_count + 1 as attempts, output, coalesce(data->>'projectId', data->>'edition') as subject
    from jobs.job where data->>'district' = ${district} and state::text = any(${[...states]})
    order by created_on desc limit ${LONGEST}`.execute(tx)
  return rows
}

async function countsIn(tx: Tx, district: DistrictCode): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; n: string }>`
    select state::text as state, count(*) as n from jobs.job where data->>'district' = ${district} group by 1`.execute(
    tx,
  )
  const of = (states: readonly string[]) =>
    rows.filter((r) => states.includes(r.state)).reduce((sum, r) => sum + Number(r.n), 0)
  return Object.fromEntries(Object.entries(statesOf).map(([name, states]) => [name, of(states)]))
}

async function isOwn(tx: Tx, district: DistrictCode, job: { queue: string; jobId: string }): Promise<boolean> {
  const { rows } = await sql`
    select 1 from jobs.job where name = ${job.queue} and id = ${job.jobId} and data->>'district' = ${district}`.execute(
    tx,
  )
  return rows.length > 0
}

/** The first line of what a failed job said. */
function reasonOf(output: unknown): string | null {
  const message = typeof output === 'object' && output !== null && 'message' in output ? String(output.message) : null
  return message?.split('\n')[0]?.slice(0, 300) ?? null
}
