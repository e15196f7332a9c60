import { createHash } from 'node:crypto'
import { ATTACHMENTS } from '@kaigong/casework'
import { type CaseAttachment, contracts, type ProjectId } from '@kaigong/contract'
import type { AsPerson } from './asking.ts'
import { inventedPaper } from './inventedPaper.ts'

type Kind = CaseAttachment['kind']
export type Papers = (by: string, project: ProjectId, kinds: readonly Kind[]) => Promise<CaseAttachment[]>

const { files } = contracts

/** Papers of one project, uploaded by whoever first needs one of a kind and used again by whoever needs it next. */
export function papersOf(asPerson: AsPerson): Papers {
  const there = new Map<Kind, NonNullable<CaseAttachment['file']>>()
  const fileOf = async (by: string, projectId: ProjectId, kind: Kind) => {
    const known = there.get(kind)
    if (known) return known
    const bytes = inventedPaper(ATTACHMENTS[kind])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const name = `${ATTACHMENTS[kind].zh.replace(/[《》]/g, '')}（演示）.pdf`
    const body = { name, size: bytes.length, sha256, uses: [], materialId: null }
    const params = { projectId, uploadId: (await asPerson(by, files.begin, { params: { projectId }, body })).id }
    await asPerson(by, files.part, { params: { ...params, offset: 0 }, body: bytes })
    const { id, latest } = await asPerson(by, files.finish, { params })
    const file = { materialId: id, no: latest.no }
    there.set(kind, file)
    return file
  }
  return async (by, project, kinds) => {
    const papers: CaseAttachment[] = []
    for (const kind of kinds) papers.push({ kind, file: await fileOf(by, project, kind) })
    return papers
  }
}
