import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type InstanceFormat, type Problem, readInstance } from '@kaigong/scheduler'

/** An instance and what is known of it; `upper` and `lower` are missing where nothing is, or where it is infeasible. */
export type Instance = {
  readonly set: string
  readonly name: string
  readonly file: string
  readonly tasks: number
  readonly lower: number | undefined
  readonly upper: number | undefined
  readonly status: string
}

/** The instances that `best_known.csv` of a folder lists. */
export function instancesOf(folder: string): readonly Instance[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'best_known.csv'), 'utf8').trim().split('\n')
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const number = (name: string) => (cell(name) === '' ? undefined : Number(cell(name)))
    return {
      set: cell('set'),
      name: cell('instance'),
      file: join(folder, cell('file')),
      tasks: Number(cell('tasks')),
      lower: number('lb'),
      upper: number('ub'),
      status: cell('status'),
    }
  })
}

export function problemIn(file: string): Problem {
  const read = readInstance(readFileSync(file, 'utf8'), extname(file).slice(1) as InstanceFormat)
  if (!('activities' in read))
    throw new Error(`${file}${read.line === undefined ? '' : `:${read.line}`}: ${read.text.en}`)
  return read
}
