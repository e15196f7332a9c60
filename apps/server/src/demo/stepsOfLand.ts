import { createHash } from 'node:crypto'
import { contracts, type LandBoard, type PreReviewView, type ProjectId } from '@kaigong/contract'
import type { DemoLand } from '@kaigong/demo'
import type { AsPerson } from './asking.ts'
import { splitMoment } from './moment.ts'
import type { Clock } from './settableClock.ts'
import type { Step } from './stepsOfCase.ts'

const { files, land } = contracts

type Papers = { readonly drawings: string; readonly parcel: string; readonly conditions: string }

/** What happened about one project's land, each step asked of the routes by whoever took it. */
export function stepsOfLand(
  clock: Clock,
  asPerson: AsPerson,
  chief: string,
  project: () => ProjectId,
  { preReviews, events, rehearsed, issued }: DemoLand,
): readonly Step[] {
  const at = (moment: string, take: () => Promise<unknown>): Step => ({
    at: moment,
    take: () => {
      clock.moveTo(...splitMoment(moment))
      return take()
    },
  })
  let papers: Papers | undefined
  let board: LandBoard | undefined
  const reviewing = preReviews.flatMap(({ occurrence, requested, agreed, by }): readonly Step[] => {
    let view: PreReviewView | undefined
    const request = async () => {
      const projectId = project()
      papers ??= await inventedPapers(asPerson, chief, projectId)
      board ??= await asPerson(chief, land.board, { params: { projectId } })
      const matter = board.requestable.find((m) => m.occurrence === occurrence)
      if (!matter) throw new Error(`demo: no pre-review of ${occurrence} can be requested`)
      const body = { occurrence, ...papers, handedIn: matter.materials.map((m) => m.id) }
      view = await asPerson(chief, land.requestPreReview, { params: { projectId }, body })
    }
    const agree = async () => {
      if (!view) throw new Error(`demo: nobody requested the pre-review of ${occurrence}`)
      const params = { projectId: project(), preReviewId: view.id }
      const drawingsSha256 = view.versions.at(-1) ?? ''
      const body = { drawingsSha256, verdict: 'agrees', text: '同意（演示，虚构）' } as const
      await asPerson(by, land.opine, { params, body }, view.version)
    }
    return [at(requested, request), ...(agreed === null ? [] : [at(agreed, agree)])]
  })
  const happened = events.map(({ at: moment, kind, reference }) =>
    at(moment, () => {
      const contained = kind === 'contract' && papers ? { parcel: papers.parcel, conditions: papers.conditions } : {}
      const body = { on: moment.slice(0, 10), reference, ...contained }
      return asPerson(chief, land.record, { params: { projectId: project(), kind }, body })
    }),
  )
  const rehearse = () => asPerson(chief, land.rehearse, { params: { projectId: project() }, body: {} })
  const issue = () => asPerson(chief, land.issue, { params: { projectId: project() } })
  return [
    ...reviewing,
    ...happened,
    ...(rehearsed === null ? [] : [at(rehearsed, rehearse)]),
    ...(issued === null ? [] : [at(issued, issue)]),
  ]
}

async function inventedPapers(asPerson: AsPerson, by: string, projectId: ProjectId): Promise<Papers> {
  const upload = async (name: string): Promise<string> => {
    const bytes = inventedPdf(`${name} ${projectId}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const body = { name, size: bytes.length, sha256, uses: [], materialId: null }
    const { id } = await asPerson(by, files.begin, { params: { projectId }, body })
    await asPerson(by, files.part, { params: { projectId, uploadId: id, offset: 0 }, body: new Uint8Array(bytes) })
    return (await asPerson(by, files.finish, { params: { projectId, uploadId: id } })).id
  }
  return {
    drawings: await upload('施工图（演示，虚构）.pdf'),
    parcel: await upload('用地红线（演示，虚构）.pdf'),
    conditions: await upload('规划条件（演示，虚构）.pdf'),
  }
}

/** An empty page: what counts of an invented paper is that it has contents of its own. */
const inventedPdf = (says: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${says}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )
