import {
  type CompanyId,
  contracts,
  type DistrictCode,
  type PersonId,
  type ProjectId,
  type Text,
} from '@kaigong/contract'
import { type DemoDistrict, type DemoPerson, type DemoProject, demoDistricts } from '@kaigong/demo'
import type { FastifyInstance } from 'fastify'
import { type AllDeps, routes } from '../capabilities.ts'
import { seedFirstEdition } from '../editions/firstEdition.ts'
import { registerPerson } from '../people/registerPerson.ts'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused } from '../platform/http/answer.ts'
import { httpApp } from '../platform/http/app.ts'
import type { World } from '../platform/world/world.ts'
import { registerCompany } from '../projects/companies.ts'
import { type AsPerson, asking } from './asking.ts'
import { demoSeededAt, noteSeeded } from './demoClock.ts'
import { papersOf } from './papersOf.ts'
import { type Clock, settableClock } from './settableClock.ts'
import { type Step, stepsOfCase } from './stepsOfCase.ts'
import { stepsOfJoint } from './stepsOfJoint.ts'
import { stepsOfLand } from './stepsOfLand.ts'

/**
 * Fills an empty database with the demonstration: everything that happened is asked of the same routes that people ask, in the name of the
 * invented people, on the days on which it happened. So chains, projections and promises are what they would be. Does nothing the second time.
 * @returns why not, where one of its districts is there already: a real one, or what is left of a start that was broken off.
 */
export async function seedDemo(
  deps: AllDeps,
  real: World,
  districts: readonly DemoDistrict[] = demoDistricts(),
): Promise<{ readonly refused: Text } | undefined> {
  if (await demoSeededAt(deps.db)) return
  const codes = districts.map(({ code }) => code)
  const there = await deps.db.selectFrom('district').where('code', 'in', codes).select('code').executeTakeFirst()
  if (there) return { refused: notEmpty(there.code) }
  const clock = settableClock(real)
  const silent = { send: async () => undefined }
  const actors = new Map<string, Actor>()
  const app = httpApp({
    db: deps.db,
    routes: routes({ ...deps, ...clock.world, jobs: silent }),
    logger: undefined,
    trustProxy: false,
    authenticate: async (request) => actors.get(String(request.headers['x-demo-person'])) ?? null,
  })
  for (const district of districts) await seedDistrict(deps, clock, app, actors, district)
  await app.close()
  await noteSeeded(deps.db, real.now())
}

const notEmpty = (code: string): Text => ({
  zh: `数据库里已有 ${code} 区，演示数据写不进去：要么上次写演示数据时被中断（删除状态文件夹后重新启动即可），要么这是正式数据（请用 KAIGONG_STATE 给演示另指一个文件夹）。`,
  en: `District ${code} is in the database already, so the demonstration cannot be put in: either putting it in was broken off (delete the state folder and start again), or the data are real (name another folder for the demonstration in KAIGONG_STATE).`,
})

async function seedDistrict(
  deps: AllDeps,
  clock: Clock,
  app: FastifyInstance,
  actors: Map<string, Actor>,
  demo: DemoDistrict,
): Promise<void> {
  const district = demo.code as DistrictCode
  clock.reset()
  const keys = [...demo.people, ...demo.companies].map(({ key }) => key)
  // Ids of one millisecond fall out in any order; sorted, the main people stay first wherever people are listed by id.
  const drawn = keys.map(() => deps.newId()).sort()
  const ids = new Map(keys.map((key, i) => [key, drawn[i] ?? '']))
  const idOf = (key: string) => ids.get(key) ?? ''
  await deps.db
    .insertInto('district')
    .values({ code: district, name_zh: demo.name.zh, name_en: demo.name.en, synthetic: true })
    .onConflict((c) => c.column('code').doNothing())
    .execute()
  await inTransaction(deps.db, systemIn(district), async (tx) => {
    await seedFirstEdition(tx, deps.planning, district, clock.world.now())
    for (const { key, name, creditCode } of demo.companies) {
      const made = await registerCompany(tx, district, idOf(key) as CompanyId, { name, creditCode, synthetic: true })
      if (isRefused(made)) throw new Error(`demo company ${key}: ${made.refused}`)
    }
    for (const person of demo.people) {
      const about = { district, actor: null, at: clock.world.now() }
      const company = person.company === null ? null : (idOf(person.company) as CompanyId)
      await registerPerson(
        tx,
        about,
        idOf(person.key) as PersonId,
        {
          name: person.name,
          phone: person.phone,
          idNumber: null,
          agencyId: person.agency,
          companyId: company,
          roles: person.roles,
          active: true,
        },
        { synthetic: true },
      )
    }
  })
  for (const person of demo.people) actors.set(person.key, actorOf(district, person, idOf))
  const asPerson = asking(app)
  const chief = demo.people.find((p) => p.roles.includes('coordinator'))?.key ?? ''
  // Registering, planning and cases of all projects run side by side: each is asked for on its day, since the clock only goes on.
  const steps = demo.projects.flatMap((project) => stepsOfProject(clock, asPerson, demo.people, chief, idOf, project))
  for (const { take } of steps.sort((a, b) => a.at.localeCompare(b.at))) await take()
}

