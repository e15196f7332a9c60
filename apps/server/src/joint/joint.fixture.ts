import { type AskedOf, contracts, type JointAct, type JointView, type ProjectView } from '@kaigong/contract'
import { said } from '../plans/planned.fixture.ts'
import type { Asker } from '../product.fixture.ts'

const { joint } = contracts

export type Opening = AskedOf<typeof joint.open>['body']

export const opening = (who: Asker, { id }: ProjectView, body: Opening) =>
  who.ask(joint.open, { params: { projectId: id }, body })

export const opened = async (who: Asker, project: ProjectView, body: Opening): Promise<JointView> =>
  said(await opening(who, project, body))

export const read = async (who: Asker, { id }: Pick<JointView, 'id'>): Promise<JointView> =>
  said(await who.ask(joint.read, { params: { jointId: id } }))

/** Acts on it as it stands now. */
export const acting = async (who: Asker, of: Pick<JointView, 'id'>, act: JointAct) => {
  const { version } = await read(who, of)
  return await who.ask(joint.act, { params: { jointId: of.id }, body: { act } }, { ifMatch: version })
}

export const acted = async (who: Asker, of: Pick<JointView, 'id'>, act: JointAct): Promise<JointView> =>
  said(await acting(who, of, act))
