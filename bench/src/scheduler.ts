import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { schedulesASecond } from './scheduler/decoding.ts'
import { measureDistrict } from './scheduler/district.ts'
import { instancesOf, problemIn } from './scheduler/instances.ts'
import { measure } from './scheduler/measure.ts'
import { openResults, rowOf, summary, writeRow } from './scheduler/results.ts'
import { secondsOfSampling } from './scheduler/sampling.ts'

// npm run bench:scheduler -- --district 2,10 measures a district's portfolio instead, after so many seconds.
// npm run bench:scheduler -- [--instances DIR] [--sets j60,j120] [--every N] [--seconds 1,10] [--seed K] [--out FILE.csv]
// Without --out nothing is kept. With it a run goes on where an earlier one stopped.

const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: join(import.meta.dirname, '..', 'instances') },
    sets: { type: 'string' },
    every: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    district: { type: 'string' },
  },
})
if (values.district) for (const line of measureDistrict(values.district.split(',').map(Number))) console.log(line)
else measureInstances()

function measureInstances(): void {
  const moments = values.seconds.split(',').map(Number)
  const seed = Number(values.seed)
  const wantedSets = values.sets?.split(',')
  const every = Number(values.every)
  const listed = instancesOf(values.instances).filter(({ set }) => wantedSets?.includes(set) ?? true)
  const inSet = new Map<string, number>()
  const instances = listed.filter(({ set }) => {
    const k = inSet.get(set) ?? 0
    inSet.set(set, k + 1)
    return k % every === 0
  })

  const command = `npm run bench:scheduler -- --instances DIR${values.sets ? ` --sets ${values.sets}` : ''} --every ${every} --seconds ${values.seconds} --seed ${seed}`
  const results = values.out ? openResults(values.out, moments, command) : undefined
  const rows: (readonly string[])[] = []
  for (const instance of instances) {
    const known = results?.done.get(`${instance.set}/${instance.name}`)
    const row = known ?? rowOf(instance, measure(problemIn(instance.file), moments, seed))
    if (results && !known) writeRow(results.file, row)
    rows.push(row)
  }
  for (const line of summary(rows, moments)) console.log(line)
  for (const set of ['j30', 'j60', 'j120']) {
    const instance = instances.find((i) => i.set === set)
    if (instance)
      console.log(
        `${set}: ${Math.round(schedulesASecond(problemIn(instance.file)))} schedules a second (${instance.name}, decoding alone)`,
      )
  }
  const large = instances.find((i) => i.set === 'j120')
  if (large) {
    const seconds = secondsOfSampling(problemIn(large.file)).toFixed(2)
    console.log(`10,000 runs of a plan of ${large.tasks} activities with uncertain lengths: ${seconds} s`)
  }
  console.log(`memory at its highest: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}
