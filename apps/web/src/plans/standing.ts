import type { PlanSummary } from '@kaigong/contract'

type Version = Pick<PlanSummary, 'no' | 'status'>

/**
 * The number of the version that a project stands on: the newest that was neither dropped nor superseded; where there is none, the newest that
 * was not dropped. A proposal whose cause was taken back gives way to an older version, so the highest number alone says nothing.
 */
export function standingVersion(versions: readonly Version[]): number | undefined {
  const kept = versions.filter(({ status }) => status !== 'dropped')
  const standing = kept.filter(({ status }) => status !== 'superseded')
  const [newest] = (standing.length > 0 ? standing : kept).toSorted((a, b) => b.no - a.no)
  return newest?.no
}

/** The number of the version that an address names (`?plan=3`), else of the one that the project stands on. */
export const versionNamed = (plan: string | undefined, versions: readonly Version[]): number | undefined =>
  versions.find(({ no }) => String(no) === plan)?.no ?? standingVersion(versions)
