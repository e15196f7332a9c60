import { type Contract, contracts, type PersonId, type Role, UNATTENDED, urlOf } from '@kaigong/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inDistrict, JINTAN, LIYANG, openProduct, type Product } from '../product.fixture.ts'
import { stepOf, totpCode } from './credentials/totp.ts'
import { newcomer, PASSWORD, signIn } from './newcomer.fixture.ts'

const { people } = contracts

let product: Product
beforeAll(async () => {
  product = await openProduct()
}, 60_000)
afterAll(() => product.close())

describe('signing in', () => {
  it('gives a cookie that no script reads, and tells what the person may do', async () => {
    await newcomer(product, 'shen.siqi')
    const browser = product.browser()
    const answer = await browser.ask(people.signIn, { body: { account: 'SHEN.siqi', password: PASSWORD } })
    expect(answer).toMatchObject({
      ok: true,
      value: { name: '新人', agency: { id: 'ecology' }, roles: ['officer'], may: { 'plan.countersign': 'district' } },
    })
    expect(browser.setCookie()).toMatch(/^kaigong=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    const [kept] = (
      await product.database.owner.query('select token_hash from account.session order by started_at desc limit 1')
    ).rows
    expect(browser.setCookie()).not.toContain(kept.token_hash)
  })

  it('changes the session each time, so that one planted before is worth nothing', async () => {
    await newcomer(product, 'rotating')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'rotating', password: PASSWORD } })
    const first = browser.cookie()
    await browser.ask(people.signIn, { body: { account: 'rotating', password: PASSWORD } })
    expect(browser.cookie()).not.toBe(first)
    expect(await product.browser(first).ask(people.me, {})).toMatchObject({ problem: { status: 401 } })
  })

  it('says the same of a wrong password and of an account that does not exist', async () => {
    await newcomer(product, 'quiet')
    const [wrong, unknown] = [
      await signIn(product, 'quiet', 'not the password at all'),
      await signIn(product, 'nobody.here', 'not the password at all'),
    ]
    expect(wrong).toMatchObject({ problem: { status: 401, type: '/problems/signIn.wrong' } })
    expect({ ...(unknown.ok ? {} : unknown.problem), requestId: '' }).toEqual({
      ...(wrong.ok ? {} : wrong.problem),
      requestId: '',
    })
  })

  it('locks for a quarter of an hour after five failures, even for the right password, and then lets in again', async () => {
    await newcomer(product, 'locked.out')
    for (let i = 0; i < 4; i++)
      expect(await signIn(product, 'locked.out', `wrong ${i}`)).toMatchObject({ problem: { status: 401 } })
    expect(await signIn(product, 'locked.out', 'wrong again')).toMatchObject({ problem: { status: 429 } })
    expect(await signIn(product, 'locked.out')).toMatchObject({ problem: { type: '/problems/signIn.locked' } })
    product.world.advance({ minutes: 16 })
    expect(await signIn(product, 'locked.out')).toMatchObject({ ok: true })
  })

  it('is refused to a form on another site', async () => {
    const response = await product.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { account: 'quiet', password: PASSWORD },
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(response.json().type).toBe('/problems/signIn.forged')
  })

  it('asks for a one-time code where there is a second factor, and takes each code once', async () => {
    await newcomer(product, 'two.factors')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'two.factors', password: PASSWORD } })
    const offered = await browser.ask(people.startSecondFactor, {})
    if (!offered.ok) throw new Error('no secret')
    const codeAt = () => totpCode(offered.value.secret, stepOf(product.world.now()))
    expect(await browser.ask(people.confirmSecondFactor, { body: { code: codeAt() } })).toMatchObject({ ok: true })
    expect(await signIn(product, 'two.factors')).toMatchObject({ problem: { type: '/problems/signIn.codeNeeded' } })
    expect(await signIn(product, 'two.factors', PASSWORD, { code: codeAt() })).toMatchObject({
      problem: { status: 401 },
    })
    product.world.advance({ seconds: 60 })
    expect(await signIn(product, 'two.factors', PASSWORD, { code: codeAt() })).toMatchObject({
      ok: true,
      value: { secondFactor: true },
    })
    expect(await signIn(product, 'two.factors', PASSWORD, { code: codeAt() })).toMatchObject({
      problem: { status: 401 },
    })
    expect(
      (await product.database.owner.query(`select totp_secret from account.account where name = 'two.factors'`)).rows[0]
        .totp_secret,
    ).not.toContain(offered.value.secret)
  })

  it('as a persona is for demonstrations only', async () => {
    const strict = await openProduct({ demo: false })
    const anybody = '00000000-0000-7000-8000-000000000000' as PersonId
    expect(await strict.browser().ask(people.persona, { body: { personId: anybody } })).toMatchObject({
      problem: { status: 404 },
    })
    await strict.close()
  })
})

describe('a session', () => {
  it('ends everywhere at once, and only there where somebody signs out of one', async () => {
    await newcomer(product, 'everywhere')
    const [office, phone] = [product.browser(), product.browser()]
    for (const browser of [office, phone])
      await browser.ask(people.signIn, { body: { account: 'everywhere', password: PASSWORD } })
    expect(await office.ask(people.sessions, {})).toMatchObject({ value: { items: [{}, {}] } })
    await phone.ask(people.signOut, { body: { everywhere: false } })
    expect(await office.ask(people.me, {})).toMatchObject({ ok: true })
    await phone.ask(people.signIn, { body: { account: 'everywhere', password: PASSWORD } })
    await phone.ask(people.signOut, { body: { everywhere: true } })
    expect(await office.ask(people.me, {})).toMatchObject({ problem: { status: 401 } })
  })

  it('is over after half a day of silence and after a week in any case', async () => {
    await newcomer(product, 'sleepy')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'sleepy', password: PASSWORD } })
    product.world.advance({ hours: 11 })
    expect(await browser.ask(people.me, {})).toMatchObject({ ok: true })
    product.world.advance({ hours: 13 })
    expect(await browser.ask(people.me, {})).toMatchObject({ problem: { status: 401 } })
  })

  it('is not kept alive by a page that nobody is at: neither by what it asks by itself, nor by the stream', async () => {
    await newcomer(product, 'left.open')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'left.open', password: PASSWORD } })
    const url = await product.app.listen({ port: 0, host: '127.0.0.1' })
    /** As the open page does it: the status, and the connection closed again. */
    const byItself = async (contract: Contract, headers: Readonly<Record<string, string>> = {}) => {
      const closing = new AbortController()
      const { status } = await fetch(`${url}${urlOf(contract)}`, {
        headers: { cookie: browser.cookie(), ...headers },
        signal: closing.signal,
      })
      closing.abort()
      return status
    }
    const unattended = { [UNATTENDED]: 'true' }
    product.world.advance({ hours: 11 })
    expect(await byItself(people.me, unattended)).toBe(200)
    expect(await byItself(contracts.operations.stream)).toBe(200)
    product.world.advance({ hours: 2 })
    expect(await byItself(people.me, unattended)).toBe(401)
    expect(await byItself(contracts.operations.stream)).toBe(401)
  })

  it('changes nothing without its second secret, which no other site knows', async () => {
    await newcomer(product, 'forged')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'forged', password: PASSWORD } })
    const response = await product.app.inject({
      method: 'POST',
      url: '/api/v1/sign-out',
      payload: { everywhere: true },
      headers: { cookie: browser.cookie() },
    })
    expect(response.json().type).toBe('/problems/signIn.forged')
    expect(await browser.ask(people.me, {})).toMatchObject({ ok: true })
  })

  it('of somebody who is deactivated ends in the same moment', async () => {
    const { admin, person } = await newcomer(product, 'leaving')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'leaving', password: PASSWORD } })
    const { name, phone, idNumber, agencyId, companyId, roles } = person
    expect(
      await admin.ask(
        people.change,
        { params: { personId: person.id }, body: { name, phone, idNumber, agencyId, companyId, roles, active: false } },
        { ifMatch: 1 },
      ),
    ).toMatchObject({ ok: true, value: { active: false } })
    expect(await browser.ask(people.me, {})).toMatchObject({ problem: { status: 401 } })
    expect(await signIn(product, 'leaving')).toMatchObject({ ok: false })
  })
})

describe('an API token', () => {
  it('does what its scopes say, no more, until it is revoked', async () => {
    const admin = await product.signedInAs(['districtAdministrator'])
    const made = await admin.ask(people.createToken, { body: { name: '月报', scopes: ['people.read'], days: 30 } })
    if (!made.ok) throw new Error('no token')
    const machine = product.machine(made.value.token)
    expect(await machine.ask(people.list, { query: {} })).toMatchObject({ ok: true })
    expect(await machine.ask(people.tokens, {})).toMatchObject({ problem: { type: '/problems/right.missing' } })
    expect(await admin.ask(people.revokeToken, { params: { tokenId: made.value.id } })).toMatchObject({ ok: true })
    expect(await machine.ask(people.list, { query: {} })).toMatchObject({ problem: { status: 401 } })
  })

  it('cannot be given a right that its maker does not have', async () => {
    const admin = await product.signedInAs(['districtAdministrator'])
    expect(await admin.ask(people.createToken, { body: { name: 'x', scopes: ['plan.adopt'], days: 1 } })).toMatchObject(
      { problem: { status: 403 } },
    )
  })
})

describe('personal data', () => {
  it('of who is looked for stands in no address: people are found by name, pinyin or initials with a body', async () => {
    await newcomer(product, 'looked.for')
    const clerk = await product.signedInAs(['officer'])
    const named = async (body: { readonly q: string; readonly role?: Role }) => {
      const answer = await clerk.ask(people.search, { body })
      return answer.ok && [...new Set(answer.value.items.map(({ name }) => name))]
    }
    expect(await named({ q: '新' })).toEqual(['新人'])
    expect(await named({ q: 'xinren' })).toEqual(['新人'])
    expect(await named({ q: 'XR' })).toEqual(['新人'])
    expect(await named({ q: '新人', role: 'auditor' })).toEqual([])
    const byAddress = await product.app.inject({
      url: `/api/v1/people?q=${encodeURIComponent('新人')}`,
      headers: { cookie: clerk.cookie() },
    })
    expect(byAddress.statusCode).toBe(422)
  })

  it('is masked in lists; whole numbers are shown to those who may, and that leaves a trace', async () => {
    const { person } = await newcomer(product, 'masked')
    expect(person).toMatchObject({ phone: '138＊＊＊＊1234', idNumber: '320413＊＊＊＊＊＊＊＊0016', masked: true })
    const coordinator = await product.signedInAs(['coordinator'])
    const officer = await product.signedInAs(['officer'])
    const asked = { params: { personId: person.id }, body: { reason: '联系现场' } }
    expect(await officer.ask(people.unmask, asked)).toMatchObject({ problem: { status: 403 } })
    expect(await coordinator.ask(people.unmask, asked)).toMatchObject({
      value: { phone: '13800001234', idNumber: '320413199001010016' },
    })
    const { rows } = await product.database.owner.query(
      'select type, sealed from event where stream = $1 order by version',
      [`person/${person.id}`],
    )
    expect(rows.map((r) => r.type)).toEqual(['personRegistered', 'numbersUnmasked'])
    expect(rows.map((r) => r.sealed).join()).not.toMatch(/13800001234|新人/)
  })

  it('is out of reach of the application itself until that trace is there', async () => {
    await newcomer(product, 'unseen')
    expect(
      await inDistrict(product.database.db, (tx) => tx.selectFrom('person_private').selectAll().execute()),
    ).toEqual([])
  })

  it('stays when a form sends the masked number back', async () => {
    const { admin, person } = await newcomer(product, 'kept.number')
    const { name, phone, idNumber, agencyId, companyId, roles, active } = person
    await admin.ask(
      people.change,
      { params: { personId: person.id }, body: { name: '改名', phone, idNumber, agencyId, companyId, roles, active } },
      { ifMatch: 1 },
    )
    expect(
      (await product.database.owner.query('select phone from person_private where person_id = $1', [person.id])).rows,
    ).toEqual([{ phone: '13800001234' }])
    expect(name).toBe('新人')
  })

  it('that cannot be right is told field by field', async () => {
    const admin = await product.signedInAs(['districtAdministrator'])
    const answer = await admin.ask(people.create, {
      body: {
        name: '错号',
        phone: '123',
        idNumber: '320413199001010017',
        agencyId: null,
        companyId: null,
        roles: ['officer'],
        active: true,
        account: null,
        password: null,
      },
    })
    expect(answer).toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/phone' }, { pointer: '/idNumber' }] },
    })
  })
})

describe('the district', () => {
  it('keeps its people from another one, over HTTP and in the database', async () => {
    const { person } = await newcomer(product, 'of.jintan')
    const liyang = await product.signedInAs(['districtAdministrator'], { district: LIYANG })
    const list = await liyang.ask(people.list, { query: {} })
    expect(list.ok && list.value.items.every((p) => p.id !== person.id)).toBe(true)
    expect(
      await liyang.ask(people.unmask, { params: { personId: person.id }, body: { reason: '试试' } }),
    ).toMatchObject({ problem: { status: 404 } })
    const seen = await inDistrict(
      product.database.db,
      (tx) => tx.selectFrom('person').where('person_id', '=', person.id).selectAll().execute(),
      { district: LIYANG, person: null, agency: null, company: null, reach: 'district' },
    )
    expect(seen).toEqual([])
  })

  it('never loses its last administrator', async () => {
    const alone = await openProduct()
    const admin = await alone.signedInAs(['districtAdministrator'])
    const list = await admin.ask(people.list, { query: {} })
    const me = list.ok ? list.value.items.find((p) => p.roles.includes('districtAdministrator')) : undefined
    if (!me) throw new Error('nobody')
    const { name, phone, idNumber, agencyId, companyId, active } = me
    expect(
      await admin.ask(
        people.change,
        {
          params: { personId: me.id },
          body: { name, phone, idNumber, agencyId, companyId, roles: ['officer'], active },
        },
        { ifMatch: me.version },
      ),
    ).toMatchObject({ problem: { type: '/problems/person.lastAdministrator' } })
    await alone.close()
  })

  it('keeps credentials from the application, and the ledger from whoever signs people in', async () => {
    await expect(sql`select * from account.account`.execute(product.database.db)).rejects.toThrow(/permission denied/)
    await expect(sql`select * from kg.project`.execute(product.credentials)).rejects.toThrow(/permission denied/)
  })

  it(`is ${JINTAN} for somebody of Jintan`, async () => {
    expect(await (await product.signedInAs(['officer'])).ask(people.me, {})).toMatchObject({
      value: { district: { code: JINTAN, name: { zh: '金坛区' } } },
    })
  })
})
