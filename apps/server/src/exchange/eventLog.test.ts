import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { contracts, type logFormats, type ProjectView } from '@kaigong/contract'
import { type EventLog, logFaults } from '@kaigong/export'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { acted as actedOn, adopted, company, opened } from '../cases/cases.fixture.ts'
import { acted, opened as openedJointly } from '../joint/joint.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { type Asker, JINTAN, LIYANG, openProduct, type Product } from '../product.fixture.ts'

const { exchange } = contracts

let product: Product
let auditor: Asker
let project: ProjectView
let caseId: string
let jointId: string
beforeAll(async () => {
  product = await openProduct()
  const ours = await company(product, '虚构日志企业')
  const coordinator = await product.signedInAs(['coordinator'], { name: '周知序' })
  project = await adopted(coordinator, '日志里的项目', ours)
  const ecology = await product.signedInAs(['officer'], { agency: 'ecology', name: '方知微' })
  const received = await opened(ecology, project)
  caseId = received.id
  // The next morning, when the session of the day before is over.
  product.world.moveTo('2022-06-02T02:00:00Z')
  const officer = await product.signedInAs(['officer'], { agency: 'ecology', name: '林见山' })
  const accepted = await actedOn(officer, received, { type: 'accept' }, { on: '2022-06-01' })
  const begun = await actedOn(officer, accepted, { type: 'startDepartment' })
  await actedOn(
    officer,
    begun,
    { type: 'askSupplement', items: ['找张三补身份证'] },
    {
      attached: [{ kind: 'writtenNotice', reference: '通知张三' }],
    },
  )
  const water = { agency: 'water' as never, matter: 'A09', dueOn: '2022-06-10' }
  const review = await openedJointly(officer, project, { kind: 'review', application: '张三的申请', asked: [water] })
  jointId = review.id
  const head = await product.signedInAs(['agencyHead'], { agency: 'water' })
  await acted(head, review, { type: 'opine', verdict: 'objects', conditions: ['张三占用河道'], drawingsSha256: null })
  auditor = await product.signedInAs(['auditor'])
}, 60_000)
afterAll(() => product.close())

const download = async (format: (typeof logFormats)[number], query: object = {}, who = auditor): Promise<Buffer> =>
  Buffer.from(said(await who.ask(exchange.log, { params: { format }, query })) as unknown as Uint8Array)
/** The answer is JSON all the same, and comes read. */
const json = async (who = auditor): Promise<EventLog> =>
  said(await who.ask(exchange.log, { params: { format: 'ocel.json' }, query: {} })) as unknown as EventLog

describe('the log of a district as OCEL 2.0', () => {
  it('passes the standard’s own schema, and holds together', async () => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(import.meta.dirname, 'ocel20-schema.json'), 'utf8')))
    const log = await json()
    expect(schema.safeParse(log).error?.issues ?? []).toEqual([])
    expect(schema.safeParse({ ...log, events: [{ id: 1 }] }).success).toBe(false)
    expect(logFaults(log)).toEqual([])
  })

  it('has the case with its agency, its project and its company, and each event of it when it happened, not when it was entered', async () => {
    const { objects, events } = await json()
    const found = objects.find(({ id }) => id === `case/${caseId}`)
    expect(found?.relationships.map(({ objectId, qualifier }) => [qualifier, objectId.split('/')[0]])).toEqual([
      ['project', 'project'],
      ['company', 'company'],
      ['agency', 'agency'],
    ])
    const accepted = events.find(({ type }) => type === 'caseAccepted')
    expect(accepted).toMatchObject({ time: '2022-06-01T23:59:59+08:00' })
    expect(Object.fromEntries(accepted?.attributes.map(({ name, value }) => [name, value]) ?? [])).toMatchObject({
      recordedAt: '2022-06-02T10:00:00+08:00',
      on: '2022-06-01',
      agency: 'ecology',
      role: 'officer',
      track: 'standard',
    })
  })

  it('has the joint review with who was asked and what they said', async () => {
    const { objects, events } = await json()
    const asked = objects.find(({ id }) => id === `joint/${jointId}`)?.relationships
    expect(asked).toContainEqual({ objectId: 'agency/water', qualifier: 'asked' })
    const opinion = events.find(({ type }) => type === 'jointOpinionGiven')
    expect(opinion?.attributes).toContainEqual({ name: 'verdict', value: 'objects' })
    expect(opinion?.relationships).toContainEqual({ objectId: 'agency/water', qualifier: 'agency' })
  })

  it('names nobody, and says nothing that somebody wrote', async () => {
    const text = JSON.stringify(await json())
    for (const name of ['张三', '周知序', '方知微', '林见山']) expect(text).not.toContain(name)
    const people = (await product.database.owner.query('select person_id from person')).rows
    expect(people.length).toBeGreaterThan(3)
    expect(people.filter(({ person_id }) => text.includes(person_id))).toEqual([])
  })

  it('is the same in SQLite, with a table for each type', async () => {
    const log = await json()
    const folder = mkdtempSync(join(tmpdir(), 'kaigong-test-'))
    const path = join(folder, 'log.sqlite')
    writeFileSync(path, await download('ocel.sqlite'))
    const database = new DatabaseSync(path, { readOnly: true })
    const count = (table: string) => database.prepare(`select count(*) as n from "${table}"`).get()?.n
    expect([count('event'), count('object')]).toEqual([log.events.length, log.objects.length])
    expect(count('event_object')).toBe(log.events.flatMap((e) => e.relationships).length)
    const mapped = database.prepare('select ocel_type, ocel_type_map from event_map_type order by 1').all()
    expect(mapped.map(({ ocel_type }) => ocel_type)).toEqual(log.eventTypes.map(({ name }) => name))
    // Every event stands in the table of its type, with its time.
    const ofTypes = mapped.map(({ ocel_type_map }) =>
      Number(database.prepare(`select count(ocel_time) as n from "event_${ocel_type_map}"`).get()?.n),
    )
    expect(ofTypes.reduce((a, b) => a + b, 0)).toBe(log.events.length)
    database.close()
    rmSync(folder, { recursive: true })
  })

  it('is XES with a trace for each project, or for each case', async () => {
    const projects = (await download('xes')).toString()
    const cases = (await download('xes', { traces: 'case' })).toString()
    expect(projects.match(/<trace>/g)).toHaveLength(1)
    expect(cases).toContain(`value="case/${caseId}"`)
    expect(cases.match(/<event>/g)).toHaveLength(4)
  })

  it('is each district’s own', async () => {
    const there = await product.signedInAs(['auditor'], { district: LIYANG })
    expect((await json(there)).objects).toEqual([])
    expect(JSON.stringify(await json())).toContain(JINTAN)
  })
})
