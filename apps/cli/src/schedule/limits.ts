import type { Text } from '../terminal/say.ts'

/** What a search of the command line may take. */
export type Allowance = {
  readonly seed: number
  readonly seconds: number | undefined
  readonly schedules: number | undefined
  readonly threads: number
}

const UNASKED_SECONDS = 10
const MOST_THREADS = 64

/** The limits that the options set; ten seconds where they set none. */
export function allowanceOf(options: Readonly<Record<string, string>>): Allowance | { wrong: Text } {
  const faults: Text[] = []
  const number = (name: string, least: number, most: number, isWhole: boolean): number | undefined => {
    const word = options[name]
    if (word === undefined) return undefined
    const value = Number(word)
    if (word.trim() !== '' && value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value
    faults.push({
      zh: `--${name} 应为 ${least} 至 ${most} 的${isWhole ? '整' : ''}数，却是“${word}”。`,
      en: `--${name} must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}, not "${word}".`,
    })
    return undefined
  }
  const seconds = number('seconds', 0.01, 1_000_000, false)
  const schedules = number('schedules', 1, 1e12, true)
  const seed = number('seed', 0, 2 ** 31 - 1, true) ?? 1
  const threads = number('threads', 1, MOST_THREADS, true) ?? 1
  const [wrong] = faults
  if (wrong) return { wrong }
  return { seed, threads, schedules, seconds: seconds ?? (schedules === undefined ? UNASKED_SECONDS : undefined) }
}
