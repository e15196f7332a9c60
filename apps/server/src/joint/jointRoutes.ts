import { addWorkdays, type Day, isoDate } from '@kaigong/calendar'
import { agencyOf } from '@kaigong/catalogue'
import { type AgencyId, contracts, type JointTask } from '@kaigong/contract'
import type { Ground, Plan } from '@kaigong/planner'
import { beijingMoment } from '../cases/law.ts'
import { companyOf } from '../cases/open.ts'
import { documentOf, standingRow } from '../plans/rows.ts'
import { agencyName } from '../plans/view.ts'
import type { Deps } from '../platform/deps.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { actOn } from './act.ts'
import { jointLaw, lawOfJoint } from './law.ts'
import { openJoint } from './open.ts'
import { mayLead, partsOf } from './parts.ts'
import { type JointRow, jointsOfProject, jointsOpenFor } from './rows.ts'
import { jointView, listItem, timeUntil } from './view.ts'

const { joint } = contracts

/** Joint review, drawing review, acceptance: opened for several agencies, answered by each, summed up by the lead. */
export const jointRoutes = (deps: Deps): readonly Route[] => {
  const today = () => beijingMoment(deps.now()).on

  return [
    route(joint.waiting, async ({ actor, read }) =>
      read(async (tx) => {
        const rows = await jointsOpenFor(tx, actor.district, actor)
        const items: JointTask[] = []
        for (const row of rows) {
          const law = await lawOfJoint(tx, deps.catalogues, actor.district, row)
          const item = listItem(row, law, today())
          for (const { task, dueOn, matter } of tasksIn(row, partsOf(actor, row), actor.agency)) {
            items.push({
              ...item,
              ...(dueOn === undefined ? {} : timeUntil(dueOn, law.calendar, today())),
              task,
              matterName: matter === undefined ? null : (law.matter(matter)?.name ?? { zh: matter, en: matter }),
            })
          }
        }
        const byDay = (a: JointTask, b: JointTask) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')
        return { status: 200, body: { items: items.sort(byDay) } }
      }),
    ),
    route(joint.ofProject, async ({ actor, params: { projectId }, read }) =>
      read(async (tx) => {
        const { district } = actor
        if ((await companyOf(tx, district, projectId)) === undefined) return refuse('request.notFound')
        const { ground } = await deps.catalogues.inForce(tx, district)
        const rows = await jointsOfProject(tx, district, projectId)
        const items = []
        for (const row of rows) items.push(listItem(row, await lawOfJoint(tx, deps.catalogues, district, row), today()))
        const adopted = await standingRow(tx, district, projectId, ['adopted'])
        const { limit, calendar } = jointLaw(ground, today())
        const matters = mattersToAsk(ground, adopted && documentOf(adopted))
        const limitOn = isoDate(addWorkdays(calendar, today(), limit.value))
        return { status: 200, body: { items, mayOpen: mayLead(actor), limitOn, matters } }
      }),
    ),
    route(joint.read, async ({ actor, params: { jointId }, read }) =>
      read(async (tx) => {
        const view = await jointView(tx, deps, actor, jointId)
        return isRefused(view) ? view : { status: 200, ...view }
      }),
    ),
    route(joint.open, async ({ actor, params: { projectId }, body, transact }) =>
      transact(async (tx) => {
        const id = await openJoint(tx, deps, actor, projectId, body)
        if (isRefused(id)) return id
        const view = await jointView(tx, deps, actor, id)
        return isRefused(view) ? view : { status: 201, ...view }
      }),
    ),
    route(joint.act, async ({ actor, params: { jointId }, body, ifMatch, transact }) =>
      transact(async (tx) => {
        const refused = await actOn(tx, deps, actor, jointId, ifMatch, body.act)
        if (refused) return refused
        const view = await jointView(tx, deps, actor, jointId)
        return isRefused(view) ? view : { status: 200, ...view }
      }),
    ),
  ]
}

/** Whom one could ask about what: the matters of the adopted plan, or where there is none all of the catalogue. */
function mattersToAsk(ground: Ground, plan: Plan | undefined) {
  const matters = plan?.matters ?? [...ground.matters.values()].map((m) => ({ ...m, matter: m.id }))
  return matters.flatMap(({ matter, name, stage }) => {
    const known = ground.matters.get(matter)
    const agency = known && agencyOf(ground.district, known)
    return agency === undefined
      ? []
      : [{ matter, name, stage, agencyId: agency as AgencyId, agencyName: agencyName(ground, agency) }]
  })
}

type Task = { readonly task: JointTask['task']; readonly dueOn?: Day; readonly matter?: string }

/** What one joint handling waits for from somebody: their agency's opinion, the sum once all are heard, what their company puts right. */
function tasksIn({ stage, state }: JointRow, parts: ReturnType<typeof partsOf>, agency: string | null): Task[] {
  const own = state.opinions.find((o) => o.agency === agency)
  const all = state.opinions.every(({ verdict }) => verdict !== null)
  return [
    ...(stage === 'open' && parts.includes('asked') && own?.verdict === null
      ? [{ task: 'opine' as const, dueOn: own.dueOn, matter: own.matter }]
      : []),
    ...(stage === 'open' && parts.includes('lead') && all ? [{ task: 'sumUp' as const }] : []),
    ...(stage === 'rectifying' && parts.includes('applicant') && state.rectifyDueOn !== null
      ? [{ task: 'rectify' as const, dueOn: state.rectifyDueOn }]
      : []),
  ]
}
