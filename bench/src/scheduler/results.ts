import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname } from 'node:path'
import type { Instance } from './instances.ts'
import type { Measured } from './measure.ts'

/** One row an instance, written as it is measured, so that a run that was broken off goes on where it stopped. */
export type Results = { readonly file: string; readonly done: ReadonlyMap<string, readonly string[]> }

const columns = (moments: readonly number[]) => [
  'set',
  'instance',
  'tasks',
  'known_lower',
  'known_upper',
  'known_status',
  ...moments.flatMap((m) => [`makespan_${m}s`, `bound_${m}s`, `proved_${m}s`]),
  'infeasible',
  'seconds',
  'schedules',
  'conflicts',
]

export function openResults(file: string, moments: readonly number[], command: string): Results {
  const head = columns(moments).join(',')
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    const about = [
      `date ${Temporal.Now.plainDateISO()}`,
      `node ${process.versions.node}`,
      `${cpus().length} cores, shared`,
      'seconds are processor time of one thread',
      command,
    ]
    writeFileSync(file, `# ${about.join('; ')}\n${head}\n`)
  }
  const [, found, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  if (found !== head) throw new Error(`${file} holds results for other moments; name another file with --out`)
  return { file, done: new Map(lines.map((l) => l.split(',')).map((cells) => [`${cells[0]}/${cells[1]}`, cells])) }
}

export function rowOf(
  instance: Instance,
  { at, infeasible, seconds, schedules, conflicts }: Measured,
): readonly string[] {
  return [
    instance.set,
    instance.name,
    instance.tasks,
    instance.lower ?? '',
    instance.upper ?? '',
    instance.status,
    ...at.flatMap((s) => [s.makespan ?? '', s.lowerBound, s.isProved ? 1 : 0]),
    infeasible ? 1 : 0,
    seconds.toFixed(2),
    schedules,
    conflicts,
  ].map(String)
}

export const writeRow = (file: string, row: readonly string[]) => appendFileSync(file, `${row.join(',')}\n`)

/** A line a set: deviation from the best known and share proved at each moment. */
export function summary(rows: readonly (readonly string[])[], moments: readonly number[]): readonly string[] {
  const sets = [...new Set(rows.map((row) => row[0] ?? ''))]
  return sets.map((set) => {
    const own = rows.filter((row) => row[0] === set)
    const known = own.filter((row) => row[4] !== '')
    const parts = moments.map((moment, k) => {
      const at = 6 + 3 * k
      const found = known.filter((row) => row[at] !== '')
      const deviation = found.reduce((sum, row) => sum + (100 * (Number(row[at]) - Number(row[4]))) / Number(row[4]), 0)
      const proved = own.filter((row) => row[at + 2] === '1').length
      const percent = ((100 * proved) / own.length).toFixed(0)
      const missing = known.length - found.length
      return `${moment} s: ${(deviation / Math.max(1, found.length)).toFixed(2)} % from best known, ${percent} % proved${missing > 0 ? `, ${missing} without a schedule` : ''}`
    })
    return `${set} (${own.length}): ${parts.join('; ')}`
  })
}
