import { argon2Sync, randomBytes } from 'node:crypto'
import { contracts, type PersonId } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asker, type Browser, JINTAN, LIYANG, openProduct, type Product } from '../../product.fixture.ts'
import { firstAdministrator } from '../firstAdministrator.ts'
import { newcomer, PASSWORD, signIn } from '../newcomer.fixture.ts'
import { stepOf, totpCode } from './totp.ts'

const { people } = contracts

let product: Product
beforeAll(async () => {
  product = await openProduct()
}, 60_000)
afterAll(() => product.close())

const typesOf = async (person: string) =>
  (
    await product.database.owner.query('select type from event where stream = $1 order by version', [
      `person/${person}`,
    ])
  ).rows.map((row) => row.type)
const account = async (name: string) =>
  (await product.database.owner.query('select * from account.account where name = $1', [name])).rows[0]

describe('guessing', () => {
  it('gets five tries, though twenty are sent at once, and the lock is an event that names nobody', async () => {
    const { person } = await newcomer(product, 'besieged')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => signIn(product, 'besieged', `guess number ${i}`)),
    )
    const statuses = answers.map((answer) => (answer.ok ? 200 : answer.problem.status))
    expect(Map.groupBy(statuses, (status) => status).get(401)).toHaveLength(4)
    expect(answers.every((answer) => !answer.ok)).toBe(true)
    expect(await signIn(product, 'besieged')).toMatchObject({
      problem: { status: 429, detail: expect.stringMatching(/锁定至北京时间 \d\d:\d\d/) },
    })
    expect(await typesOf(person.id)).toEqual(['personRegistered', 'accountLocked'])
  })

  it('of one-time codes is counted as well, and knowing the password does not reset the count', async () => {
    await newcomer(product, 'code.guessed')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'code.guessed', password: PASSWORD } })
    const offered = await browser.ask(people.startSecondFactor, {})
    if (!offered.ok) throw new Error('no secret')
    const code = totpCode(offered.value.secret, stepOf(product.world.now()))
    await browser.ask(people.confirmSecondFactor, { body: { code } })
    product.world.advance({ minutes: 2 })
    const right = totpCode(offered.value.secret, stepOf(product.world.now()))
    const wrong = right === '000000' ? '111111' : '000000'
    for (let i = 0; i < 4; i++) {
      expect(await signIn(product, 'code.guessed', PASSWORD, { code: wrong })).toMatchObject({
        problem: { status: 401 },
      })
      await signIn(product, 'code.guessed')
    }
    expect(await signIn(product, 'code.guessed', PASSWORD, { code: wrong })).toMatchObject({ problem: { status: 429 } })
    product.world.advance({ minutes: 16 })
    const later = totpCode(offered.value.secret, stepOf(product.world.now()))
    expect(await signIn(product, 'code.guessed', PASSWORD, { code: later })).toMatchObject({ ok: true })
  })

  it('at an unlocked desk is counted too', async () => {
    await newcomer(product, 'open.desk')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'open.desk', password: PASSWORD } })
    for (let i = 0; i < 5; i++)
      await browser.ask(people.changePassword, { body: { current: `wrong ${i}`, next: 'another long password' } })
    expect(
      await browser.ask(people.changePassword, { body: { current: PASSWORD, next: 'another long password' } }),
    ).toMatchObject({ problem: { type: '/problems/signIn.locked' } })
  })
})

describe('a password', () => {
  it('that is changed ends the other sessions and keeps this one', async () => {
    const { person } = await newcomer(product, 'changing')
    const [here, there] = [product.browser(), product.browser()]
    for (const browser of [here, there])
      await browser.ask(people.signIn, { body: { account: 'changing', password: PASSWORD } })
    const next = 'quite another password'
    expect(await here.ask(people.changePassword, { body: { current: PASSWORD, next } })).toMatchObject({ ok: true })
    expect(await here.ask(people.me, {})).toMatchObject({ ok: true })
    expect(await there.ask(people.me, {})).toMatchObject({ problem: { status: 401 } })
    expect(await signIn(product, 'changing')).toMatchObject({ problem: { status: 401 } })
    expect(await signIn(product, 'changing', next)).toMatchObject({ ok: true })
    expect(await typesOf(person.id)).toEqual(['personRegistered', 'passwordChanged'])
  })

  it('that was kept at a lower cost is kept at today’s cost from the next sign-in on', async () => {
    await newcomer(product, 'from.before')
    const nonce = randomBytes(16)
    const tag = argon2Sync('argon2id', {
      message: PASSWORD,
      nonce,
      tagLength: 32,
      memory: 8192,
      passes: 1,
      parallelism: 1,
    })
    const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
    await product.database.owner.query('update account.account set password_hash = $1 where name = $2', [
      `$argon2id$v=19$m=8192,t=1,p=1$${base64(nonce)}$${base64(tag)}`,
      'from.before',
    ])
    expect(await signIn(product, 'from.before')).toMatchObject({ ok: true })
    expect((await account('from.before')).password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await signIn(product, 'from.before')).toMatchObject({ ok: true })
  })
})

