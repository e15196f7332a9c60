import { type DistrictCode, type fileContracts, materialList, type OutOf, type ProjectId } from '@kaigong/contract'
import { documentOf, newestRow, planRow } from '../plans/rows.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { materialsOf, type Use } from './materials.ts'

type Checklist = OutOf<typeof fileContracts.checklist>

/** What the plan of a project asks for, and which of it is there; by the version named, else by the newest that stands. */
export async function checklist(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
  no: number | undefined,
): Promise<Checklist | Refused> {
  const row = no === undefined ? await newestRow(tx, district, project) : await planRow(tx, district, project, no)
  if (!row) return no === undefined ? { plan: null, items: [] } : refuse('request.notFound')
  const there = await materialsOf(tx, district, project)
  return {
    plan: row.no,
    items: materialList(documentOf(row)).map(({ id, name, essential, shared, issuedBy, neededBy, usedFor }) => {
      const files = there.filter(({ uses }) => uses.includes(id)).map((material) => material.id)
      return {
        material: id,
        name,
        necessity: essential ? 'essential' : 'deferrable',
        state: files.length > 0 ? 'there' : shared ? 'shared' : 'missing',
        issuedBy,
        neededBy,
        matters: usedFor.map((matter) => ({ occurrence: matter.id, matter: matter.matter, name: matter.name })),
        files,
      }
    }),
  }
}

/** Materials by their ids with the names that the plan gives them; one that it no longer asks for goes by its id. */
export async function named(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
  ids: readonly string[],
): Promise<readonly Use[]> {
  if (ids.length === 0) return []
  const names = await namesWanted(tx, district, project)
  return [...new Set(ids)].map((id) => ({ id, name: names.get(id) ?? { zh: id, en: id } }))
}

/**
 * The same, where the plan must ask for each.
 * @param known what the material serves as already: a plan that has changed since does not make that wrong.
 */
export async function usesOf(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
  ids: readonly string[],
  known: readonly string[] = [],
): Promise<readonly Use[] | Refused> {
  if (ids.length === 0) return []
  const wanted = await namesWanted(tx, district, project)
  const unknown = ids.flatMap((id, i) => (wanted.has(id) || known.includes(id) ? [] : [{ id, i }]))
  if (unknown.length > 0)
    return refuse('file.unknownUse', {
      errors: unknown.map(({ id, i }) => ({
        pointer: `/uses/${i}`,
        detail: { zh: `方案中没有材料 ${id}`, en: `the plan asks for no material ${id}` },
      })),
    })
  return [...new Set(ids)].map((id) => ({ id, name: wanted.get(id) ?? { zh: id, en: id } }))
}

async function namesWanted(tx: Tx, district: DistrictCode, project: ProjectId) {
  const row = await newestRow(tx, district, project)
  return new Map((row ? materialList(documentOf(row)) : []).map(({ id, name }) => [id, name]))
}
