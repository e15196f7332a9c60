import { type Anchor, plan, prepare } from '@kaigong/planner'
import { examples, law } from './given/law.ts'
import { spread } from './given/spread.ts'

const WARM_UP = 40
const RUNS = 200
const EXPLORING_RUNS = 60

/** Measures one plan of each example in a warm process, without and with remedies, ranking of missing facts and the standard track beside it. */
async function run(): Promise<void> {
  const catalogue = await law()
  for (const [name, project] of await examples(catalogue)) {
    const ground = prepare(catalogue, project.district)
    if (!ground) throw new Error(`no district ${project.district}`)
    const day = project.land?.day
    const anchor: Anchor = day === undefined ? { kind: 'earliest' } : { kind: 'landDay', day }
    const request = { asOf: project.asOf ?? '2026-09-01', anchor }
    const once = (explore: boolean) => () => void plan(ground, project, request, { explore })
    for (let i = 0; i < WARM_UP; i++) once(i % 4 === 0)()
    const made = plan(ground, project, request, { explore: false })
    const size = 'refused' in made ? 0 : made.activities.length
    console.log(`${name} (${size} activities): ${spread(RUNS, once(false))}`)
    console.log(`  with remedies and ranking: ${spread(EXPLORING_RUNS, once(true))}`)
  }
}

await run()
