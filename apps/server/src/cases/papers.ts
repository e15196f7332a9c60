import type { Attachment } from '@kaigong/casework'
import type { CaseAttachment, DistrictCode, Text } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import '../files/tables.ts'

/** A paper as an event keeps it: by the hash of its contents and where it lies. Its file name stays out: it may be somebody's name. */
export type Paper = Attachment & Omit<CaseAttachment, 'kind'>

type Of = {
  readonly district: DistrictCode
  readonly project: string
  /** Of a mirrored case a paper may be known by its name alone: the file lies in the other system. */
  readonly mirrored: boolean
}

/**
 * Papers of an act with the hashes of their contents. Only a version of a material of the same project that the asker may see counts; such a
 * version exists once it has come whole and was found clean.
 */
export async function papersOf(
  tx: Tx,
  { district, project, mirrored }: Of,
  attached: readonly CaseAttachment[],
): Promise<readonly Paper[] | Refused> {
  const stored = await versionsOf(
    tx,
    district,
    attached.flatMap(({ file }) => file ?? []),
  )
  const found = attached.map((paper) => {
    if (paper.file === undefined) return mirrored ? { ...paper, sha256: '' } : undefined
    const version = stored.get(keyOf(paper.file))
    return version?.project === project ? { ...paper, sha256: version.sha256 } : undefined
  })
  const errors = attached.flatMap(({ file }, i) => {
    if (found[i] !== undefined) return []
    return [{ pointer: `/attached/${i}/file`, detail: file === undefined ? NAMED_ONLY : NOT_THERE }]
  })
  return errors.length > 0 ? refuse('case.paperNotStored', { errors }) : found.flatMap((paper) => paper ?? [])
}

type File = NonNullable<CaseAttachment['file']>
type Version = { readonly project: string; readonly name: string; readonly sha256: string }

export const keyOf = ({ materialId, no }: File): string => `${materialId} ${no}`

/** Versions of materials by their key, as far as the asker may see them. */
export async function versionsOf(
  tx: Tx,
  district: DistrictCode,
  files: readonly File[],
): Promise<ReadonlyMap<string, Version>> {
  if (files.length === 0) return new Map()
  const rows = await tx
    .selectFrom('material_version')
    .where('district_code', '=', district)
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('material_id', 'no'),
        'in',
        files.map(({ materialId, no }) => tuple(sql<string>`${materialId}::uuid`, no)),
      ),
    )
    .select(['material_id', 'no', 'project_id', 'name', 'sha256'])
    .execute()
  return new Map(
    rows.map(({ material_id, no, project_id, name, sha256 }) => [
      keyOf({ materialId: material_id, no }),
      { project: project_id, name, sha256 },
    ]),
  )
}

const NAMED_ONLY: Text = {
  zh: '本系统办理的件须附文件；只有镜像件可以只写名称或文号',
  en: 'a case handled here needs the file itself; only a mirrored one may name it',
}
const NOT_THERE: Text = {
  zh: '本项目没有收下这个文件（上传未完成、未通过查验，或属于别的项目）',
  en: 'no such file was taken for this project: it has not come whole, was not found clean, or belongs elsewhere',
}
