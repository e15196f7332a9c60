import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { CaseId, CaseView, MaterialView } from '@kaigong/contract'
import { canonical } from '@kaigong/contract'
import { toCaseFileHtml } from '@kaigong/export'
import { caseView } from '../cases/view.ts'
import type { FileDeps } from '../files/deps.ts'
import { doingOf, holdMaterial, materialsOf, tellOfMaterial } from '../files/materials.ts'
import { named } from '../files/wanted.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { archiveOf, type Entry, plainName } from './archive.ts'

type Asked = { readonly actor: Actor; readonly caseId: CaseId; readonly lang: 'zh' | 'en' }

/**
 * A case with its papers as one archive (案卷): an index, what happened as data, the latest version of each material of the project that the
 * matter asks for, and the checksums of all. What the asker does not see on the page is not in it. Each material is recorded as downloaded.
 */
export async function caseFile(
  tx: Tx,
  deps: FileDeps,
  { actor, caseId, lang }: Asked,
): Promise<{ readonly content: Readable; readonly fileName: string } | Refused> {
  const found = await caseView(tx, deps, actor, caseId)
  if (isRefused(found)) return found
  const view = found.body
  const materials = await papersFor(tx, actor, view)
  const at = deps.now()
  for (const { id, latest, uses } of materials) {
    if (!(await isThere(deps, actor, latest.sha256))) return refuse('file.lost')
    if (!(await holdMaterial(tx, actor.district, view.projectId, id))) return refuse('request.notFound')
    await tellOfMaterial(tx, doingOf(deps, actor, view.projectId), id, {
      type: 'materialDownloaded',
      data: {
        material: id,
        no: latest.no,
        sha256: latest.sha256,
        uses: await named(tx, actor.district, view.projectId, uses),
      },
    })
  }
  const papers = materials.map(({ latest }, i) => ({
    path: `材料/${String(i + 1).padStart(2, '0')}-${plainName(latest.name)}`,
    size: latest.size,
    sha256: latest.sha256,
  }))
  const data = Buffer.from(`${canonical(record(view))}\n`)
  const listed = [{ path: '办件.json', size: data.length, sha256: sha256Of(data) }, ...papers]
  const index = Buffer.from(toCaseFileHtml(indexOf(view, listed, at), lang))
  const sums = [{ path: '目录.html', sha256: sha256Of(index) }, ...listed]
  const entries: Entry[] = [
    { path: '目录.html', bytes: index },
    { path: '办件.json', bytes: data },
    { path: 'SHA256SUMS', bytes: Buffer.from(sums.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')) },
    ...papers.map(({ path, size, sha256 }) => ({ path, size, open: () => deps.files.read(actor.district, sha256) })),
  ]
  return { content: archiveOf(entries, at), fileName: `案卷-${view.number}.zip` }
}

/** Materials of the project that the matter asks for; none for a token that may not read materials. */
async function papersFor(tx: Tx, { district, scopes }: Actor, view: CaseView): Promise<readonly MaterialView[]> {
  if (scopes !== null && !scopes.includes('material.read')) return []
  const wanted = new Set(view.materials.map(({ id }) => id))
  const all = await materialsOf(tx, district, view.projectId)
  return all.filter(({ uses }) => uses.some((use) => wanted.has(use)))
}

async function isThere({ files }: FileDeps, { district }: Actor, sha256: string): Promise<boolean> {
  try {
    ;(await files.read(district, sha256)).destroy()
    return true
  } catch {
    return false
  }
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What of the case is kept: not what somebody may do to it just now. */
const record = ({ acts: _, procedures: __, ...kept }: CaseView) => kept

const indexOf = (
  view: CaseView,
  papers: readonly { readonly path: string; readonly size: number; readonly sha256: string }[],
  at: Temporal.Instant,
) => ({
  number: view.number,
  matter: view.matterName,
  project: view.projectName,
  company: view.company,
  agency: view.agencyName,
  stage: view.ending ?? view.stageName,
  receivedOn: view.receivedOn,
  madeAt: at.toZonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  history: view.history.map((item) => ({
    ...item,
    attached: item.attached.map(({ name, reference, file }) => ({
      name,
      reference: reference ?? file?.name ?? file?.sha256 ?? '',
    })),
  })),
  papers,
  synthetic: view.synthetic,
})
