import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Planning } from '../planning/planning.ts'
import { intime } from './readiness.ts'

export type Metrics = {
  readonly registry: Registry
  readonly answered: (labels: Readonly<Record<'method' | 'route' | 'status', string>>, seconds: number) => void
  /** The same planning, its duration noted. */
  readonly measured: (planning: Planning) => Planning
}

/** What is looked at when somebody asks for the metrics. */
export type Watched = {
  readonly pools: Readonly<Record<'app' | 'signIn', pg.Pool>>
  /** Open streams of changes. */
  readonly streams: () => number
}

/** What a Prometheus server reads: requests, plans, jobs, connections, and how the process does (its event loop among them). */
export function openMetrics({ pools, streams }: Watched): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'kaigong_http_request_seconds',
    help: 'Time to answer a request, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const plans = new Histogram({
    name: 'kaigong_planning_seconds',
    help: 'Time to compute a plan, waiting for a thread included; explored ones also look for remedies and what unknown facts would move',
    labelNames: ['explored', 'outcome'],
    buckets: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  new Gauge({
    name: 'kaigong_database_connections',
    help: 'Connections of a pool in use or idle, and requests that wait for one',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        this.set({ pool, state: 'inUse' }, totalCount - idleCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
  new Gauge({
    name: 'kaigong_stream_connections',
    help: 'Open streams of changes',
    registers,
    collect() {
      this.set(streams())
    },
  })
  new Gauge({
    name: 'kaigong_jobs',
    help: 'Jobs by queue and state; none are told while the database cannot be reached',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      const counted = await intime(jobsByState(pools.app))
      this.reset()
      for (const { queue, state, n } of counted ?? []) this.set({ queue, state }, Number(n))
    },
  })
  return {
    registry,
    answered: (labels, seconds) => requests.observe(labels, seconds),
    measured: (planning) => ({
      ...planning,
      plan: async (task, signal) => {
        const end = plans.startTimer({ explored: String(task.explore) })
        try {
          const planned = await planning.plan(task, signal)
          end({ outcome: 'plan' in planned ? 'plan' : 'none' })
          return planned
        } catch (error) {
          end({ outcome: signal?.aborted ? 'cancelled' : 'failed' })
          throw error
        }
      },
    }),
  }
}

type Counted = { readonly queue: string; readonly state: string; readonly n: string }

/** The library's own queues, whose names begin with two underscores, are nobody's work. */
async function jobsByState(pool: pg.Pool): Promise<readonly Counted[]> {
  const { rows } = await pool.query<Counted>(
    `select name as queue, state::text as state, count(*) as n from jobs.job where name not like '\\_\\_%' group by 1, 2`,
  )
  return rows
}