function stepsOfProject(
  clock: Clock,
  asPerson: AsPerson,
  people: readonly DemoPerson[],
  chief: string,
  idOf: (key: string) => string,
  project: DemoProject,
): readonly Step[] {
  const { registeredOn, plannedOn } = project.course
  let id = '' as ProjectId
  const papers = papersOf(asPerson)
  const register = async () => {
    clock.moveTo(registeredOn)
    const body = {
      identity: { ...project.identity, companyId: idOf(project.company) as CompanyId },
      facts: project.facts,
      parcels: [...project.parcels],
    }
    const view = await asPerson(chief, contracts.projects.create, { body })
    const team = project.team.map((m) => ({
      personId: idOf(m.person) as PersonId,
      duty: m.duty,
      agencyId: m.agency as never,
    }))
    await asPerson(chief, contracts.projects.team, { params: { projectId: view.id }, body: { team } }, view.version)
    id = view.id
  }
  const plan = () => goThrough(clock, asPerson, people, chief, id, project)
  return [
    { at: `${registeredOn} 09:00`, take: register },
    ...(plannedOn === null ? [] : [{ at: `${plannedOn} 10:00`, take: plan }]),
    ...project.cases.flatMap((one) => stepsOfCase(clock, asPerson, idOf, papers, () => id, one)),
    ...project.joint.flatMap((one) => stepsOfJoint(clock, asPerson, chief, () => id, one)),
    ...(project.land ? stepsOfLand(clock, asPerson, chief, () => id, project.land) : []),
  ]
}

/** A plan is computed, sent round, signed by some or all, and adopted when all have signed. */
async function goThrough(
  clock: Clock,
  asPerson: AsPerson,
  people: readonly DemoPerson[],
  chief: string,
  projectId: ProjectId,
  { course }: DemoProject,
): Promise<void> {
  const { plannedOn, landDay, countersigned } = course
  if (plannedOn === null) return
  clock.moveTo(plannedOn, '10:00')
  const { plans } = contracts
  const anchor = landDay === null ? ({ kind: 'earliest' } as const) : ({ kind: 'landDay', day: landDay } as const)
  const first = await asPerson(chief, plans.compute, { params: { projectId }, body: { asOf: plannedOn, anchor } })
  if (countersigned === 'not sent') return
  const params = { projectId, no: first.no }
  let plan = await asPerson(chief, plans.circulate, { params }, first.version)
  const waiting = plan.countersignatures.filter((c) => c.status === 'waiting')
  const signing =
    countersigned === 'all' ? waiting : countersigned === 'some' ? waiting.slice(0, Math.ceil(waiting.length / 2)) : []
  for (const { agencyId } of signing) {
    const head = people.find((p) => p.agency === agencyId && p.roles.includes('agencyHead'))
    if (head)
      plan = await asPerson(
        head.key,
        plans.countersign,
        { params, body: { verdict: 'signed', remark: null } },
        plan.version,
      )
  }
  if (countersigned !== 'all') return
  const missing = plan.countersignatures.some((c) => c.status !== 'signed')
  await asPerson(
    chief,
    plans.adopt,
    { params, body: { despite: missing ? '其余单位由牵头部门电话确认（演示）' : null } },
    plan.version,
  )
}

const actorOf = (district: DistrictCode, person: DemoPerson, idOf: (key: string) => string): Actor => ({
  district,
  person: idOf(person.key) as PersonId,
  roles: person.roles,
  agency: person.agency,
  company: person.company === null ? null : (idOf(person.company) as CompanyId),
  csrf: null,
  session: null,
  scopes: null,
})
