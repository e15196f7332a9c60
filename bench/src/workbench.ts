import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { contracts } from '@kaigong/contract'
import { openStore, serve } from '@kaigong/server'
import pg from 'pg'
import { personAt } from './given/coordinator.ts'
import { benchSettings, opened } from './given/district.ts'
import { pacedReads, percentile } from './given/rate.ts'

// The workbench of an officer whose agency has 5,000 open cases: the page of those with least time left, with its counts, over HTTP.
// Goal: p99 under 50 ms at 50 a second. The cases are rows of the list, put in by SQL beside the demonstration's own: what is measured is
// finding, ordering and counting them and reckoning their days left, not how they came about.

const CASES = 5000
const AGENCY = 'ecology'

const silent = () => undefined
const state = mkdtempSync(join(tmpdir(), 'kaigong-bench-'))
const settings = benchSettings(state, 8794)
const store = opened(await openStore(settings, silent))
try {
  const running = opened(await serve(benchSettings(state, 8794, { DATABASE_URL: store.urls.owner }), silent))
  const owner = new pg.Client({ connectionString: store.urls.owner, options: '-c search_path=kg' })
  await owner.connect()
  await owner.query(
    `with model as (select * from case_file where district_code = '320413' and agency_id = $2 limit 1),
          project_no as (select project_id, row_number() over (order by project_id) as k, count(*) over () as all_of_them
            from project where district_code = '320413')
     insert into case_file (district_code, case_id, version, head, number, project_id, occurrence, matter, matter_name, variant, scope,
         agency_id, company_id, edition_id, origin, state, stage, is_open, hand, due, due_on, due_unit, statutory_on, standing_for, holder,
         received_on, opened_at, updated_at)
       select m.district_code, gen_random_uuid(), 1, '', $3 || n, p.project_id, 'bench-' || n, m.matter, m.matter_name, m.variant, m.scope,
           m.agency_id, m.company_id, m.edition_id, 'here', m.state, 'handling', true,
           case when n % 9 = 0 then 'standing' else 'running' end, case when n % 9 = 0 then null else 'promised' end,
           case when n % 9 = 0 then null else date '2023-02-20' + (n * 7919 % 90) end, 'workday',
           case when n % 9 = 0 then null else date '2023-03-10' + (n * 7919 % 90) end,
           case when n % 9 = 0 then '[{"zh": "专家评审", "en": "Expert review"}]'::jsonb else '[]'::jsonb end, null,
           date '2023-01-05' + n % 50, now(), now()
         from model m, generate_series(1, $1::int) n join project_no p on p.k = 1 + n % p.all_of_them`,
    [CASES, AGENCY, `bench-${randomUUID().slice(0, 8)}-`],
  )
  await owner.query('analyze case_file')
  await owner.end()

  const asked = await personAt(running.url, ({ role, place }) => role === 'officer' && /Ecology/.test(place?.en ?? ''))
  const ask = (query: object) => asked(contracts.cases.list, { query: { agency: AGENCY as never, ...query } })
  const { total, overdue, standing } = await ask({})
  console.log(
    `${total} open cases, ${overdue} late, ${standing} standing; load of the machine ${loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')}`,
  )
  for (const [name, query] of [
    ['least time left, first 50', {}],
    ['only what is late', { overdue: 'true' }],
    ['by two letters of the project’s name', { q: 'cn' }],
  ] as const) {
    const times = await pacedReads(() => ask(query))
    console.log(
      `${name.padEnd(44)} p50 ${percentile(times, 0.5).toFixed(1).padStart(6)} ms   p99 ${percentile(times, 0.99).toFixed(1).padStart(6)} ms`,
    )
  }
  await running.stop()
} finally {
  await store.close()
  rmSync(state, { recursive: true, force: true })
}
