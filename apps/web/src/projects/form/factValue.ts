import type { ProjectFacts } from '@kaigong/contract'

export type Stated = ProjectFacts['facts'][string]
export type Bare = boolean | number | string | readonly string[]

/** The bare value of a fact as it is stated; undefined where nobody knows. */
export function bareOf(stated: Stated | undefined): Bare | undefined {
  const value = isEntry(stated) ? stated.value : stated
  return value === undefined || value === null || value === 'unknown' ? undefined : (value as Bare)
}

/** The fact with another value. Source and confidence were those of the old value: they go when it changes. */
export function stating(stated: Stated | undefined, value: Bare | undefined): Stated {
  if (value === undefined) return 'unknown'
  if (isEntry(stated) && JSON.stringify(stated.value) === JSON.stringify(value)) return stated
  return value as Stated
}

const confidenceOf = (stated: Stated | undefined): string | undefined =>
  isEntry(stated) && typeof stated.confidence === 'string' ? stated.confidence : undefined

const isEntry = (stated: Stated | undefined): stated is { [key: string]: Stated } & { value: Stated } =>
  typeof stated === 'object' && stated !== null && !Array.isArray(stated) && 'value' in stated

/** A number as it is stated, with its unit where that is not the fact's own; undefined for text that is neither. */
export function figureOf(
  value: Bare | undefined,
  units: readonly string[],
): { readonly figure: number; readonly unit: string | null } | undefined {
  if (typeof value === 'number') return { figure: value, unit: null }
  const [, figure, unit] = typeof value === 'string' ? (/^(\d+(?:\.\d+)?) ?(\S+)$/.exec(value) ?? []) : []
  return figure !== undefined && unit !== undefined && units.includes(unit)
    ? { figure: Number(figure), unit }
    : undefined
}

/** A number as a project file writes it: bare in the fact's own unit, else as text with the unit. */
export const withUnit = (figure: number, unit: string | null): number | string =>
  unit === null ? figure : `${figure} ${unit}`

/** Where a fact comes from, as far as the form asks: empty where nobody said. */
export type About = {
  readonly title: string
  readonly by: string
  readonly year: string
  /** A, B, C, GK or synthetic. */
  readonly confidence: string
  readonly note: string
}
export const nothingSaid: About = { title: '', by: '', year: '', confidence: '', note: '' }

/** What a fact says of itself beside its value. */
export function aboutOf(stated: Stated | undefined): About {
  if (!isEntry(stated)) return nothingSaid
  const { source, note } = stated
  const said = (key: string) => textIn(Array.isArray(source) ? source[0] : source, key)
  return {
    title: said('title') || [said('law'), said('article')].filter(Boolean).join(' '),
    by: said('by'),
    year: said('year'),
    confidence: confidenceOf(stated) ?? '',
    note: textIn(note, 'zh'),
  }
}

const textIn = (object: unknown, key: string): string => {
  const found = typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[key] : undefined
  return typeof found === 'string' ? found : ''
}

/** The same value with something else said of it; what was not touched stays as it was written. */
export function saying(stated: Stated, next: About): Stated {
  const before = aboutOf(stated)
  const old: Readonly<Record<string, Stated | undefined>> = isEntry(stated) ? stated : {}
  const touched = (...keys: readonly (keyof About)[]) => keys.some((key) => before[key] !== next[key])
  const { title, by, year, confidence, note } = next
  const source = touched('title', 'by', 'year')
    ? title === ''
      ? undefined
      : { title, ...(by === '' ? {} : { by }), ...(year === '' ? {} : { year }) }
    : old.source
  const noted = touched('note') ? (note === '' ? undefined : { zh: note, en: note }) : old.note
  const all = { source, confidence: confidence === '' ? undefined : confidence, note: noted }
  const said = Object.entries(all).filter(([, what]) => what !== undefined)
  const value = isEntry(stated) ? stated.value : stated
  return said.length === 0 ? value : ({ value, ...Object.fromEntries(said) } as Stated)
}
