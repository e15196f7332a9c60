import { createHash } from 'node:crypto'
import { contracts, type JointAct, type JointId, type ProjectId } from '@kaigong/contract'
import type { DemoJoint } from '@kaigong/demo'
import type { AsPerson } from './asking.ts'
import { splitMoment } from './moment.ts'
import type { Clock } from './settableClock.ts'
import type { Step } from './stepsOfCase.ts'

const { joint, files } = contracts

/** One joint handling, each act asked of the routes by whoever did it; the drawings and the survey are a page that says it is invented. */
export function stepsOfJoint(
  clock: Clock,
  asPerson: AsPerson,
  chief: string,
  project: () => ProjectId,
  { kind, application, papers, opened, asked, acts }: DemoJoint,
): readonly Step[] {
  let jointId = '' as JointId
  const open = async () => {
    clock.moveTo(...splitMoment(opened.at))
    const drawings = papers === undefined ? undefined : await upload(asPerson, chief, project(), papers.drawings)
    const body = {
      kind,
      application,
      asked: asked.map((a) => ({ ...a, agency: a.agency as never })),
      ...(drawings === undefined ? {} : { drawings }),
    }
    jointId = (await asPerson(opened.by, joint.open, { params: { projectId: project() }, body })).id
  }
  return [
    { at: opened.at, take: open },
    ...acts.map(({ at, by, act }) => ({
      at,
      take: async () => {
        clock.moveTo(...splitMoment(at))
        const { version, drawings } = await asPerson(by, joint.read, { params: { jointId } })
        const more =
          act.type === 'opine'
            ? { drawingsSha256: drawings?.sha256 ?? null }
            : act.type === 'handInSurvey'
              ? { survey: await upload(asPerson, chief, project(), papers?.survey ?? '') }
              : {}
        const body = { act: { ...act, ...more } as unknown as JointAct }
        await asPerson(by, joint.act, { params: { jointId }, body }, version)
      },
    })),
  ]
}

async function upload(asPerson: AsPerson, by: string, projectId: ProjectId, name: string) {
  const bytes = Buffer.from(`%PDF-1.7\n% ${name}\n%%EOF\n`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const body = { name, size: bytes.length, sha256, uses: [], materialId: null }
  const { id } = await asPerson(by, files.begin, { params: { projectId }, body })
  const params = { projectId, uploadId: id }
  await asPerson(by, files.part, { params: { ...params, offset: 0 }, body: new Uint8Array(bytes) })
  return { materialId: (await asPerson(by, files.finish, { params })).id, no: 1 }
}
