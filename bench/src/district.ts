import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contracts } from '@kaigong/contract'
import { serve } from '@kaigong/server'
import { coordinatorAt } from './given/coordinator.ts'
import { benchSettings, inventedProject, opened } from './given/district.ts'
import { pacedReads, percentile } from './given/rate.ts'

// A running district: how long it takes to open (goals 60 s, later 6 s), and how quick its list is (p99 under 30 ms).

const PROJECTS = 2000

const state = mkdtempSync(join(tmpdir(), 'kaigong-bench-'))
const settings = benchSettings(state, 8791)

async function start(name: string) {
  const begun = performance.now()
  const running = opened(await serve(settings, () => undefined))
  console.log(`${name.padEnd(44)} ${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s`)
  return running
}

try {
  await (await start('first start, the demonstration put in')).stop()
  const running = await start('later start')
  const asked = await coordinatorAt(running.url)
  for (let n = 0; n < PROJECTS; n++)
    await asked(contracts.projects.create, { body: inventedProject(n, `基准项目 ${n}`) })

  const times = await pacedReads(() =>
    asked(contracts.projects.list, {
      query: { q: '基准', level: 'city', sort: 'investment', descending: 'true', limit: 50 },
    }),
  )
  console.log(
    `${`list of ${PROJECTS}, filtered, 50 a second`.padEnd(44)} p50 ${percentile(times, 0.5).toFixed(1)} ms   p99 ${percentile(times, 0.99).toFixed(1)} ms`,
  )
  await running.stop()
} finally {
  rmSync(state, { recursive: true, force: true })
}
