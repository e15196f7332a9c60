import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { files } = contracts

/** Everything about the materials of a project lies under this key: a change that comes by the stream makes all of it stale. */
export const materialKey = (projectId: string): readonly string[] => ['material', projectId]

/** What is there. */
export const materials = (projectId: string) =>
  queryOptions({
    queryKey: [...materialKey(projectId), 'list'],
    queryFn: () => asking(files.list, { params: { projectId } }),
  })

/** Who has downloaded a material. */
export const seenBy = (projectId: string, materialId: string) =>
  queryOptions({
    queryKey: [...materialKey(projectId), 'seen', materialId],
    queryFn: async () => (await asking(files.seen, { params: { projectId, materialId } })).items,
  })
