import { contracts, type PersonView, type Role } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import { type TestPerson, testPerson } from '../platform/district.fixture.ts'
import { isRefused } from '../platform/http/answer.ts'
import { JINTAN, LIYANG, openProduct, type Product } from '../product.fixture.ts'
import { changedAs } from './change.ts'
import { newcomer, newPerson, PASSWORD } from './newcomer.fixture.ts'
import { personById } from './queries.ts'

const { people } = contracts

let product: Product
beforeAll(async () => {
  product = await openProduct()
}, 60_000)
afterAll(() => product.close())

const formOf = ({ name, phone, idNumber, agencyId, companyId, roles, active }: PersonView) => ({
  name,
  phone,
  idNumber,
  agencyId,
  companyId,
  roles,
  active,
})
const rolesOf = (...roles: Role[]) => roles

describe('registering somebody', () => {
  it('keeps numbers in their one right form, however they were typed', async () => {
    const admin = await product.signedInAs(['districtAdministrator'])
    const body = { ...newPerson, phone: '+86 138-0000 1234', account: null, password: null }
    const made = await admin.ask(people.create, { body })
    expect(made).toMatchObject({ value: { phone: '138＊＊＊＊1234' } })
    const asked = { params: { personId: made.ok ? made.value.id : ('' as never) }, body: { reason: '核对号码' } }
    expect(await admin.ask(people.unmask, asked)).toMatchObject({ value: { phone: '13800001234' } })
  })

  it('twice by one key registers one person, who has one account', async () => {
    const admin = await product.signedInAs(['districtAdministrator'])
    const body = { ...newPerson, account: 'pressed.twice', password: PASSWORD }
    const [first, second] = [
      await admin.ask(people.create, { body }, { idempotencyKey: 'pressed-twice' }),
      await admin.ask(people.create, { body }, { idempotencyKey: 'pressed-twice' }),
    ]
    expect(first).toMatchObject({ ok: true, value: { account: 'pressed.twice' } })
    expect(second).toEqual(first)
    expect(await admin.ask(people.create, { body })).toMatchObject({ problem: { type: '/problems/person.nameTaken' } })
  })

  it.each([
    ['an officer without an agency', { agencyId: null }, '/agencyId'],
    ['an agency that the district does not have', { agencyId: 'weather' as never }, '/agencyId'],
    ['a company user without a company', { roles: rolesOf('companyUser') }, '/companyId'],
    ['a company that nobody registered', { companyId: '0190a000-0000-7000-8000-000000000001' as never }, '/companyId'],
  ])('is refused for %s, and the account name stays free', async (_, wrong, pointer) => {
    const admin = await product.signedInAs(['districtAdministrator'])
    const body = { ...newPerson, ...wrong, account: 'still.free', password: PASSWORD }
    expect(await admin.ask(people.create, { body })).toMatchObject({ problem: { status: 422, errors: [{ pointer }] } })
    const { rows } = await product.database.owner.query(`select 1 from account.account where name = 'still.free'`)
    expect(rows).toEqual([])
  })
})

