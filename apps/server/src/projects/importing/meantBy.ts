import type { Text } from '@kaigong/contract'
import type { ProjectListRead } from '@kaigong/export'
import type { ProjectRow } from '../identityColumns.ts'
import type { Known } from './known.ts'

type Mistake = { readonly key: 'key' | 'name' | 'code'; readonly message: Text }

/** The project that a line means: by the hidden key that an export carries, else by its code; undefined for a new one. */
export function meantBy(
  { project: { key, code, version } }: ProjectListRead['rows'][number],
  known: Known,
): { readonly existing: ProjectRow | undefined } | Mistake {
  const coded = code ? known.byCode.get(code) : undefined
  const existing = key ? known.byId.get(key) : coded
  if (key && !existing) return { key: 'key', message: gone }
  if (!existing) return { existing }
  if (version != null && version !== existing.version) return { key: 'name', message: stale(existing.version) }
  if (coded && coded.project_id !== existing.project_id) return { key: 'code', message: taken(coded.name) }
  return { existing }
}

const gone: Text = {
  zh: '没有这个项目标识的项目，可能已删除；新项目请清空此格',
  en: 'no project has this id; it may have been removed. Empty the cell for a new project',
}
const stale = (version: number): Text => ({
  zh: `导出之后该项目已被他人修改（现为第 ${version} 版），请重新导出`,
  en: `somebody has changed this project since it was exported (now version ${version}); export it again`,
})
const taken = (name: string): Text => ({ zh: `项目代码已属于“${name}”`, en: `the code belongs to "${name}"` })