describe('somebody who has forgotten the password', () => {
  const OWN = 'a password of my own'
  const reset = async (admin: Browser, personId: PersonId, lostAuthenticator = false) => {
    const given = await admin.ask(people.resetPassword, { params: { personId }, body: { lostAuthenticator } })
    if (!given.ok) throw new Error(JSON.stringify(given.problem))
    return given.value
  }

  it('gets a one-time password from an administrator, chooses one of their own with it, and is signed out everywhere else', async () => {
    const { admin, person } = await newcomer(product, 'forgetful')
    const elsewhere = product.browser()
    await elsewhere.ask(people.signIn, { body: { account: 'forgetful', password: PASSWORD } })
    const { account: name, password } = await reset(admin, person.id)
    expect(name).toBe('forgetful')
    expect(await signIn(product, name)).toMatchObject({ problem: { type: '/problems/signIn.wrong' } })
    expect(await signIn(product, name, password)).toMatchObject({
      problem: { type: '/problems/signIn.newPasswordNeeded' },
    })
    const here = product.browser()
    await here.ask(people.signIn, { body: { account: name, password, next: OWN } })
    expect(await here.ask(people.me, {})).toMatchObject({ ok: true })
    expect(await elsewhere.ask(people.me, {})).toMatchObject({ problem: { status: 401 } })
    expect(await signIn(product, name, password, { next: 'yet another password' })).toMatchObject({ ok: false })
    expect(await signIn(product, name, OWN)).toMatchObject({ ok: true })
  })

  it('leaves a trace of who reset it, and the one-time password stands nowhere as it is', async () => {
    const { admin, person } = await newcomer(product, 'traced')
    const { password } = await reset(admin, person.id)
    expect(await typesOf(person.id)).toEqual(['personRegistered', 'passwordReset'])
    const { rows } = await product.database.owner.query(
      `select actor, sealed from event where stream = $1 and type = 'passwordReset'`,
      [`person/${person.id}`],
    )
    expect(rows[0].actor).toBe(admin.person.person)
    expect(rows[0].sealed + JSON.stringify(await account('traced'))).not.toContain(password)
  })

  it('proves nothing after a day at a desk that stayed open either', async () => {
    const { admin, person } = await newcomer(product, 'desk.left')
    const desk = product.browser()
    await desk.ask(people.signIn, { body: { account: 'desk.left', password: PASSWORD } })
    const { password } = await reset(admin, person.id)
    for (const hours of [11, 11, 3]) {
      product.world.advance({ hours })
      expect(await desk.ask(people.me, {})).toMatchObject({ ok: true })
    }
    expect(await desk.ask(people.changePassword, { body: { current: password, next: OWN } })).toMatchObject({
      problem: { type: '/problems/signIn.oneTimeOver' },
    })
  })

  it('is let in though the account is locked, but not after a day', async () => {
    const { admin, person } = await newcomer(product, 'locked.out')
    for (let i = 0; i < 5; i++) await signIn(product, 'locked.out', `guess number ${i}`)
    expect(await signIn(product, 'locked.out')).toMatchObject({ problem: { type: '/problems/signIn.locked' } })
    const late = await reset(admin, person.id)
    product.world.advance({ hours: 24, seconds: 1 })
    expect(await signIn(product, 'locked.out', late.password, { next: OWN })).toMatchObject({
      problem: { type: '/problems/signIn.oneTimeOver' },
    })
    const another = await product.signedInAs(['districtAdministrator'])
    const { password } = await reset(another, person.id)
    product.world.advance({ hours: 23 })
    expect(await signIn(product, 'locked.out', password, { next: OWN })).toMatchObject({ ok: true })
    product.world.advance({ hours: 24 })
    expect(await signIn(product, 'locked.out', OWN)).toMatchObject({ ok: true })
  })

  it('still needs the authenticator: who overhears the one-time password gets no further', async () => {
    const { admin, person } = await newcomer(product, 'with.factor')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'with.factor', password: PASSWORD } })
    const offered = await browser.ask(people.startSecondFactor, {})
    if (!offered.ok) throw new Error('no secret')
    const codeNow = () => totpCode(offered.value.secret, stepOf(product.world.now()))
    await browser.ask(people.confirmSecondFactor, { body: { code: codeNow() } })
    const { password } = await reset(admin, person.id)
    product.world.advance({ minutes: 2 })
    expect(await signIn(product, 'with.factor', password, { next: OWN })).toMatchObject({
      problem: { type: '/problems/signIn.codeNeeded' },
    })
    expect(await signIn(product, 'with.factor', password, { next: OWN, code: codeNow() })).toMatchObject({ ok: true })
  })

  it('and has lost the authenticator as well, is let in without it, and the trail says so', async () => {
    const { admin, person } = await newcomer(product, 'lost.both')
    const browser = product.browser()
    await browser.ask(people.signIn, { body: { account: 'lost.both', password: PASSWORD } })
    const offered = await browser.ask(people.startSecondFactor, {})
    if (!offered.ok) throw new Error('no secret')
    const code = totpCode(offered.value.secret, stepOf(product.world.now()))
    await browser.ask(people.confirmSecondFactor, { body: { code } })
    const { password } = await reset(admin, person.id, true)
    expect(await signIn(product, 'lost.both', password, { next: OWN })).toMatchObject({ ok: true })
    expect(await account('lost.both')).toMatchObject({ totp_secret: null, totp_confirmed: false })
    const { rows } = await product.database.owner.query(
      `select sealed from event where stream = $1 and type = 'passwordReset'`,
      [`person/${person.id}`],
    )
    expect(rows[0].sealed).toContain('"secondFactorOff":true')
  })

  it('is not helped by the wrong hands: another district’s, one’s own, a machine’s, or those below', async () => {
    const { admin, person } = await newcomer(product, 'well.kept')
    const refusedTo = async (asker: Asker, personId: PersonId) => {
      const answer = await asker.ask(people.resetPassword, {
        params: { personId },
        body: { lostAuthenticator: true },
      })
      return answer.ok ? 'given' : answer.problem.type.replace('/problems/', '')
    }
    const liyang = await product.signedInAs(['districtAdministrator'], { district: LIYANG })
    expect(await refusedTo(liyang, person.id)).toBe('request.notFound')
    expect(await refusedTo(admin, admin.person.person)).toBe('right.missing')
    const system = await product.signedInAs(['systemAdministrator'])
    expect(await refusedTo(admin, system.person.person)).toBe('right.missing')
    const coordinator = await product.signedInAs(['coordinator'])
    expect(await refusedTo(coordinator, person.id)).toBe('right.missing')
    const made = await admin.ask(people.createToken, {
      body: { name: '脚本', scopes: ['people.resetPassword'], days: 1 },
    })
    if (!made.ok) throw new Error('no token')
    expect(await refusedTo(product.machine(made.value.token), person.id)).toBe('right.missing')
    // Who comes through an identity provider has no password here.
    expect(await refusedTo(admin, coordinator.person.person)).toBe('request.notFound')
    expect(await signIn(product, 'well.kept')).toMatchObject({ ok: true })
  })
})