describe('changing somebody', () => {
  it('replaces one number and leaves the one that comes back masked', async () => {
    const { admin, person } = await newcomer(product, 'new.phone')
    const changed = await admin.ask(
      people.change,
      { params: { personId: person.id }, body: { ...formOf(person), phone: '0519-82345678' } },
      { ifMatch: 1 },
    )
    expect(changed).toMatchObject({ value: { version: 2, phone: '0519-＊＊＊＊5678', idNumber: person.idNumber } })
    const asked = { params: { personId: person.id }, body: { reason: '核对号码' } }
    expect(await admin.ask(people.unmask, asked)).toMatchObject({
      value: { phone: '0519-82345678', idNumber: '320413199001010016' },
    })
  })

  it('at the same time as somebody else is told, and nothing of it is kept', async () => {
    const { admin, person } = await newcomer(product, 'two.editors')
    const other = await product.signedInAs(['districtAdministrator'])
    const rename = (who: typeof admin, name: string) =>
      who.ask(people.change, { params: { personId: person.id }, body: { ...formOf(person), name } }, { ifMatch: 1 })
    const answers = await Promise.all([rename(admin, '甲'), rename(other, '乙')])
    expect(answers.map((a) => (a.ok ? a.status : a.problem.status)).sort()).toEqual([200, 412])
    const winner = answers.find((a) => a.ok)
    const { rows } = await product.database.owner.query('select name, version from person where person_id = $1', [
      person.id,
    ])
    expect(rows).toEqual([{ name: winner?.ok ? winner.value.name : '', version: 2 }])
  })

  it('who is a system administrator is for another one only', async () => {
    const root = await testPerson(product.database, ['systemAdministrator'])
    const admin = await product.signedInAs(['districtAdministrator'])
    const form = { ...newPerson, phone: null, idNumber: null, agencyId: null, roles: rolesOf('leader') }
    expect(
      await admin.ask(people.change, { params: { personId: root.person }, body: form }, { ifMatch: 1 }),
    ).toMatchObject({ problem: { type: '/problems/right.missing' } })
    expect(
      await admin.ask(people.create, {
        body: { ...form, roles: rolesOf('systemAdministrator'), account: null, password: null },
      }),
    ).toMatchObject({ problem: { type: '/problems/right.missing' } })
  })

  it('cannot leave a district without an administrator, even when two dismiss each other at once', async () => {
    const [one, two] = [
      await product.signedInAs(['districtAdministrator'], { district: LIYANG }),
      await product.signedInAs(['districtAdministrator'], { district: LIYANG }),
    ]
    const form = { ...newPerson, phone: null, idNumber: null, agencyId: null, roles: rolesOf('leader') }
    const dismissed = (by: TestPerson, other: TestPerson) =>
      inTransaction(product.database.db, { ...systemIn(LIYANG), person: by.person }, async (tx) => {
        const row = await personById(tx, LIYANG, other.person)
        if (!row) throw new Error('nobody')
        const actor = { ...by, csrf: null, session: null, scopes: null }
        return await changedAs(tx, product.deps, actor, row, form)
      })
    const answers = await Promise.all([dismissed(one.person, two.person), dismissed(two.person, one.person)])
    expect(answers.filter(isRefused)).toEqual([{ refused: 'person.lastAdministrator' }])
  })
})

describe('an API token', () => {
  it('changes nothing about its owner’s account', async () => {
    const admin = await product.signedInAs(['districtAdministrator'])
    const made = await admin.ask(people.createToken, { body: { name: '月报', scopes: ['people.read'], days: 1 } })
    const machine = product.machine(made.ok ? made.value.token : '')
    expect(await machine.ask(people.me, {})).toMatchObject({ value: { may: { 'people.read': 'district' }, csrf: '' } })
    for (const answer of [
      await machine.ask(people.startSecondFactor, {}),
      await machine.ask(people.confirmSecondFactor, { body: { code: '000000' } }),
      await machine.ask(people.changePassword, { body: { current: PASSWORD, next: 'another long password' } }),
      await machine.ask(people.signOut, { body: { everywhere: true } }),
    ])
      expect(answer).toMatchObject({ problem: { type: '/problems/right.missing' } })
    product.world.advance({ hours: 25 })
    expect(await machine.ask(people.me, {})).toMatchObject({ problem: { status: 401 } })
  })
})

describe('the personas of a demonstration', () => {
  it('are one a role and place, so that every agency can sign and every zone has its helper; nobody real is among them', async () => {
    const [first] = [
      await testPerson(product.database, ['coordinator'], { name: '演示甲' }),
      await testPerson(product.database, ['officer'], { agency: 'ecology' }),
      await testPerson(product.database, ['officer'], { agency: 'ecology' }),
      await testPerson(product.database, ['officer'], { agency: 'water' }),
      await testPerson(product.database, ['helper'], { agency: 'development-zone' }),
      await testPerson(product.database, ['helper'], { agency: 'high-tech-zone' }),
    ]
    const { person: real } = await newcomer(product, 'quite.real')
    const ways = await product.browser().ask(people.ways, {})
    if (!ways.ok) throw new Error(JSON.stringify(ways.problem))
    const jintan = ways.value.personas
    expect(jintan.some((p) => p.personId === real.id)).toBe(false)
    expect(jintan.filter((p) => p.role === 'coordinator')).toHaveLength(1)
    expect(jintan.filter((p) => p.role === 'officer')).toHaveLength(2)
    expect(new Set(jintan.filter((p) => p.role === 'helper').map((p) => p.place?.zh))).toEqual(
      new Set(['经开区', '华罗庚高新区']),
    )
    const browser = product.browser()
    expect(await browser.ask(people.persona, { body: { personId: first?.person ?? real.id } })).toMatchObject({
      value: { name: '演示甲', district: { code: JINTAN } },
    })
    expect(await browser.ask(people.persona, { body: { personId: real.id } })).toMatchObject({
      problem: { status: 404 },
    })
  })
})
