import type { ProjectFilter } from '@kaigong/contract'

type Sort = NonNullable<ProjectFilter['sort']>

/** By what the list can be sorted, after the column that says it. */
export const sortsOf: Readonly<Record<string, Sort>> = {
  name: 'name',
  listYear: 'listYear',
  stage: 'stage',
  constructionStart: 'constructionStart',
  investmentWan: 'investment',
}

/** The filter with another order; with no column again the usual one, what changed last first. */
export function sortedBy(filter: ProjectFilter, column: string | undefined, descending: boolean): ProjectFilter {
  const { sort: _, descending: __, ...others } = filter
  const sort = column === undefined ? undefined : sortsOf[column]
  if (sort === undefined) return others
  return { ...others, sort, ...(descending ? { descending: 'true' } : {}) }
}