describe('the first administrator of a district', () => {
  it('is let in with a one-time password, which is good for setting another and then for nothing', async () => {
    const fresh = await openProduct({ demo: false })
    const deps = { ...fresh.world, db: fresh.database.db, credentials: fresh.credentials }
    const [one, other] = await Promise.all([firstAdministrator(deps, LIYANG), firstAdministrator(deps, LIYANG)])
    const told = one ?? other
    if (!told) throw new Error('nobody was let in')
    expect([one, other]).toContain(null)
    expect(told.account).toBe('admin-320481')
    expect(await signIn(fresh, told.account, told.password)).toMatchObject({
      problem: { type: '/problems/signIn.newPasswordNeeded' },
    })
    expect(await signIn(fresh, told.account, told.password, { next: told.password })).toMatchObject({ ok: false })
    const next = 'a password of my own'
    expect(await signIn(fresh, told.account, told.password, { next })).toMatchObject({
      value: { district: { code: LIYANG }, roles: ['systemAdministrator', 'districtAdministrator'] },
    })
    expect(await signIn(fresh, told.account, told.password)).toMatchObject({ problem: { status: 401 } })
    expect(await signIn(fresh, told.account, next)).toMatchObject({ ok: true })
    expect(await firstAdministrator(deps, LIYANG)).toBeNull()
    expect((await firstAdministrator(deps, JINTAN))?.account).toBe('admin-320413')
    await fresh.close()
  })
})
