import { type Day, day, isoDate } from '@kaigong/calendar'
import {
  type Attachment,
  type Role as Capacity,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  decide,
  evolve,
  FLOW,
  isRefusal,
  type KnownCase,
  legalClock,
  NO_CASE,
  requiredMaterials,
  toStored,
} from '@kaigong/casework'
import { deferrable } from '@kaigong/catalogue'
import {
  type CaseAct,
  CaseActType,
  type CaseView,
  type CompanyId,
  contracts,
  type ProjectView,
} from '@kaigong/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { said } from '../plans/planned.fixture.ts'
import { documentOf, standingRow } from '../plans/rows.ts'
import { type TestPerson, testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, inDistrict, JINTAN, openProduct, type Product } from '../product.fixture.ts'
import { A06, adopted, company, papers, storedPapers } from './cases.fixture.ts'
import { holdsFor } from './holds.ts'
import { type CaseLaw, lawOf } from './law.ts'

const { cases } = contracts
type Somebody = Asker & { readonly person: TestPerson }

/** Everybody who comes along, and in which capacities they stand to a case of the environmental agency: what weighs more first. */
const CAPACITIES = {
  officer: ['officer', 'window'],
  colleague: ['officer', 'window'],
  head: ['head', 'officer', 'window'],
  applicant: ['applicant'],
  otherAgency: [],
  otherCompany: [],
  coordinator: [],
} as const satisfies Readonly<Record<string, readonly Capacity[]>>
type Name = keyof typeof CAPACITIES
const NAMES = Object.keys(CAPACITIES) as Name[]

let product: Product
let law: CaseLaw
const people = {} as Record<Name, Somebody>
let ours: CompanyId
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '模型企业')
  const theirs = await company(product, '别家企业')
  const server = testServer(product.database.db, routes(product.deps))
  const as = async (...[roles, at]: [Parameters<typeof testPerson>[1], Parameters<typeof testPerson>[2]?]) => {
    const person = await testPerson(product.database, roles, at)
    return { person, ask: server.as(person) }
  }
  people.officer = await as(['officer'], { agency: 'ecology' })
  people.colleague = await as(['officer'], { agency: 'ecology' })
  people.head = await as(['agencyHead'], { agency: 'ecology' })
  people.applicant = await as(['companyUser'], { company: ours })
  people.otherAgency = await as(['officer', 'agencyHead'], { agency: 'housing' })
  people.otherCompany = await as(['companyUser'], { company: theirs })
  people.coordinator = await as(['coordinator'])
}, 60_000)
afterAll(() => product.close())

const inDb = <T>(work: Parameters<typeof inDistrict<T>>[1]) =>
  inDistrict(product.database.db, work, {
    district: JINTAN,
    person: null,
    agency: null,
    company: null,
    reach: 'district',
  })

/** Something that somebody tries: what, with which of the papers, how many days later, on which version. */
type Try = {
  readonly who: Name
  readonly type: CaseAct['type']
  readonly pick: number
  readonly after: number
  readonly withPapers: boolean
  readonly stale: boolean
}

const usual: readonly CaseAct['type'][] = [
  'accept',
  'startDepartment',
  'askSupplement',
  'supplement',
  'pass',
  'startProcedure',
  'endProcedure',
]
const tries: fc.Arbitrary<Try> = fc.record({
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Name>('officer', 'head', 'applicant') },
    fc.constantFrom(...NAMES),
  ),
  // Most of all acts are refused from most stages: those that lead on come more often.
  type: fc.oneof(fc.constantFrom(...usual), fc.constantFrom(...CaseActType.options)),
  pick: fc.nat(2),
  after: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(9)),
  withPapers: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  stale: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
})

const seat = (name: Name) => ({ person: people[name].person.person as string, agency: 'ecology' })
const COLLEAGUES = ['officer', 'colleague', 'head'] as const satisfies readonly Name[]

