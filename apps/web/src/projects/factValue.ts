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

/** Title of the source that a fact names, if it does. */
export function sourceOf(stated: Stated | undefined): string | undefined {
  if (!isEntry(stated)) return undefined
  const { source } = stated
  const one = Array.isArray(source) ? source[0] : source
  return typeof one === 'object' && one !== null && 'title' in one && typeof one.title === 'string'
    ? one.title
    : undefined
}

export const confidenceOf = (stated: Stated | undefined): string | undefined =>
  isEntry(stated) && typeof stated.confidence === 'string' ? stated.confidence : undefined

const isEntry = (stated: Stated | undefined): stated is { [key: string]: Stated } & { value: Stated } =>
  typeof stated === 'object' && stated !== null && !Array.isArray(stated) && 'value' in stated
