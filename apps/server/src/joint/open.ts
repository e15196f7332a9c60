import { day, isoDate } from '@kaigong/calendar'
import { decideJoint, NO_JOINT } from '@kaigong/casework'
import type { BodyOf, JointId, jointContracts, ProjectId } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import { nextNumber } from '../cases/number.ts'
import { companyOf } from '../cases/open.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { emptyHead } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { noPaper } from './commandOf.ts'
import { jointLaw } from './law.ts'
import { mayLead } from './parts.ts'
import { record, shownOf } from './record.ts'
import { refusedBy } from './refusedBy.ts'
import { contentOf } from './rows.ts'
import './tables.ts'

type Body = BodyOf<typeof jointContracts.open>

/** Takes the one application and gives it to all who are asked. It rests on the edition in force, and takes its number from the series of the cases. */
export async function openJoint(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  project: ProjectId,
  { kind, application, asked, drawings }: Body,
): Promise<JointId | Refused> {
  const { district, person, agency } = actor
  const company = await companyOf(tx, district, project)
  if (company === undefined) return refuse('request.notFound')
  if (company === null) return refuse('case.noApplicant')
  if (agency === null || !mayLead(actor)) return refuse('joint.notYours')
  const edition = await deps.catalogues.inForce(tx, district)
  const { ground } = edition
  const strangers = asked.flatMap(({ agency: id, matter }, i) => [
    ...(ground.district.agencies.some((a) => a.id === id) ? [] : [noSuch(`/asked/${i}/agency`, '部门', 'agency', id)]),
    ...(ground.matters.has(matter) ? [] : [noSuch(`/asked/${i}/matter`, '事项', 'matter', matter)]),
  ])
  if (strangers.length > 0) return refuse('request.invalid', { errors: strangers })
  const drawingsSha256 = drawings === undefined ? null : await contentOf(tx, district, project, drawings)
  if (drawingsSha256 === undefined) return noPaper('/drawings')
  const at = deps.now()
  const today = beijingMoment(at).on
  const law = jointLaw(ground, today)
  const command = {
    type: 'open',
    kind,
    lead: agency,
    asked: asked.map((a) => ({ ...a, dueOn: day(a.dueOn) })),
    drawingsSha256: kind === 'review' ? null : drawingsSha256,
  } as const
  const event = decideJoint(NO_JOINT, command, { ...law, today })
  if ('refused' in event) return refusedBy(event)
  const id = deps.newId() as JointId
  const number = await nextNumber(tx, district, isoDate(today))
  const before = { id, number, project, before: NO_JOINT, head: emptyHead }
  const { state, head } = await record(tx, { district, actor: person, at }, before, law, event)
  await tx
    .insertInto('joint')
    .values({
      ...shownOf(state, law),
      district_code: district,
      joint_id: id,
      version: head.version,
      head: head.hash,
      number,
      project_id: project,
      company_id: company,
      kind,
      lead: agency,
      edition_id: edition.id,
      application,
      opened_on: isoDate(today),
      opened_at: at.toString(),
      updated_at: at.toString(),
    })
    .execute()
  await tx
    .insertInto('joint_participant')
    .values(
      asked.map((a) => ({
        district_code: district,
        joint_id: id,
        agency_id: a.agency,
        project_id: project,
        matter: a.matter,
        due_on: a.dueOn,
        waits: true,
      })),
    )
    .execute()
  return id
}

const noSuch = (pointer: string, zh: string, en: string, id: string) => ({
  pointer,
  detail: { zh: `本区没有${zh} ${id}`, en: `the district has no ${en} ${id}` },
})