/** The act as it is asked for over HTTP, and the command that the model makes of it, with ids of its own counting. */
function orderOf({ type, pick }: Try, on: Day, state: KnownCase, by: string): { act: object; command: object } {
  const someone = COLLEAGUES[pick] ?? 'head'
  const to = people[someone].person.person
  const span = (letter: string) => `${letter}${1 + (pick % 2)}`
  const next = (letter: string, code: number) =>
    `${letter}${state.rows.filter((row) => row.code === code && row.id !== 'extension').length + 1}`
  const both = (fields: object) => ({ act: fields, command: fields })
  const reason = '按模型办理'
  switch (type) {
    case 'withdraw':
    case 'sayNotRequired':
    case 'refuseAcceptance':
    case 'reject':
    case 'recall':
    case 'sendBack':
      return both({ reason })
    case 'askCorrection':
    case 'correct':
    case 'supplyDeferred':
      return both({ items: ['A06-quota'] })
    case 'acceptWithTolerance':
      return { act: { dueOn: isoDate((on + 5) as Day) }, command: { dueOn: (on + 5) as Day } }
    case 'askSupplement':
      return { act: { items: ['A06-quota'] }, command: { items: ['A06-quota'], id: next('s', 6) } }
    case 'supplement':
      return both({ id: span('s'), items: ['A06-quota'] })
    case 'startProcedure': {
      const fields = { procedure: 'expertReview', workdays: 5, approvedBy: people.head.person.person }
      return { act: fields, command: { ...fields, id: next('p', 9) } }
    }
    case 'endProcedure':
      return both({ id: span('p'), result: '评审通过' })
    case 'extend':
      return { act: { workdays: 5, reason }, command: { workdays: 5, reason, approvedBy: by } }
    case 'deliver':
      return both({ number: null })
    case 'returnApplication':
      return both({ reason: 'unfit' })
    case 'inspect':
      return both({ true: pick > 0 })
    case 'revoke':
      return both({ ground: 'unlawfullyGranted' })
    case 'transfer':
    case 'delegate':
      return { act: { to, reason }, command: { to: seat(someone), reason } }
    case 'countersign':
    case 'signByAny':
      return { act: { signers: [to] }, command: { signers: [seat(someone)] } }
    case 'addSigner':
      return { act: { signer: to }, command: { signer: seat(someone) } }
    case 'sign':
      return both({ agrees: pick > 0, opinion: '已阅' })
    case 'urge':
      return { act: {}, command: { id: `u${state.desk.reminders.length + 1}` } }
    default:
      return both({})
  }
}

/** The model: the events of one case, and what casework says of them. */
class Model {
  events: CaseEvent[] = []
  get state(): CaseState {
    return this.events.reduce(evolve, NO_CASE)
  }
  do(command: object, who: Name, today: Day, holds: Parameters<typeof decide>[2]['holds']): string | null {
    const mine: readonly Capacity[] = CAPACITIES[who]
    const { by } = FLOW[(command as CaseCommand).type]
    const role = mine.find((capacity) => by.includes(capacity)) ?? mine[0]
    if (role === undefined) return 'stranger'
    const actor = { role, person: people[who].person.person, ...(role === 'applicant' ? {} : { agency: 'ecology' }) }
    const decided = decide(this.state, command as CaseCommand, { ...law, today, actor, authorisation: null, holds })
    if (isRefusal(decided)) return decided.refused
    this.events.push(...decided)
    return null
  }
}

async function agree(view: CaseView, model: Model, today: Day): Promise<void> {
  const { state, events } = model
  if (state.stage === 'none') throw new Error('nothing was received')
  const clock = legalClock(events, { on: today, clock: '10:00' }, law)
  const dated = (on: Day | null | undefined) => (on === null || on === undefined ? null : isoDate(on))
  expect({
    stage: view.stage,
    version: view.version,
    rows: view.rows.map(({ code, on }) => [code, on]),
    open: view.open.map(({ id }) => id),
    holder: view.desk?.holder.personId ?? null,
    hand: view.clock.hand,
    elapsed: view.clock.statutory?.elapsed ?? null,
    deadline: view.clock.statutory?.deadlineOn ?? null,
    promised: view.clock.promised?.deadlineOn ?? null,
  }).toEqual({
    stage: state.stage,
    version: events.length,
    rows: state.rows.map(({ code, on }) => [code, isoDate(on as Day)]),
    open: 'open' in state ? state.open.map(({ id }) => id) : [],
    holder: state.stage === 'granted' || state.stage === 'ended' ? null : state.desk.holder.person,
    hand: clock.hand,
    elapsed: clock.statutory?.elapsed ?? null,
    deadline: dated(clock.statutory?.deadlineOn),
    promised: dated(clock.promised?.deadlineOn),
  })
}

async function received(project: ProjectView, attached: Awaited<ReturnType<typeof storedPapers>>, on: Day) {
  const { ground } = await inDb((tx) => product.deps.catalogues.inForce(tx, JINTAN))
  const planned = await inDb(async (tx) => {
    const row = await standingRow(tx, JINTAN, project.id, ['adopted'])
    return row && documentOf(row).matters.find(({ id }) => id === 'A06')
  })
  if (!planned) throw new Error('the plan lacks A06')
  const variant = planned.variant?.id ?? null
  const known = lawOf(ground, 'A06', variant)
  if (!known) throw new Error('no law')
  law = known
  const holds = async (today: Day) => {
    const question = { district: JINTAN, project: project.id, scope: planned.scope, matter: 'A06', on: isoDate(today) }
    const judged = await inDb((tx) => holdsFor(tx, ground, question))
    if ('refused' in judged) throw new Error(judged.refused)
    return judged
  }
  const view = said(
    await people.officer.ask(cases.open, {
      params: { projectId: project.id },
      body: { occurrence: 'A06', handedIn: [...A06], attached },
    }),
  )
  const required = requiredMaterials(
    law.matter,
    variant,
    deferrable(ground.district, law.matter),
    (await holds(on)).usual,
  )
  return { view, required, holds }
}

/** Acts that name people of the office: an applicant sees nobody there by id, and is told so before the rules speak. */
const NAMING: readonly CaseAct['type'][] = [
  'startProcedure',
  'transfer',
  'delegate',
  'countersign',
  'signByAny',
  'addSigner',
]

/** One case walked by the server and by the model side by side. */
class Walk {
  readonly #model = new Model()
  readonly #reached = new Set<string>()
  #today = day('2022-06-01')
  #version = 0
  #begun: Awaited<ReturnType<typeof received>> | null = null
  #stored: Awaited<ReturnType<typeof storedPapers>> = []

  get reached(): ReadonlySet<string> {
    return this.#reached
  }

  get begun() {
    if (!this.#begun) throw new Error('the walk has not begun')
    return this.#begun
  }

  /** Papers as the model has them. That the hash is the file's own has a test beside the papers. */
  #attached(kinds: readonly string[]) {
    const given = this.#stored.filter(({ kind }) => kinds.includes(kind))
    return { given, known: given.map((paper): Attachment => ({ ...paper, sha256: '' })) }
  }

  async begin(name: string): Promise<void> {
    this.#goOn(0)
    const project = await adopted(people.coordinator, name, ours)
    const kinds = [...new Set(Object.values(FLOW).flatMap(({ attach }) => attach))]
    this.#stored = await storedPapers(people.coordinator, project.id, papers(...kinds))
    const { given, known } = this.#attached(['application'])
    this.#begun = await received(project, given, this.#today)
    const { required, view } = this.#begun
    const asked = { type: 'receive', agency: 'ecology', applicant: ours, required, handedIn: [...A06] }
    const receipt = { ...asked, clock: '10:00', attached: known }
    expect(this.#model.do(receipt, 'officer', this.#today, () => undefined)).toBeNull()
    this.#version = view.version
  }

  async step(one: Try): Promise<void> {
    this.#goOn(one.after)
    const { state } = this.#model
    if (state.stage === 'none') throw new Error('nothing was received')
    const { act, command } = orderOf(one, this.#today, state, people[one.who].person.person)
    const { given, known } = this.#attached(one.withPapers ? FLOW[one.type].attach : [])
    const caseId = this.begun.view.id
    const body = { act: { type: one.type, ...act } as CaseAct, attached: given }
    const ifMatch = one.stale ? this.#version + 1 : this.#version
    const answer = await people[one.who].ask(cases.act, { params: { caseId }, body }, { ifMatch })
    const told = answer.ok ? null : (answer.problem.rule ?? answer.problem.type.replace('/problems/', ''))
    if (answer.ok) this.#reached.add(answer.value.stage)
    const wanted = await this.#wanted(one, { type: one.type, ...command, clock: '10:00', attached: known })
    expect(wanted, JSON.stringify(one)).toContainEqual(told)
    const seen = said(await people.officer.ask(cases.read, { params: { caseId } }))
    await agree(seen, this.#model, this.#today)
    this.#version = seen.version
  }

  /** What the server may say to it; null where it is done. */
  async #wanted(one: Try, command: object): Promise<readonly (string | null)[]> {
    if (CAPACITIES[one.who].length === 0) return ['case.notYours', 'right.missing', 'request.notFound']
    if (one.stale) return ['request.stale']
    if (one.who === 'applicant' && NAMING.includes(one.type)) return ['request.invalid']
    const { known } = await this.begun.holds(this.#today)
    return [this.#model.do(command, one.who, this.#today, known)]
  }

  /** The trail holds the model's events, one for one. */
  async end(): Promise<void> {
    const { rows } = await product.database.owner.query('select sealed from event where stream = $1 order by version', [
      `case/${this.begun.view.id}`,
    ])
    const kept = rows.map(({ sealed }) => JSON.parse(sealed).data)
    expect(kept).toHaveLength(this.#model.events.length)
    for (const [i, event] of this.#model.events.entries()) {
      const { attached: _, ...bare } = toStored(event) as { attached?: unknown }
      expect(kept[i]).toMatchObject(bare)
    }
  }

  #goOn(days: number): void {
    this.#today = (this.#today + days) as Day
    product.world.moveTo(`${isoDate(this.#today)}T02:00:00Z`)
  }
}

describe('random commands by random people through HTTP', () => {
  it('leave state, clock and events as the rules alone have them, and a refusal names the same rule', async () => {
    const reached = new Set<string>()
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(tries, { minLength: 15, maxLength: 30, size: 'max' }), async (all) => {
        const walk = new Walk()
        await walk.begin(`模型项目${runs++}`)
        for (const one of all) await walk.step(one)
        await walk.end()
        for (const stage of walk.reached) reached.add(stage)
      }),
      // Each run is a project of its own: what failed is not walked again and again to make it shorter.
      { numRuns: 8, endOnFailure: true },
    )
    // A walk that never leaves the counter would prove nothing.
    expect([...reached]).toEqual(expect.arrayContaining(['accepted', 'handling', 'ended']))
  }, 60_000)
})
